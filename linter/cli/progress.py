"""A counter on standard error while a run is long."""

from __future__ import annotations

import sys
import time
from types import TracebackType

_PATIENCE = 1.0
_REFRESH = 0.2


class Progress:
    """Shows how many templates were checked, from the second second on, where standard error is a terminal."""

    def __init__(self, shown: bool) -> None:
        self.shown = shown and sys.stderr.isatty()
        self.done = 0
        self.visible = False
        self.due = time.monotonic() + _PATIENCE

    def __enter__(self) -> Progress:
        return self

    def tick(self) -> None:
        """One template more."""
        self.done += 1
        if self.shown and time.monotonic() >= self.due:
            self.due = time.monotonic() + _REFRESH
            self.visible = True
            sys.stderr.write(f"\r{self.done} templates checked")
            sys.stderr.flush()

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.visible:
            sys.stderr.write("\r\x1b[K")
