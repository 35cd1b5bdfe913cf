"""The examples run as a reader would run them: from a folder of his own, with nothing but the installed package."""

import json
import os
import pathlib
import re
import subprocess
import sys

import pytest

from congvan import run_scenario
from conftest import ROOT

EXAMPLES = sorted(
    path for folder in ("directive-3552-python", "own-database/python") for path in (ROOT / "examples" / folder).glob("*.py")
)


def run(name: str, folder: pathlib.Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """Runs an example in a folder, where nothing of the sources can be imported."""
    (path,) = [path for path in EXAMPLES if path.name == name]
    told = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    command = [sys.executable, str(path), *arguments]
    return subprocess.run(
        command, cwd=folder, env={**told, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", timeout=120, check=False
    )


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: str(path.relative_to(ROOT)))
def test_an_example_is_short_and_somebody_runs_it(path: pathlib.Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 150
    assert f"python examples/{path.relative_to(ROOT / 'examples').as_posix()}" in text
    assert f'run("{path.name}"' in pathlib.Path(__file__).read_text(encoding="utf-8")


def test_the_dispatch_is_played_into_a_file_and_its_log_is_the_one_of_the_library(tmp_path: pathlib.Path) -> None:
    done = run("play.py", tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stderr == "" and [path.name for path in tmp_path.iterdir()] == ["3552-python.db"]
    scenario = run_scenario(str(ROOT / "examples" / "directive-3552" / "scenario.json"))
    counts = re.search(r"^(\d+) lệnh được thực hiện, (\d+) lệnh bị từ chối$", done.stdout, flags=re.MULTILINE)
    refused = sum(bool(step.refused) for step in scenario.steps)
    assert counts is not None and [int(count) for count in counts.groups()] == [len(scenario.steps) - refused, refused]
    records = [record for record in map(json.loads, scenario.lines) if record["directive"] == "3552-ubnd-snv"]
    assert f"{len(records)} bản ghi, chuỗi nguyên vẹn đến {records[-1]['hash']}" in done.stdout
    assert "3552-ubnd-snv: đã kết thúc" in done.stdout
    again = run("play.py", tmp_path)
    assert again.returncode == 1 and "is not overwritten" in again.stderr and again.stdout == ""


def test_the_host_with_a_database_of_its_own_is_refused_what_comes_too_early(tmp_path: pathlib.Path) -> None:
    done = run("host.py", tmp_path, "host.db")
    assert done.returncode == 0, done.stderr
    acts = [line.rpartition(": ")[2] for line in done.stdout.splitlines() if line.startswith("2024-")]
    assert acts == ["Drafted", "Signed", "Issued", "DraftStarted, Submitted"]
    assert "chưa xong" in done.stdout
    assert done.stdout.splitlines()[-1] == "5 rows verified, the directive is in force"
    assert (tmp_path / "host.db").stat().st_size > 0
