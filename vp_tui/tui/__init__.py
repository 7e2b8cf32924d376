"""The terminal application: screens over the workspace, for 80 columns and a slow SSH line first.

Invariant: importing this room makes the ``TEXTUAL*`` variables harmless before Textual reads them at its import
(``TEXTUAL_LOG`` alone would write every key to a file), and loads no driver, keyring or cryptography.
Callers: cli.
"""

from vp_tui.tui.environment import prepare

prepare()
