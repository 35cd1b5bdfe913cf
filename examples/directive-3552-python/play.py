"""Dispatch 3552/UBND-SNV from its first draft to the conclusion of its meeting, in one SQLite file.

    python examples/directive-3552-python/play.py [FILE.db]
"""

import json
import pathlib
import sys
from datetime import datetime
from typing import Any, Dict, Iterator, Tuple, Type

from congvan import (
    Actor,
    BoardCell,
    CongvanError,
    Directory,
    Mandate,
    Register,
    Standing,
    directive_state_name,
    directive_state_text,
)

DATA = pathlib.Path(__file__).resolve().parent.parent / "directive-3552"
Step = Tuple[str, Actor, Dict[str, Any], datetime]

STANDINGS: Dict[Type[Standing], str] = {
    Standing.SettledOnTime: "đúng hạn",
    Standing.SettledLate: "xong nhưng chậm",
    Standing.InTime: "còn hạn",
    Standing.NearDue: "sắp đến hạn",
    Standing.Overdue: "quá hạn",
    Standing.OverdueOnArrival: "quá hạn khi văn bản đến",
    Standing.Absent: "vắng",
    Standing.DoneLateByAddendum: "bổ sung sau",
    Standing.NoDeadline: "không hạn",
    Standing.NotCounted: "không tính",
}

SIGNS: Dict[Type[Standing], str] = {
    Standing.SettledOnTime: "✓",
    Standing.SettledLate: "chậm",
    Standing.DoneLateByAddendum: "bổ sung",
}


def steps(directory: Directory) -> Iterator[Step]:
    """Who does what when; a draft names its mandate by the file."""
    scenario = json.loads((DATA / "scenario.json").read_text(encoding="utf-8"))
    for step in scenario["steps"]:
        command, at = step["command"], datetime.fromisoformat(step["at"])
        if "draft" in command:
            mandate = Mandate.from_file(str(DATA / scenario["mandates"][command["draft"]["mandate"]]))
            command = {"draft": {"mandate": json.loads(mandate.to_json())}}
        directive = step.get("directive", scenario["directive"])
        yield directive, directory.actor(step["actor"], at.date()), command, at


def play(register: Register, directory: Directory) -> datetime:
    """Executes every step; what is refused is told and changes nothing."""
    done = refused = 0
    at = datetime.min
    for number, (directive, actor, command, at) in enumerate(steps(directory), 1):
        try:
            register.execute_json(directive, actor, json.dumps(command), at, f"step-{number:04}")
            done += 1
        except CongvanError.Refused as refusal:
            refused += 1
            print(f"{at:%d/%m %H:%M} {actor.unit}: bị từ chối, {refusal.reasons[0].sentence.vi}")
    print(f"\n{done} lệnh được thực hiện, {refused} lệnh bị từ chối")
    return at


def sign(cell: BoardCell) -> str:
    """One obligation as a sign of the board."""
    return SIGNS.get(type(cell.standing), "-") + ("↺" if cell.marks.returned else "")


def show_board(register: Register, directive: str, at: datetime) -> None:
    """Units by assignments and fields."""
    board = register.board(directive, at)
    heads = [column.assignment + (f"/{column.field}" if column.field else "") for column in board.columns]
    print("\nBảng theo dõi\n" + " " * 22 + "".join(f"{head:<10}" for head in heads))
    for row in board.rows:
        cells = {cell.column: sign(cell) for cell in row.cells}
        name = row.cells[0].key.split("/")[0] if row.cells else ""
        print(f"{name:<22}" + "".join(f"{cells.get(at, ''):<10}" for at in range(len(heads))))
    counts: Dict[str, int] = {}
    for cell in (cell for row in board.rows for cell in row.cells):
        told = STANDINGS[type(cell.standing)]
        counts[told] = counts.get(told, 0) + 1
    print("Tổng: " + ", ".join(f"{count} {told}" for told, count in counts.items()))


def show_end(register: Register, directive: str, at: datetime) -> None:
    """The last milestones, and whether the log is the one that was written."""
    milestones = register.timeline(directive, at).milestones
    print("\nMốc: " + ", ".join(milestone.kind.name.lower() for milestone in milestones[-4:]))
    checked = register.verify(directive)
    state = directive_state_text(directive_state_name(register.state(directive))).vi
    print(f"{directive}: {state}, {checked.events} bản ghi, chuỗi nguyên vẹn đến {checked.head}")


def main(path: str = "3552-python.db") -> None:
    if pathlib.Path(path).exists():
        raise SystemExit(f"`{path}` exists and is not overwritten: name another file or remove it")
    directory = Directory.from_file(str(DATA / "directory.toml"))
    with Register.open(f"sqlite:{path}") as register:
        register.set_directory(directory)
        at = play(register, directory)
        show_board(register, "3552-ubnd-snv", at)
        show_end(register, "3552-ubnd-snv", at)


if __name__ == "__main__":
    main(*sys.argv[1:])
