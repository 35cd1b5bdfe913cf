"""Two journals of a host: one in dictionaries, one over the sqlite3 of the standard library."""

import sqlite3
import threading
from datetime import datetime, timedelta, timezone
from typing import Dict, Iterator, List, Optional, Tuple

from contextlib import contextmanager

from congvan import (
    Committed,
    CongvanError,
    DueItem,
    Journal,
    JournalEntry,
    JournalOutcome,
    JournalStream,
    KeptDocument,
    KeptVersion,
    SealedRow,
)


class DictJournal(Journal):
    """A journal in memory: one lock, a list of rows, and what each directive, command and document came to."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.rows: List[Tuple[str, SealedRow]] = []
        self.logs: Dict[str, List[SealedRow]] = {}
        self.commands: Dict[Tuple[str, str], JournalOutcome] = {}
        self.wanted: Dict[str, datetime] = {}
        self.documents: Dict[Tuple[str, str], List[str]] = {}

    def append(self, entry: JournalEntry) -> Committed:
        directive, name = entry.directive(), entry.command_id()
        with self.lock:
            earlier = self.commands.get((directive, name))
            if earlier is not None:
                return replayed(earlier, entry)
            log = self.logs.get(directive, [])
            if len(log) != entry.version():
                raise CongvanError.Conflict(directive=directive, expected=entry.version(), found=len(log))
            rows = entry.seal(len(self.rows), log[-1].hash if log else None)
            self.rows.extend((directive, row) for row in rows)
            self.logs.setdefault(directive, []).extend(rows)
            self.commands[directive, name] = outcome_of(rows, entry)
            due = entry.next_due()
            if due is None:
                self.wanted.pop(directive, None)
            else:
                self.wanted[directive] = due
        return committed(rows)

    def outcome(self, directive: str, command_id: str) -> Optional[JournalOutcome]:
        with self.lock:
            return self.commands.get((directive, command_id))

    def stream(self, directive: str) -> Optional[JournalStream]:
        with self.lock:
            log = self.logs.get(directive)
            return JournalStream(directive=directive, version=len(log), head=log[-1].hash) if log else None

    def read(self, directive: str, after: int, limit: int) -> List[str]:
        with self.lock:
            return [row.line for row in self.logs.get(directive, [])[after : after + limit]]

    def streams(self, after: Optional[str], limit: int) -> List[JournalStream]:
        with self.lock:
            names = sorted(name for name in self.logs if after is None or name.encode() > after.encode())
        found = (self.stream(name) for name in names[:limit])
        return [stream for stream in found if stream is not None]

    def feed(self, after: int, limit: int) -> List[str]:
        with self.lock:
            return [row.line for _, row in self.rows[after : after + limit]]

    def head(self) -> int:
        with self.lock:
            return len(self.rows)

    def due(self, until: datetime, after: Optional[DueItem], limit: int) -> List[DueItem]:
        with self.lock:
            items = sorted((due, directive) for directive, due in self.wanted.items() if due <= until)
        if after is not None:
            items = [item for item in items if item > (after.due, after.directive)]
        return [DueItem(due=due, directive=directive) for due, directive in items[:limit]]

    def keep(self, document: KeptDocument) -> None:
        with self.lock:
            self.documents.setdefault((document.kind, document.name), []).append(document.text)

    def kept(self, kind: str, name: str, version: Optional[int]) -> Optional[KeptDocument]:
        with self.lock:
            texts = self.documents.get((kind, name), [])
        wanted = len(texts) if version is None else version
        if not 1 <= wanted <= len(texts):
            return None
        return KeptDocument(kind=kind, name=name, version=wanted, text=texts[wanted - 1])

    def catalogue(self, kind: str) -> List[KeptVersion]:
        with self.lock:
            found = [(name, len(texts)) for (of, name), texts in self.documents.items() if of == kind]
        return [KeptVersion(name=name, version=version) for name, version in sorted(found)]


TABLES = """
CREATE TABLE rows (position INTEGER PRIMARY KEY, directive TEXT, sequence INTEGER, hash TEXT, line TEXT,
    UNIQUE (directive, sequence));
CREATE TABLE commands (directive TEXT, name TEXT, fingerprint TEXT, first INTEGER, last INTEGER, position INTEGER,
    PRIMARY KEY (directive, name));
CREATE TABLE wanted (directive TEXT PRIMARY KEY, due INTEGER);
CREATE TABLE documents (kind TEXT, name TEXT, version INTEGER, text TEXT, PRIMARY KEY (kind, name, version));
"""


class SqliteJournal(Journal):
    """A journal over one connection of sqlite3, which one thread uses at a time."""

    def __init__(self, path: str = ":memory:") -> None:
        self.lock = threading.Lock()
        self.base = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self.base.executescript(TABLES)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        with self.lock:
            self.base.execute("BEGIN IMMEDIATE")
            try:
                yield self.base
            except BaseException:
                self.base.execute("ROLLBACK")
                raise
            self.base.execute("COMMIT")

    def append(self, entry: JournalEntry) -> Committed:
        directive, name = entry.directive(), entry.command_id()
        with self.transaction() as base:
            earlier = self.found(base, directive, name)
            if earlier is not None:
                return replayed(earlier, entry)
            log = base.execute(
                "SELECT sequence, hash FROM rows WHERE directive = ? ORDER BY sequence DESC LIMIT 1", (directive,)
            ).fetchone()
            version, previous = log or (0, None)
            if version != entry.version():
                raise CongvanError.Conflict(directive=directive, expected=entry.version(), found=version)
            (head,) = base.execute("SELECT coalesce(max(position), 0) FROM rows").fetchone()
            rows = entry.seal(head, previous)
            base.executemany(
                "INSERT INTO rows VALUES (?, ?, ?, ?, ?)",
                [(row.position, directive, row.sequence, row.hash, row.line) for row in rows],
            )
            outcome = outcome_of(rows, entry)
            base.execute(
                "INSERT INTO commands VALUES (?, ?, ?, ?, ?, ?)",
                (directive, name, outcome.fingerprint, outcome.first, outcome.last, outcome.position),
            )
            base.execute("DELETE FROM wanted WHERE directive = ?", (directive,))
            due = entry.next_due()
            if due is not None:
                base.execute("INSERT INTO wanted VALUES (?, ?)", (directive, microseconds(due)))
        return committed(rows)

    def outcome(self, directive: str, command_id: str) -> Optional[JournalOutcome]:
        with self.lock:
            return self.found(self.base, directive, command_id)

    @staticmethod
    def found(base: sqlite3.Connection, directive: str, name: str) -> Optional[JournalOutcome]:
        row = base.execute(
            "SELECT first, last, position, fingerprint FROM commands WHERE directive = ? AND name = ?",
            (directive, name),
        ).fetchone()
        if row is None:
            return None
        return JournalOutcome(first=row[0], last=row[1], position=row[2], fingerprint=row[3])

    def select(self, query: str, *values: object) -> List[Tuple[object, ...]]:
        with self.lock:
            return self.base.execute(query, values).fetchall()

    def stream(self, directive: str) -> Optional[JournalStream]:
        found = self.select(
            "SELECT directive, sequence, hash FROM rows WHERE directive = ? ORDER BY sequence DESC LIMIT 1", directive
        )
        return stream_of(found[0]) if found else None

    def read(self, directive: str, after: int, limit: int) -> List[str]:
        query = "SELECT line FROM rows WHERE directive = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        return [str(line) for (line,) in self.select(query, directive, after, limit)]

    def streams(self, after: Optional[str], limit: int) -> List[JournalStream]:
        query = (
            "SELECT directive, max(sequence), hash FROM rows WHERE directive > ?"
            " GROUP BY directive ORDER BY directive LIMIT ?"
        )
        return [stream_of(row) for row in self.select(query, after or "", limit)]

    def feed(self, after: int, limit: int) -> List[str]:
        query = "SELECT line FROM rows WHERE position > ? ORDER BY position LIMIT ?"
        return [str(line) for (line,) in self.select(query, after, limit)]

    def head(self) -> int:
        ((head,),) = self.select("SELECT coalesce(max(position), 0) FROM rows")
        assert isinstance(head, int)
        return head

    def due(self, until: datetime, after: Optional[DueItem], limit: int) -> List[DueItem]:
        start = (microseconds(after.due), after.directive) if after is not None else (-(2**62), "")
        query = "SELECT due, directive FROM wanted WHERE due <= ? AND (due, directive) > (?, ?) ORDER BY 1, 2 LIMIT ?"
        found = self.select(query, microseconds(until), *start, limit)
        return [DueItem(due=instant(due), directive=str(directive)) for due, directive in found]

    def keep(self, document: KeptDocument) -> None:
        with self.transaction() as base:
            values = (document.kind, document.name, document.version, document.text)
            base.execute("INSERT INTO documents VALUES (?, ?, ?, ?)", values)

    def kept(self, kind: str, name: str, version: Optional[int]) -> Optional[KeptDocument]:
        query = (
            "SELECT version, text FROM documents WHERE kind = ? AND name = ? AND (version = ? OR ? IS NULL)"
            " ORDER BY version DESC LIMIT 1"
        )
        for found, text in self.select(query, kind, name, version, version):
            assert isinstance(found, int)
            return KeptDocument(kind=kind, name=name, version=found, text=str(text))
        return None

    def catalogue(self, kind: str) -> List[KeptVersion]:
        query = "SELECT name, max(version) FROM documents WHERE kind = ? GROUP BY name ORDER BY name"
        return [KeptVersion(name=str(name), version=int(str(version))) for name, version in self.select(query, kind)]


START = datetime(1970, 1, 1, tzinfo=timezone.utc)


def microseconds(when: datetime) -> int:
    return (when - START) // timedelta(microseconds=1)


def instant(count: object) -> datetime:
    assert isinstance(count, int)
    return START + timedelta(microseconds=count)


def stream_of(row: Tuple[object, ...]) -> JournalStream:
    directive, version, head = row
    assert isinstance(version, int)
    return JournalStream(directive=str(directive), version=version, head=str(head))


def outcome_of(rows: List[SealedRow], entry: JournalEntry) -> JournalOutcome:
    last = rows[-1]
    return JournalOutcome(
        first=rows[0].sequence, last=last.sequence, position=last.position, fingerprint=entry.fingerprint()
    )


def committed(rows: List[SealedRow]) -> Committed:
    return Committed(first=rows[0].sequence, last=rows[-1].sequence, position=rows[-1].position, replayed=False)


def replayed(earlier: JournalOutcome, entry: JournalEntry) -> Committed:
    if earlier.fingerprint != entry.fingerprint():
        raise CongvanError.CommandReused(directive=entry.directive(), command_id=entry.command_id())
    return Committed(first=earlier.first, last=earlier.last, position=earlier.position, replayed=True)
