"""A host that keeps the events in a table of its own and uses only the pure core: no register, no journal of the library.

    python examples/own-database/python/host.py [FILE.db]
"""

import hashlib
import json
import pathlib
import sqlite3
import sys
from datetime import datetime
from typing import Dict, List, Optional, Union

from congvan import (
    Command,
    CongvanError,
    Context,
    Directive,
    Directory,
    Mandate,
    directive_state_name,
    directive_state_text,
    verify,
)

HERE = pathlib.Path(__file__).resolve().parent.parent
TABLE = """CREATE TABLE IF NOT EXISTS directive_event (
    directive TEXT NOT NULL, sequence INTEGER NOT NULL, command TEXT NOT NULL, hash TEXT NOT NULL, line TEXT NOT NULL,
    PRIMARY KEY (directive, sequence))"""


class Host:
    """The host's side: a table, and one method through which every command goes."""

    def __init__(self, database: str) -> None:
        self.base = sqlite3.connect(database, isolation_level=None)
        self.base.execute(TABLE)
        self.directory = Directory.from_file(str(HERE / "directory.toml"))
        self.context = Context(self.directory)

    def lines(self, directive: str) -> List[str]:
        query = "SELECT line FROM directive_event WHERE directive = ? ORDER BY sequence"
        return [line for (line,) in self.base.execute(query, (directive,))]

    def load(self, directive: str) -> Directive:
        return Directive.replay(directive, self.lines(directive))

    def last_hash(self, directive: str) -> Optional[str]:
        query = "SELECT hash FROM directive_event WHERE directive = ? ORDER BY sequence DESC LIMIT 1"
        found = self.base.execute(query, (directive,)).fetchone()
        return found[0] if found else None

    def act(self, directive: str, who: str, when: str, name: str, command: Union[Command, Dict[str, object]]) -> None:
        """Decides and stores in one transaction, so that nobody decides on a version that has passed.

        A command is a typed value, or JSON in which obligations are named by their keys.
        """
        at = datetime.fromisoformat(when)
        self.base.execute("BEGIN IMMEDIATE")
        try:
            current, actor = self.load(directive), self.directory.actor(who, at.date())
            if isinstance(command, Command):
                decision = current.decide(command, actor, at, self.context)
            else:
                decision = current.decide_json(json.dumps(command), actor, at, self.context)
            rows = decision.seal(name, decision.version(), self.last_hash(directive))
            stored = [(directive, row.sequence, name, row.hash, row.line) for row in rows]
            self.base.executemany("INSERT INTO directive_event VALUES (?, ?, ?, ?, ?)", stored)
        except BaseException:
            self.base.execute("ROLLBACK")
            raise
        self.base.execute("COMMIT")
        print(f"{when}  {who}: {', '.join(type(event).__name__ for event in decision.events())}")


def main(database: str = ":memory:") -> None:
    host, directive = Host(database), "bao-cao-quy"
    mandate = Mandate.from_file(str(HERE / "mandate.toml"))
    opening = "2024-03-25T10:00:00+07:00"
    host.act(directive, "so-noi-vu.officer", opening, "draft", Command.Draft(mandate=mandate))
    host.act(directive, "ubnd-tinh.head", opening, "sign", Command.Sign())
    issue = Command.Issue(date=datetime.fromisoformat(opening).date(), notation="UBND-SNV", number=12)
    host.act(directive, "ubnd-tinh.clerk", opening, "issue", issue)

    submit: Dict[str, object] = {
        "obligation": "so-y-te/1",
        "hash": "sha256:" + hashlib.sha256("báo cáo của Sở Y tế".encode()).hexdigest(),
        "media_type": "application/pdf",
        "signed_as": "head",
        "signed_by": "p4",
    }
    host.act(directive, "so-y-te.head", "2024-04-01T08:00:00+07:00", "submit", {"submit": submit})

    # Nobody has vetted the report yet: the core refuses its consolidation and says why.
    early: Dict[str, object] = {"draft_consolidation": {"obligation": "so-noi-vu/2"}}
    try:
        host.act(directive, "so-noi-vu.officer", "2024-04-01T09:00:00+07:00", "too-early", early)
    except CongvanError.Refused as refusal:
        print(refusal.message("vi"))

    checked = verify(directive, host.lines(directive))
    state = directive_state_text(directive_state_name(host.load(directive).state())).en
    print(f"{checked.events} rows verified, the directive is {state}")


if __name__ == "__main__":
    main(*sys.argv[1:])
