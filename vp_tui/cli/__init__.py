"""The command line: one file per group of commands, loaded when it is used.

Data goes to standard output and talk to standard error; every command answers ``--json`` with one JSON document, and
the exit codes are an API (docs/cli.md). No rule of the profession lives here: commands are built from what was typed
and sent to the workspace, exactly as the screens do. Callers: ``vp_tui.__main__`` alone.
"""
