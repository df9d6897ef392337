from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from linter.session import TimeError, parse_time, window

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize("kind", ["template", "text", "media"])
def test_inside_the_window_anything_goes(kind: str) -> None:
    answer = window(NOW - timedelta(hours=23, minutes=59), NOW, kind)  # type: ignore[arg-type]
    assert answer.allowed and answer.open
    assert answer.closes == NOW + timedelta(minutes=1)


def test_after_24_hours_only_templates() -> None:
    last = NOW - timedelta(hours=24)
    assert window(last, NOW, "template").allowed
    refused = window(last, NOW, "text")
    assert not refused.allowed and not refused.open
    assert "131047" in refused.reason


def test_a_user_who_never_wrote() -> None:
    assert window(None, NOW, "template").allowed
    assert not window(None, NOW, "media").allowed


def test_a_message_from_the_future() -> None:
    with pytest.raises(TimeError, match="after now"):
        window(NOW + timedelta(seconds=1), NOW, "text")


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-11-22T12:00:00Z", NOW),
        ("2026-11-22T17:30:00+05:30", NOW),
        ("2026-11-22 12:00+00:00", NOW),
        (str(int(NOW.timestamp())), NOW),
        (str(int(NOW.timestamp() * 1000)), NOW),
    ],
)
def test_times_that_are_read(text: str, time: datetime) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2026-11-22T12:00:00", "time zone"),
        ("yesterday", "is not a time"),
        ("", "is not a time"),
        ("12", "is not a time"),
    ],
)
def test_times_that_are_not(text: str, words: str) -> None:
    with pytest.raises(TimeError, match=words):
        parse_time(text)
