"""The operations, composed: what both the command line and the desk call. One room for each kind."""
