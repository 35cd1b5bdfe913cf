"""What a host writes in Python: a rule, a clock, a subscriber, a directory of persons; and what becomes of what they raise."""

from datetime import date, datetime, timedelta, timezone
from typing import List, Optional

import pytest

from congvan import (
    AuthorityProvider,
    Clock,
    Command,
    CongvanError,
    Context,
    CustomRule,
    Directive,
    DirectiveState,
    EventSubscriber,
    Holding,
    LogEntry,
    Objection,
    Posted,
    Register,
    RuleQuestion,
    Text,
)
from conftest import World

AT = datetime(2024, 4, 1, 8, tzinfo=timezone(timedelta(hours=7)))


class Located(CustomRule):
    """A submission says where the document is kept."""

    def name(self) -> str:
        return "reports-have-a-place"

    def version(self) -> str:
        return "1"

    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        return None

    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
        if isinstance(command, Command.Submit) and command.location is None:
            return Objection(
                sentence=Text(vi="bản nộp không ghi nơi lưu", en="the submission does not say where it is kept"),
                cure=Text(vi="ghi nơi lưu văn bản", en="say where the document is kept"),
            )
        return None


def test_a_rule_of_the_province_refuses_and_never_permits(register: Register, world: World) -> None:
    world.issue(register)
    register.set_rules([Located()])
    head = world.actor("so-y-te.head")
    with pytest.raises(CongvanError.Refused) as caught:
        register.execute(world.directive, head, world.submit(), AT)
    assert "bản nộp không ghi nơi lưu" in caught.value.message("vi")
    done = register.execute(world.directive, head, world.submit("kho/1.pdf"), AT)
    assert done.committed.last > done.committed.first - 1


def test_a_rule_works_in_the_pure_core_too(world: World) -> None:
    context = Context(world.directory, rules=[Located()])
    directive = Directive("d")
    decision = directive.decide(world.draft(), world.actor("so-noi-vu.officer"), AT, context)
    directive.apply(decision)
    state = directive.state()
    assert isinstance(state, DirectiveState.Drafted) and state.mandate.subject() == world.mandate.subject()


class Raising(Located):
    """A rule that has a defect."""

    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
        raise KeyError("không có khóa này")


def test_a_rule_that_raises_stops_the_command_and_is_told(register: Register, world: World) -> None:
    world.issue(register)
    register.set_rules([Raising()])
    with pytest.raises(CongvanError.Callback) as caught:
        register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
    assert "không có khóa này" in caught.value.reason
    assert register.version(world.directive) == 3


class Stopped(Clock):
    def __init__(self, at: datetime) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at


def test_a_clock_of_the_host_tells_the_time(register: Register, world: World) -> None:
    register.set_clock(Stopped(AT))
    done = register.execute("d", world.actor("so-noi-vu.officer"), world.draft())
    assert done.stamp.recorded_at == AT
    register.set_clock(Stopped(datetime(2024, 4, 1)))
    with pytest.raises(CongvanError.Callback, match="expected an instant with its zone, found one without"):
        register.execute("d", world.actor("so-noi-vu.officer"), world.draft())


class Gathering(EventSubscriber):
    def __init__(self) -> None:
        self.lines: List[str] = []
        self.broken = False

    def on_events(self, lines: List[str]) -> None:
        if self.broken:
            raise OSError("không gửi được")
        self.lines.extend(lines)


def test_a_subscriber_is_told_every_event_and_again_after_it_raised(register: Register, world: World) -> None:
    gathering = Gathering()
    delivery = register.push_to(gathering)
    gathering.broken = True
    world.issue(register)
    assert gathering.lines == []
    assert isinstance(delivery.failure(), CongvanError.Callback)
    gathering.broken = False
    assert delivery.deliver() == 3
    assert gathering.lines == register.log_lines(world.directive)
    delivery.cancel()
    register.execute(world.directive, world.actor("so-y-te.head"), world.submit(), AT)
    assert len(gathering.lines) == 3


class People(AuthorityProvider):
    """The host's own directory of persons."""

    def __init__(self, officer: str) -> None:
        self.officer = officer

    def of_person(self, person: str, on: date) -> Posted:
        return self.posted(person == self.officer)

    def of_office(self, office: str, on: date) -> Posted:
        return self.posted(office == "so-noi-vu.officer")

    def posted(self, known: bool) -> Posted:
        holding = Holding(office="so-noi-vu.officer", person=self.officer, from_=date(2020, 1, 1))
        return Posted(holdings=[holding] if known else [])


def test_the_host_says_who_holds_an_office(register: Register, world: World) -> None:
    actor = world.actor("so-noi-vu.officer")
    register.set_authority_provider(People("p9"))
    with pytest.raises(CongvanError.Refused):
        register.execute("d", actor, world.draft(), AT)
    register.set_authority_provider(People(actor.person))
    register.execute("d", actor, world.draft(), AT)
    register.set_authority_provider(None)
    register.execute("d", world.actor("ubnd-tinh.head"), Command.Sign(), AT)


def test_iteration_reads_page_by_page(register: Register, world: World) -> None:
    world.issue(register)
    entries = list(register.feed(page_size=2))
    assert [entry.position for entry in entries] == [1, 2, 3]
    assert entries == list(register.history(world.directive, page_size=2))
    assert [type(entry.event).__name__ for entry in entries] == ["Drafted", "Signed", "Issued"]
    assert all(isinstance(entry, LogEntry) for entry in entries)


class Misnamed(People):
    """Its answer is of the right type and holds an identifier that is none."""

    def posted(self, known: bool) -> Posted:
        return Posted(holdings=[Holding(office="Sở Nội vụ", person=self.officer, from_=date(2020, 1, 1))])


def test_an_answer_with_a_wrong_identifier_is_told_in_the_words_of_the_library(register: Register, world: World) -> None:
    register.set_authority_provider(Misnamed("p3"))
    with pytest.raises(CongvanError.Callback) as raised:
        register.execute("d", world.actor("so-noi-vu.officer"), world.draft(), world.opening)
    for told in (raised.value.message("vi"), raised.value.message("en")):
        assert "its answer cannot be used: `office`: an identifier with `ở`" in told
        assert "::" not in told and ".rs" not in told
