"""The small practice, for the tests of this folder."""

from tests.practices import practice

__all__ = ["practice"]
