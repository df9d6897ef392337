"""Where templint keeps what it need not compute twice; nothing here ever fails because a folder cannot be written."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def cache_folder() -> Path:
    """`$TEMPLINT_CACHE_DIR`, or `templint` in the user's cache folder."""
    chosen = os.environ.get("TEMPLINT_CACHE_DIR")
    if chosen:
        return Path(chosen)
    base = os.environ.get("XDG_CACHE_HOME")
    try:
        return (Path(base) if base else Path.home() / ".cache") / "templint"
    except RuntimeError:  # no home folder
        return Path(tempfile.gettempdir()) / "templint"


def write_quietly(path: Path, data: bytes) -> bool:
    """Write a file as a whole or not at all, also when several runs write at once; False where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=path.name + ".")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            Path(name).replace(path)
        except OSError:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError:
        return False
    return True
