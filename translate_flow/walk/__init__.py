"""The walk through a statement's segments in the terminal.

`walk` is what is done, `undo` how it is taken back, `sections` what is shown; `app` is
the screen, and the only file that imports the terminal library.
"""
