"""What a call costs from Python, for `cargo xtask bench bindings`: the cases of the reference in Rust, in its rounds.

    python bench.py FOLDER [all | job]

A record of a page is read when it is looked at, and so is its event: the case `page` is the page, as a host that forwards events takes
it, `data` is the same page read whole as JSON, and `typed` with every record as a typed value.
"""

import json
import pathlib
import shutil
import statistics
import subprocess
import sys
import time
from datetime import datetime
from typing import Callable, Dict, List, Tuple

from congvan import Actor, Capacity, Command, Context, Directive, Directory, Fields, Mandate, Question, Register

ID = "bench"
ROUNDS = 15
NOW = datetime.fromisoformat("2024-03-25T08:00:00+07:00")


def of(unit: str, office: str) -> Actor:
    return Actor(capacity=Capacity[office.upper()], person=f"p.{unit}.{office}", unit=unit)


def turns(obligation: int) -> Callable[[int], Command]:
    """The report is submitted and recalled, by turns."""
    submit = Command.Submit(
        fields=Fields(other={}),
        hash="sha256:" + "ab" * 32,
        media_type="application/pdf",
        obligation=obligation,
        signed_as=Capacity.HEAD,
        signed_by="p.unit-00000.head",
    )
    recall = Command.Recall(obligation=obligation, reason="wrong file")
    return lambda turn: recall if turn % 2 else submit


def opening(mandate: Mandate) -> List[Tuple[Actor, Command]]:
    chairman = of("ubnd-tinh", "head")
    issue = Command.Issue(date=NOW.date(), notation="UBND-SNV", number=3_552)
    return [
        (of("so-noi-vu", "officer"), Command.Draft(mandate=mandate)),
        (chairman, Command.RecordRuling(finding="deadline-on-issue-day", reason="urgent")),
        (chairman, Command.Sign()),
        (of("ubnd-tinh", "clerk"), issue),
    ]


def tell(case: str, spent: List[float]) -> None:
    print(f"figure {case} {statistics.median(spent):.0f}", flush=True)


def figure(case: str, turns: int, work: Callable[[int], object], rounds: int = ROUNDS) -> None:
    """The median of the rounds, each of so many turns, in nanoseconds for one turn."""
    spent, turn = [], 0
    for _ in range(rounds):
        start = time.perf_counter_ns()
        for _ in range(turns):
            work(turn)
            turn += 1
        spent.append((time.perf_counter_ns() - start) / turns)
    tell(case, spent)


def growth(work: Callable[[int], object]) -> None:
    """How much memory 60,000 turns leave behind, where the system says what a process has: the least of three rounds, thrice."""
    status = pathlib.Path("/proc/self/status")
    if not status.exists():
        return

    def resident() -> int:
        line = next(line for line in status.read_text(encoding="utf-8").splitlines() if line.startswith("VmRSS:"))
        return 1_024 * int(line.split()[1])

    grown, before = [], 0
    for _ in range(4):
        before = resident()
        for turn in range(20_000):
            work(turn)
        grown.append(resident() - before)
    print(f"figure growth {3 * max(0, min(grown[1:]))}", flush=True)


def empty(_: int) -> None:
    """What a call of the language itself costs."""


def small(folder: pathlib.Path) -> None:
    directory = Directory.from_file(str(folder / "directory.toml"))
    mandate = Mandate.from_file(str(folder / "mandate.toml"))
    head, context, directive = of("unit-00000", "head"), Context(directory), Directive(ID)
    figure("empty", 1_000_000, empty)
    with Register.open("memory:") as register:
        register.set_directory(directory)
        for step, (actor, command) in enumerate(opening(mandate)):
            register.execute(ID, actor, command, NOW, f"opening-{step}")
            directive.apply(directive.decide(command, actor, NOW, context))
        figure("query", 10_000, lambda _: register.version(ID))
        obligation = register.find(ID, "unit-00000/1a/cchc")
        assert obligation is not None
        command = turns(obligation)

        def decide(turn: int) -> None:
            directive.apply(directive.decide(command(turn), head, NOW, context))

        figure("decide", 1_000, decide)
        figure("execute", 1_000, lambda turn: register.execute(ID, head, command(turn), NOW, f"t-{turn}"))
        growth(lambda turn: register.explain(ID, head, command(turn), NOW))
        figure("page", 20, lambda _: register.page(ID, 10, 1_000))
        figure("lines", 20, lambda _: register.log_lines(ID, 10, 1_000))
        figure("data", 20, lambda _: json.loads(register.log_json(ID, 10, 1_000)))
        figure("typed", 2, lambda _: register.log(ID, 10, 1_000), 5)
        figure("board", 2, lambda _: json.loads(register.answer_json(ID, Question.Board(), NOW)), 5)


def job(folder: pathlib.Path) -> None:
    """Opening dispatch 3552 in its SQLite file, asking an inbox, executing a command and drawing the board, as JSON: four calls."""
    told: Dict[str, object] = json.loads((folder / "job.json").read_text(encoding="utf-8"))
    asked = told["actor"]
    assert isinstance(asked, dict)
    actor = Actor(capacity=Capacity[asked["capacity"].upper()], person=asked["person"], unit=asked["unit"])
    at, directive, command = datetime.fromisoformat(str(told["at"])), str(told["directive"]), json.dumps(told["command"])
    spent: List[float] = []
    # A job takes milliseconds and meets the disk: the median is of three times as many.
    for turn in range(3 * ROUNDS):
        copy = folder / f"job-python-{turn}.db"
        shutil.copy(folder / "3552.db", copy)
        start = time.perf_counter_ns()
        with Register.open(f"sqlite:{copy}") as register:
            register.inbox(actor, at)
            register.execute_json(directive, actor, command, at, "job")
            json.loads(register.answer_json(directive, Question.Board(), at))
            spent.append(time.perf_counter_ns() - start)
        copy.unlink()
    tell("sent", spent)


def imported() -> None:
    """Nanoseconds of a fresh interpreter for `import congvan`."""
    code = "import time; start = time.perf_counter_ns(); import congvan; print(time.perf_counter_ns() - start)"
    tell("import", [float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(ROUNDS)])


if __name__ == "__main__":
    given = pathlib.Path(sys.argv[1])
    if sys.argv[2:] != ["job"]:
        imported()
        small(given)
    job(given)
