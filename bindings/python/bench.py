"""What a call from Python costs: each line is a name and nanoseconds per operation, the best of several runs.

    python bench.py
"""

import gc
import json
import subprocess
import sys
import timeit
from datetime import datetime
from typing import Any, Callable, Dict, List

from congvan import Actor, Capacity, Command, Context, Directive, Directory, Mandate, Question, Register

UNITS = 3_321
EVENTS = 1_000
DAY = datetime.fromisoformat("2024-03-25T10:00:00+07:00")


def province() -> Directory:
    """A directory of as many units as there are communes in the country, each with a head and a clerk."""
    units: List[Dict[str, Any]] = [{"id": "ubnd-tinh", "names": [{"name": "Ủy ban nhân dân tỉnh"}]}]
    offices: List[Dict[str, Any]] = []
    for number in range(1, UNITS + 1):
        name = {"name": f"Đơn vị {number}"}
        units.append({"id": f"u{number:04}", "names": [name], "parents": [{"unit": "ubnd-tinh"}]})
    for unit in units:
        for capacity in ("head", "clerk"):
            offices.append(
                {"id": f"{unit['id']}.{capacity}", "unit": unit["id"], "capacity": capacity, "title_vi": "Chức vụ"}
            )
    persons = [{"id": "p-" + office["id"], "name": "Người giữ chức vụ"} for office in offices]
    holdings = [{"office": it["id"], "person": "p-" + it["id"], "from": "2024-01-01"} for it in offices]
    data = {"version": "bench", "units": units, "offices": offices, "persons": persons, "holdings": holdings}
    return Directory.from_text("province.json", json.dumps(data))


def mandate() -> Mandate:
    """One report of every unit."""
    header = {
        "document_type": "official_dispatch",
        "issuing_body": "ubnd-tinh",
        "authority": "head",
        "signer": {"office": "ubnd-tinh.head"},
        "drafting_unit": "ubnd-tinh",
        "subject": "V/v báo cáo",
    }
    assignment = {
        "id": "1",
        "title": "Báo cáo",
        "performers": [{"unit": f"u{number:04}"} for number in range(1, UNITS + 1)],
        "vetted_by": {"unit": "ubnd-tinh"},
        "deadline": {"kind": "no_later_than", "date": "2024-04-10"},
    }
    return Mandate.from_text("mandate.json", json.dumps({"header": header, "assignments": [assignment]}))


def actor(office: str) -> Actor:
    unit, _, capacity = office.partition(".")
    return Actor(person=f"p-{office}", unit=unit, capacity=Capacity[capacity.upper()])


def in_force(directory: Directory, ordered: Mandate) -> Register:
    """A register in memory with one directive in force, received by so many units that its log has a page of events."""
    register = Register.open("memory:")
    register.set_directory(directory)
    register.execute("d", actor("ubnd-tinh.clerk"), Command.Draft(mandate=ordered), DAY)
    register.execute("d", actor("ubnd-tinh.head"), Command.Sign(), DAY)
    issue = Command.Issue(date=DAY.date(), notation="UBND-VP", number=1)
    register.execute("d", actor("ubnd-tinh.clerk"), issue, DAY)
    for number in range(1, EVENTS + 1):
        received = Command.Acknowledge(unit=f"u{number:04}", registered_at=DAY)
        register.execute("d", actor(f"u{number:04}.clerk"), received, DAY)
    return register


def best(call: Callable[[], object], rounds: int, runs: int = 7) -> float:
    """Nanoseconds per call."""
    gc.collect()
    return min(timeit.repeat(call, number=rounds, repeat=runs)) / rounds * 1e9


def empty() -> None:
    """What a call of the language itself costs."""


def figures() -> Dict[str, float]:
    directory, ordered = province(), mandate()
    register = in_force(directory, ordered)
    context, clerk = Context(directory), actor("ubnd-tinh.clerk")
    draft = Command.Draft(mandate=small())
    names = iter(range(10**9))

    def decide_and_evolve() -> None:
        directive = Directive("x")
        directive.apply(directive.decide(draft, clerk, DAY, context))

    def execute() -> None:
        register.execute(f"x{next(names)}", clerk, draft, DAY)

    def typed_page() -> None:
        for entry in register.page("d", 3, EVENTS):
            entry.event

    def board() -> object:
        return json.loads(register.answer_json("d", Question.Board(), DAY))

    return {
        "empty_call": best(empty, 200_000),
        "trivial_query": best(lambda: register.version("d"), 5_000),
        "decide_and_evolve": best(decide_and_evolve, 200),
        "execute_on_memory": best(execute, 200),
        "page_of_1000_events": best(lambda: register.page("d", 3, EVENTS), 10),
        "page_of_1000_events_typed": best(typed_page, 3),
        "board_of_3321_units": best(board, 5),
        "board_of_3321_units_typed": best(lambda: register.board("d", DAY), 3),
        "import": imported(),
    }


def small() -> Mandate:
    """The mandate of one unit, so that what is measured is the call and not the mandate."""
    whole = json.loads(mandate().to_json())
    whole["assignments"][0]["performers"] = whole["assignments"][0]["performers"][:1]
    return Mandate.from_text("mandate.json", json.dumps(whole))


def imported() -> float:
    """Nanoseconds of a fresh interpreter for `import congvan`."""
    code = "import time; start = time.perf_counter_ns(); import congvan; print(time.perf_counter_ns() - start)"
    return min(float(subprocess.check_output([sys.executable, "-c", code])) for _ in range(9))


if __name__ == "__main__":
    for figure, nanoseconds in figures().items():
        print(f"{figure}\t{nanoseconds:.0f}")
