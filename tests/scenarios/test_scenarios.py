"""Whole runs: one folder each, with its inputs, `command`, `expected.txt` and, where it is not 0, `status`.

`pytest tests/scenarios --refresh` writes what the runs say now; read the difference before you commit it.
"""

from __future__ import annotations

import io
import shlex
import shutil
from pathlib import Path

import pytest

from linter.cli import run

HERE = Path(__file__).parent
NAMES = sorted(folder.name for folder in HERE.iterdir() if (folder / "command").is_file())


@pytest.mark.parametrize("name", NAMES)
def test_scenario(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    request: pytest.FixtureRequest,
) -> None:
    folder = HERE / name
    work = tmp_path / "work"
    shutil.copytree(folder, work, ignore=shutil.ignore_patterns("command", "expected.txt", "status", "stdin"))
    monkeypatch.chdir(work)
    monkeypatch.setenv("COLUMNS", "100")
    stdin = folder / "stdin"
    content = stdin.read_bytes() if stdin.exists() else b""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))
    status = run(shlex.split((folder / "command").read_text(encoding="utf-8"))[1:])
    out, err = capfd.readouterr()
    shown = out + (f"--- standard error\n{err}" if err else "")
    if request.config.getoption("--refresh"):
        (folder / "expected.txt").write_text(shown, encoding="utf-8")
        (folder / "status").write_text(f"{status}\n", encoding="utf-8")
    assert shown == (folder / "expected.txt").read_text(encoding="utf-8")
    assert status == int((folder / "status").read_text(encoding="utf-8"))
