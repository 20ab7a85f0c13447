"""The desk: the page in the browser where translators work.

A server for one workspace on the loopback interface. Pages are rendered here; what one does
on them goes through `flow`, as from the command line.
"""
