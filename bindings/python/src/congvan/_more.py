"""What the objects of the library have in Python only: `with`, iteration, and pages of the log that are typed when looked at.

What reads JSON is loaded when it is used: it is a tenth of the time that loading the package takes. So is what names types.
"""

from __future__ import annotations

from ._value import Error, Held, corrupt

# Checkers of types know the name without the module `typing`, which takes long to load.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date, datetime
    from types import TracebackType
    from typing import Any, Callable, Dict, Iterator, List, Optional, Tuple, Type, TypeVar, cast

    from ._native import congvan as native

    _R = TypeVar("_R", bound="RegisterMore")
    _A = TypeVar("_A")
    _T = TypeVar("_T")
else:

    def cast(_, value):
        return value


_scan: Optional[Callable[[str], Tuple[Any, int]]] = None


def _read(line: str) -> Dict[str, Any]:
    """A line that holds one value and nothing else; `json.loads` would look for blanks around it, a sixth of the time of a page."""
    global _scan
    if _scan is None:
        from json import JSONDecoder

        _scan = JSONDecoder().raw_decode
    try:
        data, end = _scan(line)
    except ValueError as wrong:
        raise _no_record(line) from wrong
    if end != len(line) or not isinstance(data, dict):
        raise _no_record(line)
    return cast("Dict[str, Any]", data)


def _no_record(line: str) -> Error:
    shown = repr(line[:40])[1:-1]
    return corrupt(f"dòng `{shown}` không phải là một bản ghi", f"the line `{shown}` is no record")


def _paged(read: Callable[[_A], List[_T]], first: _A, page_size: int, behind: Callable[[_A, List[_T]], _A]) -> Iterator[_T]:
    """Every item, page by page: `read` gives the page behind a place, the first of which is known, and `behind` the next one."""
    _holds_something(page_size)

    def items() -> Iterator[_T]:
        place = first
        while True:
            page = read(place)
            yield from page
            if len(page) < page_size:
                return
            place = behind(place, page)

    return items()


def _holds_something(page_size: int) -> None:
    """Whoever asks for pages of nothing is told at once, and not when the first item is looked at."""
    if page_size < 1:
        raise ValueError(f"expected a page of at least one item, found {page_size}")


def _all_of(read: Callable[[int], List[_T]], page_size: int) -> Iterator[_T]:
    """Every item, page by page: `read` gives the page behind the first so many."""
    return _paged(read, 0, page_size, lambda skip, page: skip + len(page))


def _all_after(read: Callable[[Optional[str]], List[str]], page_size: int) -> Iterator[str]:
    """Every identifier, page by page: `read` gives the page after one of them."""
    return _paged(read, cast("Optional[str]", None), page_size, lambda _, page: page[-1])


class LogEntry:
    """One record of a log: a line, which is read when it is looked at, and its event becomes a typed value when that is asked for."""

    __slots__ = ("_data", "_event", "_record", "line")

    line: str
    """The record as one line of canonical JSON."""

    def __init__(self, line: str) -> None:
        self.line = line
        self._data: Optional[Dict[str, Any]] = None
        self._event: Optional[native.AnyEvent] = None
        self._record: Optional[native.LogRecord] = None

    @property
    def data(self) -> Dict[str, Any]:
        """The record as JSON tells it; `CongvanError.Corrupt` where the line is none."""
        # Two threads may both read it: they read the same.
        data = self._data
        if data is None:
            data = self._data = _read(self.line)
        return data

    @property
    def directive(self) -> str:
        """Which directive."""
        return self._field("directive", str)

    @property
    def sequence(self) -> int:
        """The place in the directive's log, from 1."""
        return self._field("sequence", int)

    @property
    def position(self) -> int:
        """The place in the order of commits of the whole register, from 1."""
        return self._field("position", int)

    @property
    def command_id(self) -> str:
        """What the caller named the command with."""
        return self._field("command_id", str)

    @property
    def hash(self) -> str:
        """The hash of the record."""
        return self._field("hash", str)

    @property
    def event(self) -> native.AnyEvent:
        """What happened; `Event.Unknown` when a later version of the library wrote it, `CongvanError.Corrupt` when it was altered."""
        if self._event is None:
            import json

            from ._native import congvan as native

            try:
                found = native.event_from_json(
                    json.dumps(self.data.get("event"), ensure_ascii=False, separators=(",", ":"))
                )
            except native.CongvanError.Input:
                found = None
            # Only the whole record tells what a later version wrote from what was altered.
            known = found is not None and not isinstance(found, native.Event.Unknown)
            self._event = cast("native.AnyEvent", found) if known else self.record.event
        return self._event

    @property
    def record(self) -> native.LogRecord:
        """The whole record as a typed value; `CongvanError.Corrupt` where the line, which a store held, is none."""
        if self._record is None:
            from ._native import congvan as native

            try:
                self._record = native.record_from_json(self.line)
            except native.CongvanError.Input as wrong:
                raise corrupt(wrong.message("vi"), wrong.message("en")) from wrong
        return self._record

    def _field(self, name: str, kind: Type[_T]) -> _T:
        found = self.data.get(name)
        if not isinstance(found, kind):
            raise corrupt(f"bản ghi không có `{name}` đúng kiểu", f"the record has no `{name}` of its type")
        return found

    def __eq__(self, other: object) -> bool:
        return isinstance(other, LogEntry) and self.line == other.line

    def __hash__(self) -> int:
        return hash(self.line)

    def __repr__(self) -> str:
        try:
            return f"LogEntry(directive={self.directive!r}, sequence={self.sequence}, event={self.event!r})"
        except Error:
            return f"LogEntry({self.line!r})"


class MandateMore(Held):
    """What a mandate has in Python only: it is a value, compared, copied and pickled by what it orders."""

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        if not isinstance(other, MandateMore):
            return NotImplemented
        return cast("native.Mandate", self).to_json() == cast("native.Mandate", other).to_json()

    def __hash__(self) -> int:
        return hash(cast("native.Mandate", self).to_json())

    def __reduce__(self) -> Tuple[Any, ...]:
        mandate = cast("native.Mandate", self)
        return type(mandate).from_text, ("mandate.json", mandate.to_json())


class DirectoryMore(Held):
    """What a directory has in Python only."""

    def all_units(self, page_size: int = 1000) -> Iterator[str]:
        """The identifier of every unit, in their order, read page by page."""
        directory = cast("native.Directory", self)
        return _all_after(lambda after: directory.unit_ids(after, page_size), page_size)

    def all_members(self, group: str, on: date, page_size: int = 1000) -> Iterator[str]:
        """The members of a group on a day, in their order, read page by page; none where the group is not known."""
        directory = cast("native.Directory", self)
        return _all_after(lambda after: directory.members(group, on, after, page_size) or [], page_size)


class DirectiveMore(Held):
    """What a directive has in Python only."""

    def all_blockers(self, at: datetime, page_size: int = 1000) -> Iterator[native.Blockage]:
        """Everything that waits at an instant, what comes next first, read page by page."""
        directive = cast("native.Directive", self)
        return _all_of(lambda skip: directive.blockers(at, skip, page_size), page_size)

    def all_permitted(
        self, actor: native.Actor, at: datetime, context: native.Context, page_size: int = 1000
    ) -> Iterator[native.Offer]:
        """Everything that this actor could now have accepted, in the order of the lifecycle, read page by page."""
        directive = cast("native.Directive", self)
        return _all_of(lambda skip: directive.permitted(actor, at, context, skip, page_size), page_size)

    def all_receivers(self, context: native.Context, page_size: int = 1000) -> Iterator[str]:
        """Every unit that received it, in their order, read page by page; none before it is issued."""
        directive = cast("native.Directive", self)
        return _all_after(lambda after: directive.receivers(context, after, page_size), page_size)


class RegisterMore(Held):
    """What a register has in Python only."""

    def close(self) -> None:
        """Closes the register: calls under way end as they would, later ones raise `CongvanError.Closed`."""
        cast("native.Register", self).shutdown()

    def __enter__(self: _R) -> _R:
        return self

    def __exit__(
        self,
        kind: Optional[type[BaseException]],
        raised: Optional[BaseException],
        traceback: Optional[TracebackType],
    ) -> None:
        self.close()

    def page(self, directive: str, after: int = 0, limit: int = 1000) -> List[LogEntry]:
        """The records of a directive after a sequence number, at most so many, in one call.

        A record is read when it is looked at: a host that forwards or filters most of them pays for few.
        """
        return [LogEntry(line) for line in cast("native.Register", self).log_lines(directive, after, limit)]

    def history(self, directive: str, after: int = 0, page_size: int = 1000) -> Iterator[LogEntry]:
        """Every record of a directive after a sequence number, read page by page."""
        return _paged(lambda place: self.page(directive, place, page_size), after, page_size, lambda _, page: page[-1].sequence)

    def feed(self, after: int = 0, page_size: int = 500) -> Iterator[LogEntry]:
        """Every record of the register after a position, in the order of commits, read page by page until there is no more."""
        _holds_something(page_size)

        def entries() -> Iterator[LogEntry]:
            subscription = cast("native.Register", self).subscribe(after)
            while lines := subscription.next_lines(page_size):
                yield from map(LogEntry, lines)

        return entries()

    def all_directives(self, page_size: int = 1000) -> Iterator[str]:
        """The identifier of every directive, in their order, read page by page."""
        register = cast("native.Register", self)
        return _all_after(lambda after: register.directives(after, page_size), page_size)

    def all_blockers(
        self, directive: str, at: Optional[datetime] = None, page_size: int = 1000
    ) -> Iterator[native.Blockage]:
        """Everything that waits at an instant or now, what comes next first, read page by page."""
        register = cast("native.Register", self)
        return _all_of(lambda skip: register.blockers(directive, at, skip, page_size), page_size)

    def all_permitted(
        self, directive: str, actor: native.Actor, at: Optional[datetime] = None, page_size: int = 1000
    ) -> Iterator[native.Offer]:
        """Everything that this actor may do at an instant or now, in the order of the lifecycle, read page by page."""
        register = cast("native.Register", self)
        return _all_of(lambda skip: register.permitted(directive, actor, at, skip, page_size), page_size)

    def all_receivers(self, directive: str, page_size: int = 1000) -> Iterator[str]:
        """Every unit that received a directive, in their order, read page by page; none before it is issued."""
        register = cast("native.Register", self)
        return _all_after(lambda after: register.receivers(directive, after, page_size), page_size)

    def whole_inbox(
        self, actor: native.Actor, at: Optional[datetime] = None, page_size: int = 100
    ) -> Iterator[native.InboxEntry]:
        """What this actor may do with any directive, and what blocks the rest, at an instant or now: every page of the inbox."""
        _holds_something(page_size)

        def entries() -> Iterator[native.InboxEntry]:
            page = cast("native.Register", self).inbox(actor, at, page_size)
            yield from page.entries
            while page.next is not None:
                page = page.next.read()
                yield from page.entries

        return entries()
