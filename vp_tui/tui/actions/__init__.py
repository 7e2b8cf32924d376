"""One registry of named actions: keys, command line, palette, help, footer and documentation are made from it.

Nothing here imports Textual: the command line documents its twins from the same table.
"""
