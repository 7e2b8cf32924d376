from __future__ import annotations

from tests.practices import practice

__all__ = ["practice"]
