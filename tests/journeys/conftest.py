"""The practice on the workbench, for processes of their own."""

from tests.tui.workbench import bench, mould

__all__ = ["bench", "mould"]
