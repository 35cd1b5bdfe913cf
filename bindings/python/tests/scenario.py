"""Plays a scenario through the public API of the package, as a host would."""

import json
import pathlib
from datetime import datetime
from typing import Any, Dict, List, Optional

from conftest import ROOT
from congvan import Actor, AnyCommand, Calendar, CongvanError, Directory, Mandate, Register


def scenarios() -> List[pathlib.Path]:
    """Every golden scenario and every scenario of the examples."""
    golden = sorted((ROOT / "tests" / "golden").glob("*.json"))
    mandates = sorted((ROOT / "examples" / "mandates").glob("*/scenario.json"))
    return [*golden, *mandates, ROOT / "examples" / "directive-3552" / "scenario.json"]


def play(path: pathlib.Path, register: Register, commands: Optional[List[AnyCommand]] = None) -> None:
    """Executes every step and looks whether the events or the refusal codes are those that it expects.

    The commands are those of the scenario, as JSON, or the typed ones that are given for its steps.
    """
    scenario = json.loads(path.read_text(encoding="utf-8"))
    directory = Directory.from_text(*given(path, scenario["directory"]))
    register.set_directory(directory)
    if "calendar" in scenario:
        register.set_calendar(Calendar.from_text(*given(path, scenario["calendar"])))
    for number, step in enumerate(scenario["steps"], 1):
        at = datetime.fromisoformat(step["at"])
        command = with_mandate(step["command"], path, scenario)
        directive = step.get("directive", scenario["directive"])
        actor = actor_of(step["actor"], directory, at)
        try:
            if commands is None:
                done = register.execute_json(directive, actor, json.dumps(command), at, f"step-{number:04}")
            else:
                done = register.execute(directive, actor, commands[number - 1], at, f"step-{number:04}")
        except CongvanError.Refused as refusal:
            assert [reason.code for reason in refusal.reasons] == step.get("refused"), (number, refusal)
        else:
            assert "refused" not in step, number
            names = [snake_case(type(event).__name__) for event in done.events]
            assert names == step.get("events", names), number


def given(path: pathlib.Path, name: str) -> "tuple[str, str]":
    return name, (path.parent / name).read_text(encoding="utf-8")


def with_mandate(command: Dict[str, Any], path: pathlib.Path, scenario: Dict[str, Any]) -> Dict[str, Any]:
    """A draft names its mandate; here the mandate itself takes the place of the name."""
    draft = command.get("draft")
    if draft is None or not isinstance(draft["mandate"], str):
        return command
    mandate = Mandate.from_text(*given(path, scenario["mandates"][draft["mandate"]]))
    return {"draft": {**draft, "mandate": json.loads(mandate.to_json())}}


def actor_of(told: Any, directory: Directory, at: datetime) -> Actor:
    if isinstance(told, str):
        return directory.actor(told, at.date())
    return Actor(**{**told, "capacity": capacity_of(told["capacity"])})


def capacity_of(name: str) -> Any:
    from congvan import Capacity

    return Capacity[name.upper()]


def snake_case(name: str) -> str:
    return "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")
