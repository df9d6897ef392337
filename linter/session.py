"""The 24-hour session window: may a message be sent to a user now, until when, and why not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Literal

WINDOW = timedelta(hours=24)
Kind = Literal["template", "text", "media"]
KINDS: tuple[Kind, ...] = ("template", "text", "media")


class TimeError(ValueError):
    """A time that cannot be used: unreadable, without a zone, or in the future."""


@dataclass(frozen=True, slots=True)
class Window:
    """The answer: whether the message may be sent, whether the window is open, when it closes (UTC), and why."""

    allowed: bool
    open: bool
    closes: datetime | None
    reason: str


def parse_time(text: str, what: str = "the time") -> datetime:
    """A time with a zone, in ISO 8601 ("2026-11-22T15:30:00+01:00", "...Z") or as Unix seconds; `TimeError` says what is wrong."""
    text = text.strip()
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        seconds = int(text) / (1000 if len(text) == 13 else 1)
        return datetime.fromtimestamp(seconds, UTC)
    try:
        time = datetime.fromisoformat(text)
    except ValueError:
        raise TimeError(
            f"{what} {text!r} is not a time: write it like 2026-11-22T15:30:00Z or 2026-11-22T15:30:00+05:30, or as Unix seconds"
        ) from None
    if time.tzinfo is None:
        raise TimeError(f"{what} {text!r} has no time zone: add Z for UTC or an offset such as +05:30")
    return time.astimezone(UTC)


def window(last_user_message: datetime | None, now: datetime, kind: Kind) -> Window:
    """Whether a message of this kind may be sent at `now`; both times carry a zone, None means the user never wrote.

    The window opens with the user's last message, at the time the user sent it, and closes 24 hours later; neither messages
    nor templates of the business open or extend it. Source: Meta, Service messages (2026-05-21).
    """
    if kind not in KINDS:
        raise ValueError(f"kind {kind!r} is none of {', '.join(KINDS)}")
    for time in (last_user_message, now):
        if time is not None and time.tzinfo is None:
            raise TimeError(f"{time.isoformat()} has no time zone")
    if last_user_message is None:
        return Window(kind == "template", False, None, _closed(kind, "the user has never written to this business"))
    if last_user_message > now:
        raise TimeError(
            f"the user's last message ({last_user_message.isoformat()}) lies after now ({now.isoformat()}): "
            "check the clock and the time zone"
        )
    closes = last_user_message.astimezone(UTC) + WINDOW
    if now < closes:
        return Window(True, True, closes, f"the window is open until {closes.isoformat()}: any message may be sent")
    return Window(
        kind == "template",
        False,
        closes,
        _closed(kind, f"the window closed at {closes.isoformat()}, 24 hours after the user's last message"),
    )


def _closed(kind: Kind, why: str) -> str:
    if kind == "template":
        return f"{why}: an approved template may be sent to a user who opted in"
    return f"{why}: only an approved template may be sent; a {kind} message fails with error 131047"
