"""The zone of this computer knows summer and winter apart, whatever the season is now."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator

import pytest

from vp_tui.device.clock import LocalZone


@pytest.fixture
def amsterdam(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("amsterdam")
@pytest.mark.parametrize(("month", "hour"), [(1, 13), (7, 12)])
def test_half_past_two_is_another_time_in_summer(month: int, hour: int) -> None:
    meeting = datetime.datetime(2027, month, 12, 14, 30, tzinfo=LocalZone())
    assert meeting.astimezone(datetime.UTC) == datetime.datetime(2027, month, 12, hour, 30, tzinfo=datetime.UTC)
