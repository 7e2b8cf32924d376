"""The practice on the workbench, for the tests of case work."""

from tests.tui.workbench import bench, mould

__all__ = ["bench", "mould"]
