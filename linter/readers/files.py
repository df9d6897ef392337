"""Files: finding them, and their bytes as text."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from linter.report import InputError

SUFFIXES = frozenset((".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".md", ".markdown", ".csv", ".txt", ".xml"))
_SKIPPED = frozenset(("node_modules", "__pycache__", "venv", "site-packages"))
# Tool files that are no templates and often no strict JSON either.
_TOOLS = frozenset(("package.json", "package-lock.json", "composer.json", "tsconfig.json", "jsconfig.json"))
_SIGNATURES = (
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)


def find_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Files as given, folders walked in order of names; each folder once, whatever links lead to it."""
    seen: set[tuple[int, int]] = set()
    for path in paths:
        if path.is_dir():
            yield from _walk(path, seen)
        else:
            yield path


def _walk(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path]:
    try:
        status = folder.stat()
        entries = sorted(folder.iterdir())
    except OSError:
        return
    if (status.st_dev, status.st_ino) in seen:
        return
    seen.add((status.st_dev, status.st_ino))
    for path in entries:
        name = path.name
        if name.startswith("."):
            continue
        if path.is_dir():
            if name not in _SKIPPED:
                yield from _walk(path, seen)
        elif path.suffix.lower() in SUFFIXES and path.is_file() and name not in _TOOLS:
            yield path


def load(path: Path, size_limit: int) -> str | InputError:
    """The text of a file with its line ends as they are and without BOM, or why it cannot be had."""
    name = str(path)
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            return InputError(name, "this is a folder where a file is expected")
        if not stat.S_ISREG(status.st_mode):
            return InputError(name, "this is no regular file: write its content to a file, or pipe it in and name it -")
        if status.st_size > size_limit:
            return _too_large(name, status.st_size, size_limit)
        with path.open("rb") as file:
            data = file.read(size_limit + 1)
    except FileNotFoundError:
        return InputError(name, "there is no such file: check the path")
    except PermissionError:
        return InputError(name, "this file may not be read: check its permissions")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return InputError(name, f"this file cannot be read: {reason}")
    if len(data) > size_limit:
        return _too_large(name, len(data), size_limit)
    return decode(data, name)


def _too_large(name: str, size: int, limit: int) -> InputError:
    advice = "split it, or pipe it in as JSON lines"
    return InputError(name, f"this file is too large: {size:,} bytes, the limit is {limit:,}; {advice}")


def decode(data: bytes, name: str) -> str | InputError:
    """UTF-8, or UTF-16 with its BOM, as text; else the place of the first bad byte."""
    encoding, skip = next(((e, len(s)) for s, e in _SIGNATURES if data.startswith(s)), ("utf-8", 0))
    if encoding == "utf-8":
        data = data[skip:]
        if b"\0" in data:
            before = data[: data.index(b"\0")].decode("utf-8", "replace")
            return _at(name, "this looks like a binary file (it holds a NUL byte): give a text file in UTF-8", before)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding, "ignore")
        detail = f"byte 0x{data[error.start]:02x} is not valid {encoding.upper()}: save the file as UTF-8"
        return _at(name, detail, before)
    if "\0" in text:
        return _at(name, "this looks like a binary file (it holds a NUL): give a text file", text[: text.index("\0")])
    return text


def _at(name: str, message: str, before: str) -> InputError:
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return InputError(name, message, len(lines), len(lines[-1]) + 1)
