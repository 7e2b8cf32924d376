"""vp-tui: a terminal application for teams of external confidants (externe vertrouwenspersonen).

The rooms of this house, and who may import whom, are drawn in docs/architecture.md and enforced by import-linter.
"""

__version__ = "0.1.0.dev0"
