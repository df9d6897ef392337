from __future__ import annotations

import os
from pathlib import Path

import pytest

from linter.readers import find_files, read_file

from .places import body, only

JSON = '{"name": "a_b", "language": "en", "body": "Grüße 🎉 {{1}}"}'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(JSON.encode(encoding))
    reading = read_file(path)
    assert body(only(reading)).value == "Grüße 🎉 {{1}}"
    assert reading.source.text == JSON


def test_line_ends_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(JSON.replace(", ", ",\r\n").encode())
    assert read_file(path).source.text.count("\r\n") == 2


@pytest.mark.parametrize(
    ("data", "line", "column", "words"),
    [
        (b'{"a":\n "\xc3\xa9\xe9"}', 2, 4, "0xe9"),
        (b"a\r\nb\x00c", 2, 2, "binary"),
        (b"\xff\xfea\x00\x00", 1, 2, "UTF-16"),
    ],
)
def test_bad_bytes_have_their_place(tmp_path: Path, data: bytes, line: int, column: int, words: str) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(data)
    (error,) = read_file(path).errors
    assert (error.path, error.line, error.column, words in error.message) == (str(path), line, column, True)


def test_what_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.json")
    for path, words in [
        ("none.json", "no such file"),
        ("", "folder"),
        ("pipe.json", "no regular file"),
        ("a\0b", "cannot"),
    ]:
        (error,) = read_file(tmp_path / path).errors
        assert words in error.message


def test_the_size_limit_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(JSON)
    (error,) = read_file(path, size_limit=10).errors
    assert "limit is 10" in error.message


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file(tmp_path: Path) -> None:
    path = tmp_path / "t.json"
    path.write_text(JSON)
    path.chmod(0)
    assert "permissions" in read_file(path).errors[0].message


def test_folders_are_walked_in_order(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a.json",
        "sub/c.yaml",
        ".git/x.json",
        "node_modules/x.json",
        "sub/d.py",
        ".hidden.json",
        "package.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("{}")
    (tmp_path / "sub" / "loop").symlink_to(tmp_path)
    (tmp_path / "gone.json").symlink_to(tmp_path / "nowhere")
    found = [str(path.relative_to(tmp_path)) for path in find_files([tmp_path])]
    assert found == ["a.json", "b.md", "sub/c.yaml"]


def test_named_files_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "x.py"
    assert list(find_files([path, path])) == [path, path]
