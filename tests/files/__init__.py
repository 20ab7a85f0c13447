"""Tests of `translate_flow/files`."""
