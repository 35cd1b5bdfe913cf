"""What the native library offers. Written by `shape.py` from the generated module: not edited by hand."""

import abc
import datetime
import enum
import os
from typing import Any, Dict, List, Optional, Sequence, Union

from typing_extensions import Self, TypeAlias, final

from .._value import Error as Error, Held, Value, Variants
from .._more import DirectiveMore, DirectoryMore, MandateMore, RegisterMore

__all__ = [
    "Acceptance",
    "Actor",
    "Addressee",
    "AgendaItem",
    "AnyAddressee",
    "AnyAwaited",
    "AnyChange",
    "AnyCommand",
    "AnyCompletion",
    "AnyCountedFrom",
    "AnyCriterionCheck",
    "AnyDayReason",
    "AnyDeadlineRule",
    "AnyDirectiveState",
    "AnyEngaged",
    "AnyEvent",
    "AnyExecuteOutcome",
    "AnyFate",
    "AnyMeetingState",
    "AnyObligationState",
    "AnyPerformer",
    "AnyPerformers",
    "AnyPlanningCause",
    "AnyQuestion",
    "AnyReason",
    "AnySettlement",
    "AnyStanding",
    "AnyStep",
    "AnyTarget",
    "AnyVetting",
    "AnyWho",
    "Assignment",
    "AssignmentId",
    "Attempt",
    "Attempted",
    "Attendance",
    "Authority",
    "AuthorityProvider",
    "AuthorityProviderImpl",
    "Awaited",
    "Binding",
    "Blockage",
    "Blocker",
    "Board",
    "BoardCell",
    "BoardColumn",
    "BoardRow",
    "Breakthrough",
    "BreakthroughMilestone",
    "BreakthroughTarget",
    "Busy",
    "Calendar",
    "Capacity",
    "Carried",
    "ChairOverride",
    "Change",
    "Clash",
    "Clock",
    "ClockImpl",
    "Command",
    "CommandId",
    "Committed",
    "CommitteeId",
    "Completed",
    "Completion",
    "ConformanceResult",
    "CongvanError",
    "Contained",
    "ContentHash",
    "Context",
    "CountedFrom",
    "Counts",
    "Criterion",
    "CriterionCheck",
    "CriterionId",
    "CustomRule",
    "CustomRuleImpl",
    "Day",
    "DayOff",
    "DayReason",
    "DeadlineRule",
    "Decision",
    "Delegation",
    "DelegationKind",
    "Delivery",
    "Demand",
    "Derivation",
    "Direction",
    "Directive",
    "DirectiveId",
    "DirectiveState",
    "DirectiveStateName",
    "Directory",
    "DocumentType",
    "Drafters",
    "DueItem",
    "Emulation",
    "EmulationRow",
    "Engaged",
    "Entry",
    "Event",
    "EventName",
    "EventSubscriber",
    "EventSubscriberImpl",
    "ExecuteOutcome",
    "ExecuteRequest",
    "Executed",
    "Exploration",
    "Fate",
    "Field",
    "FieldId",
    "FieldProgress",
    "Fields",
    "Finding",
    "FollowUp",
    "GroupId",
    "Header",
    "Holding",
    "Holiday",
    "InboxEntry",
    "InboxNext",
    "InboxPage",
    "Input",
    "InputError",
    "Inputs",
    "Instant",
    "InstantSpan",
    "Instrument",
    "InternalError",
    "Issue",
    "IssuingAuthority",
    "Journal",
    "JournalEntry",
    "JournalFactory",
    "JournalFactoryImpl",
    "JournalImpl",
    "JournalOutcome",
    "JournalStream",
    "KeptDocument",
    "KeptVersion",
    "Key",
    "Kind",
    "Lang",
    "Lapse",
    "Link",
    "LinkKind",
    "ListIndex",
    "LogRecord",
    "Mandate",
    "Marks",
    "MeetingId",
    "MeetingIndex",
    "MeetingPlan",
    "MeetingState",
    "MeetingStateName",
    "Milestone",
    "MilestoneKind",
    "NaiveDate",
    "NaiveTime",
    "NamedText",
    "NamedTexts",
    "Novelty",
    "Objection",
    "ObligationId",
    "ObligationState",
    "ObligationStateName",
    "Offer",
    "OfficeId",
    "OnSilence",
    "PartyId",
    "Performer",
    "Performers",
    "PersonId",
    "Planning",
    "PlanningCause",
    "Policy",
    "Position",
    "Posted",
    "Power",
    "Presence",
    "Progress",
    "Provenance",
    "Quantity",
    "Question",
    "Quorum",
    "RankCommitment",
    "RankedSlot",
    "Reason",
    "Recalling",
    "Receipt",
    "RefusalReason",
    "Register",
    "Rehearsal",
    "RehearsalFlaw",
    "RehearsedObligation",
    "Revision",
    "Roles",
    "RuleQuestion",
    "RulesByPerformer",
    "Ruling",
    "ScenarioRun",
    "ScenarioStep",
    "SchemaOf",
    "SealedRow",
    "Settlement",
    "Severity",
    "SignerLine",
    "SigningAuthority",
    "Slot",
    "Span",
    "StageKind",
    "StageLine",
    "StageProgress",
    "Stamp",
    "Standing",
    "StandingFacts",
    "Statistics",
    "Step",
    "Submission",
    "Subscription",
    "Target",
    "Text",
    "Timeline",
    "Tracked",
    "Unblock",
    "Uncounted",
    "UnitId",
    "UnitProgress",
    "Urgency",
    "Verdict",
    "Verified",
    "Vetted",
    "Vetting",
    "Who",
    "Window",
    "WorkProgress",
    "actor_from_json",
    "actors_in",
    "build_id",
    "command_from_json",
    "command_to_json",
    "describe",
    "directive_state_name",
    "directive_state_text",
    "event_from_json",
    "event_name_code",
    "event_name_text",
    "event_to_json",
    "json_schema",
    "kind_code",
    "kind_text",
    "library_version",
    "meeting_state_name",
    "meeting_state_text",
    "obligation_state_name",
    "obligation_state_text",
    "record_from_json",
    "record_to_json",
    "records_from_json",
    "run_journal_conformance",
    "run_scenario",
    "verify",
]

class InternalError(Error):
    """The library failed inside: a defect of congvan, never of the caller."""

class Capacity(enum.Enum):
    """In which capacity a person acts. Powers follow the authority that is exercised, not who signs."""
    OFFICER = 0
    """Công chức, chuyên viên: drafts, vets, prepares."""
    HEAD = 1
    """Người đứng đầu: decides for the unit."""
    DEPUTY = 2
    """Cấp phó ký thay (KT.): decides for the head within the portfolio."""
    ACTING = 3
    """Quyền (Q.): acting head, with full powers."""
    BY_ORDER = 4
    """Thừa lệnh (TL.): by order, with the powers listed in the regulation."""
    BY_AUTHORISATION = 5
    """Thừa ủy quyền (TUQ.): by written authorisation, with the powers listed in it, never re-delegated."""
    CLERK = 6
    """Văn thư: receives, registers, numbers, sends and records; never vets or decides."""
    CHAIR = 7
    """Chủ trì cuộc họp: takes the chair of a meeting."""

UnitId: TypeAlias = str

PersonId: TypeAlias = str

@final
class Actor(Value):
    """Who acts: a natural person, for a unit, in a capacity, and on whose behalf."""
    __match_args__ = ("capacity", "on_behalf", "person", "unit")
    @property
    def capacity(self) -> Capacity:
        """In which capacity the person acts."""
    @property
    def on_behalf(self) -> Optional[UnitId]:
        """The unit on whose behalf a receiving clerk records, where it is not the person's own."""
    @property
    def person(self) -> PersonId:
        """The natural person; four-eyes compares these."""
    @property
    def unit(self) -> UnitId:
        """The unit the person acts for."""
    def __init__(self, *, capacity: Capacity, on_behalf: Optional[UnitId]=..., person: PersonId, unit: UnitId) -> None: ...

AssignmentId: TypeAlias = str

@final
class AgendaItem(Value):
    """One item of a meeting's agenda: an assignment, and the units whose heads report on it."""
    __match_args__ = ("assignment", "reporting", "title")
    @property
    def assignment(self) -> AssignmentId:
        """The assignment."""
    @property
    def reporting(self) -> List[UnitId]:
        """The units whose heads report."""
    @property
    def title(self) -> str:
        """The item's title."""
    def __init__(self, *, assignment: AssignmentId, reporting: Sequence[UnitId], title: str) -> None: ...

GroupId: TypeAlias = str

OfficeId: TypeAlias = str

PartyId: TypeAlias = str

class Performers(Variants):
    """Who performs: several entries add up."""
    @final
    class Unit(Performers):
        """One unit."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Group(Performers):
        """Every member of a group on the day of issue, frozen then."""
        __match_args__ = ("value",)
        @property
        def value(self) -> GroupId: ...
        def __init__(self, value: GroupId) -> None: ...
    @final
    class Office(Performers):
        """The unit of an office, held by whoever holds it that day."""
        __match_args__ = ("value",)
        @property
        def value(self) -> OfficeId: ...
        def __init__(self, value: OfficeId) -> None: ...
    @final
    class Party(Performers):
        """An outside party, for which a receiving clerk records."""
        __match_args__ = ("value",)
        @property
        def value(self) -> PartyId: ...
        def __init__(self, value: PartyId) -> None: ...
    @final
    class StandingAgencies(Performers):
        """The standing agencies of the mandate's fields."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyPerformers: TypeAlias = Union[Performers.Unit, Performers.Group, Performers.Office, Performers.Party, Performers.StandingAgencies]

@final
class Roles(Value):
    """The other roles around an assignment."""
    __match_args__ = ("joint", "cooperating", "monitor", "collector", "recipients", "informed")
    @property
    def joint(self) -> bool:
        """Whether the performers lead jointly: they owe one obligation together, and any of them may act on it."""
    @property
    def cooperating(self) -> List[UnitId]:
        """Units that help and owe nothing."""
    @property
    def monitor(self) -> Optional[UnitId]:
        """The unit that reminds, records absence and closes standing duties; never vets, waives or extends."""
    @property
    def collector(self) -> Optional[UnitId]:
        """The unit it is sent through (thông qua), apart from vetter and recipient."""
    @property
    def recipients(self) -> List[UnitId]:
        """Who receives it to act."""
    @property
    def informed(self) -> List[UnitId]:
        """Who receives it to know."""
    def __init__(self, *, joint: bool=False, cooperating: Sequence[UnitId]=..., monitor: Optional[UnitId]=..., collector: Optional[UnitId]=..., recipients: Sequence[UnitId]=..., informed: Sequence[UnitId]=...) -> None: ...

FieldId: TypeAlias = str

MeetingId: TypeAlias = str

class Completion(Variants):
    """How an assignment is completed. Only a submission has drafts."""
    @final
    class Submission(Completion):
        """By a submission (sản phẩm) with numbered revisions."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class OwnAct(Completion):
        """By the unit's own act or document, which it records."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Declaration(Completion):
        """By declaring it done."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Attendance(Completion):
        """By attending this meeting."""
        __match_args__ = ("value",)
        @property
        def value(self) -> MeetingId: ...
        def __init__(self, value: MeetingId) -> None: ...
    @final
    class Standing(Completion):
        """Standing (thường xuyên), until it is ended."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyCompletion: TypeAlias = Union[Completion.Submission, Completion.OwnAct, Completion.Declaration, Completion.Attendance, Completion.Standing]

class Binding(enum.Enum):
    """How binding an assignment is. Only an order can become overdue or absent."""
    ORDER = 0
    """Yêu cầu, giao: an order."""
    REQUEST = 1
    """Đề nghị: a request."""
    INVITATION = 2
    """Mời: an invitation."""
    TARGET = 3
    """Chỉ tiêu phấn đấu: a target."""

class Vetting(Variants):
    """Who vets."""
    @final
    class StandingAgency(Vetting):
        """The standing agency of the obligation's field."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Unit(Vetting):
        """A named unit."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Nobody(Vetting):
        """Nobody, said and not left out."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyVetting: TypeAlias = Union[Vetting.StandingAgency, Vetting.Unit, Vetting.Nobody]

NaiveDate: TypeAlias = datetime.date

NaiveTime: TypeAlias = datetime.time

class CountedFrom(Variants):
    """What a deadline counts from."""
    @final
    class Issue(CountedFrom):
        """The day of issue."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Receipt(CountedFrom):
        """The day on which the performer received the directive."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Date(CountedFrom):
        """A day."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class Assignment(CountedFrom):
        """The due day of another assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str:
            """The assignment."""
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class Named(CountedFrom):
        """An event known by name."""
        __match_args__ = ("name",)
        @property
        def name(self) -> str:
            """The name."""
        def __init__(self, *, name: str) -> None: ...

AnyCountedFrom: TypeAlias = Union[CountedFrom.Issue, CountedFrom.Receipt, CountedFrom.Date, CountedFrom.Assignment, CountedFrom.Named]

RulesByPerformer: TypeAlias = Dict[str, DeadlineRule]

class DeadlineRule(Variants):
    """A deadline as a mandate states it."""
    @final
    class NoLaterThan(DeadlineRule):
        """Chậm nhất ngày: to the end of this day."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class Before(DeadlineRule):
        """Trước ngày: to the end of the day before."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class AtHour(DeadlineRule):
        """At the latest at an hour of a day."""
        __match_args__ = ("date", "time")
        @property
        def date(self) -> NaiveDate:
            """The day."""
        @property
        def time(self) -> NaiveTime:
            """The time, inclusive."""
        def __init__(self, *, date: NaiveDate, time: NaiveTime) -> None: ...
    @final
    class WorkingDaysAfter(DeadlineRule):
        """Working days after an event."""
        __match_args__ = ("after", "days")
        @property
        def after(self) -> AnyCountedFrom:
            """The event."""
        @property
        def days(self) -> int:
            """How many."""
        def __init__(self, *, after: CountedFrom, days: int) -> None: ...
    @final
    class CalendarDaysAfter(DeadlineRule):
        """Calendar days after an event."""
        __match_args__ = ("after", "days")
        @property
        def after(self) -> AnyCountedFrom:
            """The event."""
        @property
        def days(self) -> int:
            """How many."""
        def __init__(self, *, after: CountedFrom, days: int) -> None: ...
    @final
    class MonthsAfter(DeadlineRule):
        """Months after an event."""
        __match_args__ = ("after", "months")
        @property
        def after(self) -> AnyCountedFrom:
            """The event."""
        @property
        def months(self) -> int:
            """How many."""
        def __init__(self, *, after: CountedFrom, months: int) -> None: ...
    @final
    class EndOfMonth(DeadlineRule):
        """The end of a month."""
        __match_args__ = ("year", "month")
        @property
        def year(self) -> int:
            """The year."""
        @property
        def month(self) -> int:
            """The month, 1 to 12."""
        def __init__(self, *, year: int, month: int) -> None: ...
    @final
    class EndOfQuarter(DeadlineRule):
        """The end of a quarter."""
        __match_args__ = ("quarter", "year")
        @property
        def quarter(self) -> int:
            """The quarter, 1 to 4."""
        @property
        def year(self) -> int:
            """The year."""
        def __init__(self, *, quarter: int, year: int) -> None: ...
    @final
    class EndOfYear(DeadlineRule):
        """The end of a year."""
        __match_args__ = ("year",)
        @property
        def year(self) -> int:
            """The year."""
        def __init__(self, *, year: int) -> None: ...
    @final
    class On(DeadlineRule):
        """On a day."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class With(DeadlineRule):
        """Together with another assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str:
            """The assignment."""
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class Until(DeadlineRule):
        """Until another assignment is due."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str:
            """The assignment."""
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class PerPerformer(DeadlineRule):
        """Another deadline for each performer."""
        __match_args__ = ("rules", "otherwise")
        @property
        def rules(self) -> RulesByPerformer:
            """By the identifier of the performer."""
        @property
        def otherwise(self) -> Optional[AnyDeadlineRule]:
            """For everybody else."""
        def __init__(self, *, rules: RulesByPerformer, otherwise: Optional[DeadlineRule]=...) -> None: ...
    @final
    class ByReference(DeadlineRule):
        """As another document lays down."""
        __match_args__ = ("document", "provision")
        @property
        def document(self) -> str:
            """The document."""
        @property
        def provision(self) -> Optional[str]:
            """The provision of it."""
        def __init__(self, *, document: str, provision: Optional[str]=...) -> None: ...
    @final
    class OnDemand(DeadlineRule):
        """Whenever it is asked for."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class OnCondition(DeadlineRule):
        """When a condition comes true."""
        __match_args__ = ("condition",)
        @property
        def condition(self) -> str:
            """The condition, in words."""
        def __init__(self, *, condition: str) -> None: ...
    @final
    class None_(DeadlineRule):
        """None; the word of urgency is kept."""
        __match_args__ = ("urgency_word",)
        @property
        def urgency_word(self) -> Optional[str]:
            """The word of urgency, such as `khẩn trương`."""
        def __init__(self, *, urgency_word: Optional[str]=...) -> None: ...

AnyDeadlineRule: TypeAlias = Union[DeadlineRule.NoLaterThan, DeadlineRule.Before, DeadlineRule.AtHour, DeadlineRule.WorkingDaysAfter, DeadlineRule.CalendarDaysAfter, DeadlineRule.MonthsAfter, DeadlineRule.EndOfMonth, DeadlineRule.EndOfQuarter, DeadlineRule.EndOfYear, DeadlineRule.On, DeadlineRule.With, DeadlineRule.Until, DeadlineRule.PerPerformer, DeadlineRule.ByReference, DeadlineRule.OnDemand, DeadlineRule.OnCondition, DeadlineRule.None_]

CriterionId: TypeAlias = str

class CriterionCheck(Variants):
    """How a criterion is judged: by machine from the structured fields of a submission, or by a person with a reason."""
    @final
    class Human(CriterionCheck):
        """A person judges, with a reason."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class BetterThanBaselineOrNew(CriterionCheck):
        """Every target is strictly better than the assigned baseline in its direction, or novelty is claimed and justified."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class HasSolution(CriterionCheck):
        """At least one solution."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class HasMilestoneIn(CriterionCheck):
        """At least one milestone dated within this year."""
        __match_args__ = ("year",)
        @property
        def year(self) -> int:
            """The year."""
        def __init__(self, *, year: int) -> None: ...
    @final
    class HasProduct(CriterionCheck):
        """At least one product."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class StatesConformity(CriterionCheck):
        """Conformity with the law is stated."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class RankAmongPeers(CriterionCheck):
        """A rank that is an integer among the peers of the unit's group."""
        __match_args__ = ("groups",)
        @property
        def groups(self) -> List[GroupId]:
            """The groups of peers; the one that the performer belongs to counts."""
        def __init__(self, *, groups: Sequence[GroupId]) -> None: ...

AnyCriterionCheck: TypeAlias = Union[CriterionCheck.Human, CriterionCheck.BetterThanBaselineOrNew, CriterionCheck.HasSolution, CriterionCheck.HasMilestoneIn, CriterionCheck.HasProduct, CriterionCheck.StatesConformity, CriterionCheck.RankAmongPeers]

@final
class Criterion(Value):
    """One criterion that a submission is vetted against."""
    __match_args__ = ("id", "title", "check")
    @property
    def id(self) -> CriterionId:
        """The identifier that findings of a vetting use."""
    @property
    def title(self) -> str:
        """What it asks, in a line."""
    @property
    def check(self) -> AnyCriterionCheck:
        """How it is judged."""
    def __init__(self, *, id: CriterionId, title: str, check: CriterionCheck) -> None: ...

class DayOff(enum.Enum):
    """What holds for a deadline that falls on a day off."""
    FINDING = 0
    """It stands as printed, and is a finding."""
    KEEP = 1
    """It holds on the day off, and the mandate says so."""
    EARLIER = 2
    """The working day before."""
    LATER = 3
    """The next working day."""

class OnSilence(enum.Enum):
    """What silence after the deadline means."""
    NOTHING = 0
    """Nothing: it stays owed until absence or no response is recorded."""
    CONSENT = 1
    """Consent: silence settles it."""

@final
class Assignment(Value):
    """One assignment of a mandate."""
    __match_args__ = ("id", "title", "performers", "roles", "per_field", "own_field", "completion", "binding", "vetted_by", "vetted_by_source", "vetting_deadline", "criteria", "deadline", "on_day_off", "consolidates", "on_silence", "source")
    @property
    def id(self) -> AssignmentId:
        """The identifier, such as `1a`."""
    @property
    def title(self) -> str:
        """What is to be done, in a line."""
    @property
    def performers(self) -> List[AnyPerformers]:
        """Who owes it: each performer owes its own."""
    @property
    def roles(self) -> Roles:
        """Cooperating units, monitor, collector and recipients."""
    @property
    def per_field(self) -> List[FieldId]:
        """Owed once for each of these fields; empty means once. With `own_field` only in the fields where the performer
        is the standing agency.
        """
    @property
    def own_field(self) -> bool:
        """Whether a performer owes it only in the fields where it is the standing agency."""
    @property
    def completion(self) -> AnyCompletion:
        """How it is completed."""
    @property
    def binding(self) -> Binding:
        """How binding it is."""
    @property
    def vetted_by(self) -> Optional[AnyVetting]:
        """Who vets. Left out is a finding and means nobody."""
    @property
    def vetted_by_source(self) -> Optional[str]:
        """Whether who vets is said by the directive or supplied by the people who wrote this mandate down."""
    @property
    def vetting_deadline(self) -> Optional[AnyDeadlineRule]:
        """By when it is vetted; none means the deadline of the consolidation that waits for it."""
    @property
    def criteria(self) -> List[Criterion]:
        """What a submission is vetted against."""
    @property
    def deadline(self) -> AnyDeadlineRule:
        """By when."""
    @property
    def on_day_off(self) -> Optional[DayOff]:
        """What holds when the deadline falls on a day off; none means the policy's answer."""
    @property
    def consolidates(self) -> List[AssignmentId]:
        """The assignments this one consolidates; a consolidation in a field takes the inputs of its field."""
    @property
    def on_silence(self) -> OnSilence:
        """What silence after the deadline means, for opinions (Decree 191/2026/ND-CP)."""
    @property
    def source(self) -> Optional[str]:
        """Where the directive says it, such as `item 1, first dash`."""
    def __init__(self, *, id: AssignmentId, title: str, performers: Sequence[Performers], roles: Roles, per_field: Sequence[FieldId]=..., own_field: bool=False, completion: Completion, binding: Binding, vetted_by: Optional[Vetting]=..., vetted_by_source: Optional[str]=..., vetting_deadline: Optional[DeadlineRule]=..., criteria: Sequence[Criterion]=..., deadline: DeadlineRule, on_day_off: Optional[DayOff]=..., consolidates: Sequence[AssignmentId]=..., on_silence: OnSilence, source: Optional[str]=...) -> None: ...

Instant: TypeAlias = datetime.datetime

class DirectiveStateName(enum.Enum):
    """The name of a directive's state, frozen because logs and refusals carry it."""
    UNWRITTEN = 0
    """Before its first event."""
    DRAFTED = 1
    """Drafted."""
    SIGNED = 2
    """Signed: the content is frozen, number and date are missing."""
    DISCARDED = 3
    """Given up before issue."""
    IN_FORCE = 4
    """Issued and in force."""
    CONCLUDED = 5
    """Concluded, or closed without a meeting."""
    REVOKED = 6
    """Revoked by its issuer or a superior."""
    REPLACED = 7
    """Replaced by another directive."""

ObligationId: TypeAlias = int

MeetingIndex: TypeAlias = int

class ObligationStateName(enum.Enum):
    """The name of an obligation's state, frozen because logs and refusals carry it."""
    OWED = 0
    """Owed and not begun."""
    DRAFTING = 1
    """A draft is being written."""
    SUBMITTED = 2
    """Submitted, and to be vetted."""
    RETURNED = 3
    """Returned with findings, to be drafted again."""
    ACCEPTED = 4
    """Accepted."""
    INCORPORATED = 5
    """Accepted, and part of an accepted consolidation."""
    WAIVED = 6
    """Waived by the authority."""
    ABSENT = 7
    """Recorded as absent after the deadline."""
    NO_RESPONSE = 8
    """Not an order, and no response was recorded."""
    CONSENTED = 9
    """Silence counted as consent."""
    CONTINUING = 10
    """A standing duty that goes on."""
    ENDED = 11
    """A standing duty that was ended."""
    LAPSED = 12
    """Fell away with its directive, or was carried into another."""

class MeetingStateName(enum.Enum):
    """The name of a meeting's state, frozen because logs and refusals carry it."""
    PLANNED = 0
    """Ordered, without a date; perhaps with a tentative one."""
    SCHEDULED = 1
    """Scheduled, with invitations out."""
    POSTPONED = 2
    """Postponed: again without a date."""
    HELD = 3
    """Held, or adjourned to a further sitting."""
    ANNOUNCED = 4
    """Its conclusion is announced."""
    CANCELLED = 5
    """Cancelled."""

class Power(enum.Enum):
    """What a delegation can hand over."""
    SIGN = 0
    """Sign a dispatch or a document."""
    WAIVE = 1
    """Waive an obligation."""
    EXTEND = 2
    """Extend a deadline."""
    AMEND = 3
    """Amend a directive."""
    REVOKE = 4
    """Revoke a directive (thu hồi)."""
    REPLACE = 5
    """Replace a directive (thay thế)."""
    REASSIGN_VETTING = 6
    """Hand a vetting to another unit."""
    SETTLE_DECLINE = 7
    """Settle that a unit declined an assignment."""
    FIX_DEADLINE = 8
    """Resolve a deadline that was left open."""
    CLOSE = 9
    """End a standing duty or close a directive."""
    CONCLUDE = 10
    """Conclude a directive or a meeting."""
    VET = 11
    """Vet a submission (thẩm định): accept or return it."""
    SUBMIT = 12
    """Submit for the unit."""
    SCHEDULE = 13
    """Schedule, reschedule or postpone a meeting."""
    CHAIR = 14
    """Take the chair of a meeting."""

ContentHash: TypeAlias = str

@final
class Text(Value):
    """A text in both languages."""
    __match_args__ = ("vi", "en")
    @property
    def vi(self) -> str:
        """The Vietnamese text, in the register of official documents."""
    @property
    def en(self) -> str:
        """The English text."""
    def __init__(self, *, vi: str, en: str) -> None: ...

Key: TypeAlias = str

DirectiveId: TypeAlias = str

@final
class Window(Value):
    """From which day to which day, both included."""
    __match_args__ = ("start", "until")
    @property
    def start(self) -> NaiveDate:
        """The first day."""
    @property
    def until(self) -> NaiveDate:
        """The last day."""
    def __init__(self, *, start: NaiveDate, until: NaiveDate) -> None: ...

class Reason(Variants):
    """Why a command is refused, with the facts."""
    @final
    class WrongState(Reason):
        """The directive is in another state."""
        __match_args__ = ("state", "expected")
        @property
        def state(self) -> DirectiveStateName:
            """The state it is in."""
        @property
        def expected(self) -> List[DirectiveStateName]:
            """The states in which this can be done."""
        def __init__(self, *, state: DirectiveStateName, expected: Sequence[DirectiveStateName]) -> None: ...
    @final
    class UnknownObligation(Reason):
        """There is no such obligation."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """What was named."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class UnknownMeeting(Reason):
        """There is no such meeting."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex:
            """What was named."""
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class UnknownUnit(Reason):
        """The unit has nothing to do with this directive, or is not in the directory."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId:
            """What was named."""
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class UnknownAssignment(Reason):
        """There is no such assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> AssignmentId:
            """What was named."""
        def __init__(self, *, assignment: AssignmentId) -> None: ...
    @final
    class UnknownField(Reason):
        """There is no such field."""
        __match_args__ = ("field",)
        @property
        def field(self) -> FieldId:
            """What was named."""
        def __init__(self, *, field: FieldId) -> None: ...
    @final
    class WrongObligationState(Reason):
        """The obligation is in another state."""
        __match_args__ = ("obligation", "state", "expected")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def state(self) -> ObligationStateName:
            """The state it is in."""
        @property
        def expected(self) -> List[ObligationStateName]:
            """The states in which this can be done."""
        def __init__(self, *, obligation: ObligationId, state: ObligationStateName, expected: Sequence[ObligationStateName]) -> None: ...
    @final
    class WrongMeetingState(Reason):
        """The meeting is in another state."""
        __match_args__ = ("meeting", "state", "expected")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def state(self) -> MeetingStateName:
            """The state it is in."""
        @property
        def expected(self) -> List[MeetingStateName]:
            """The states in which this can be done."""
        def __init__(self, *, meeting: MeetingIndex, state: MeetingStateName, expected: Sequence[MeetingStateName]) -> None: ...
    @final
    class NotAConsolidation(Reason):
        """The obligation consolidates nothing."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class IsAConsolidation(Reason):
        """The obligation is a consolidation, which is drafted and signed from its inputs."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class WrongCompletion(Reason):
        """The obligation is completed in another way."""
        __match_args__ = ("obligation", "completion")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def completion(self) -> AnyCompletion:
            """How it is completed."""
        def __init__(self, *, obligation: ObligationId, completion: Completion) -> None: ...
    @final
    class WrongUnit(Reason):
        """The actor's unit has no part in this."""
        __match_args__ = ("unit", "allowed")
        @property
        def unit(self) -> UnitId:
            """The actor's unit."""
        @property
        def allowed(self) -> List[UnitId]:
            """The units that may."""
        def __init__(self, *, unit: UnitId, allowed: Sequence[UnitId]) -> None: ...
    @final
    class WrongCapacity(Reason):
        """The actor's capacity does not suffice."""
        __match_args__ = ("capacity", "allowed")
        @property
        def capacity(self) -> Capacity:
            """The actor's capacity."""
        @property
        def allowed(self) -> List[Capacity]:
            """The capacities that suffice."""
        def __init__(self, *, capacity: Capacity, allowed: Sequence[Capacity]) -> None: ...
    @final
    class NotInCapacity(Reason):
        """The directory does not know the person in this capacity on this day."""
        __match_args__ = ("person", "unit", "capacity", "on")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def unit(self) -> UnitId:
            """The unit."""
        @property
        def capacity(self) -> Capacity:
            """The capacity claimed."""
        @property
        def on(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, person: PersonId, unit: UnitId, capacity: Capacity, on: NaiveDate) -> None: ...
    @final
    class PowerNotDelegated(Reason):
        """The order or authorisation does not list this power, or is not in force."""
        __match_args__ = ("person", "power")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def power(self) -> Power:
            """The power."""
        def __init__(self, *, person: PersonId, power: Power) -> None: ...
    @final
    class OutOfPortfolio(Reason):
        """It touches fields outside the deputy's portfolio, or outside the fields of the order or authorisation."""
        __match_args__ = ("person", "capacity", "fields")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def capacity(self) -> Capacity:
            """In which capacity."""
        @property
        def fields(self) -> List[FieldId]:
            """The fields it touches; none where the directive names none."""
        def __init__(self, *, person: PersonId, capacity: Capacity, fields: Sequence[FieldId]) -> None: ...
    @final
    class OwnWork(Reason):
        """The person drafted or signed what he is to vet."""
        __match_args__ = ("person", "obligation")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, person: PersonId, obligation: ObligationId) -> None: ...
    @final
    class FallbackVets(Reason):
        """The vetting unit's own head signed it: the fallback vetter decides."""
        __match_args__ = ("obligation", "fallback")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def fallback(self) -> UnitId:
            """The fallback vetter."""
        def __init__(self, *, obligation: ObligationId, fallback: UnitId) -> None: ...
    @final
    class SignatoryWithoutAuthority(Reason):
        """The signatory may not sign for the unit."""
        __match_args__ = ("person", "unit", "capacity")
        @property
        def person(self) -> PersonId:
            """The signatory."""
        @property
        def unit(self) -> UnitId:
            """The unit."""
        @property
        def capacity(self) -> Capacity:
            """The capacity claimed."""
        def __init__(self, *, person: PersonId, unit: UnitId, capacity: Capacity) -> None: ...
    @final
    class AskerMayNotDecide(Reason):
        """The person who asked for the extension may not decide on it."""
        __match_args__ = ("person",)
        @property
        def person(self) -> PersonId:
            """The person."""
        def __init__(self, *, person: PersonId) -> None: ...
    @final
    class NotTheChair(Reason):
        """The person does not hold the office that takes the chair."""
        __match_args__ = ("person", "office")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def office(self) -> OfficeId:
            """The office that takes the chair."""
        def __init__(self, *, person: PersonId, office: OfficeId) -> None: ...
    @final
    class NotTheSigner(Reason):
        """The person does not hold the office that signs the directive."""
        __match_args__ = ("person", "office")
        @property
        def person(self) -> PersonId:
            """The person."""
        @property
        def office(self) -> OfficeId:
            """The office that signs."""
        def __init__(self, *, person: PersonId, office: OfficeId) -> None: ...
    @final
    class TextMissing(Reason):
        """A text that must be given is empty."""
        __match_args__ = ("what",)
        @property
        def what(self) -> str:
            """Which one, such as `reason`."""
        def __init__(self, *, what: str) -> None: ...
    @final
    class NothingNamed(Reason):
        """No target is named."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NamedTwice(Reason):
        """A target is named twice."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which one."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class StaleRevision(Reason):
        """Another revision than the current one is cited."""
        __match_args__ = ("obligation", "cited", "current")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def cited(self) -> ContentHash:
            """The hash cited."""
        @property
        def current(self) -> ContentHash:
            """The hash of the current revision."""
        def __init__(self, *, obligation: ObligationId, cited: ContentHash, current: ContentHash) -> None: ...
    @final
    class CriterionNotMet(Reason):
        """A criterion that the machine checks is not met."""
        __match_args__ = ("obligation", "criterion")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def criterion(self) -> CriterionId:
            """Which criterion."""
        def __init__(self, *, obligation: ObligationId, criterion: CriterionId) -> None: ...
    @final
    class VerdictMissing(Reason):
        """A criterion that a person judges has no verdict."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId:
            """Which criterion."""
        def __init__(self, *, criterion: CriterionId) -> None: ...
    @final
    class UnknownCriterion(Reason):
        """The assignment has no such criterion."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId:
            """What was named."""
        def __init__(self, *, criterion: CriterionId) -> None: ...
    @final
    class VerdictContradicts(Reason):
        """It is to be accepted although a verdict says that a criterion is not met."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId:
            """Which criterion."""
        def __init__(self, *, criterion: CriterionId) -> None: ...
    @final
    class NoFinding(Reason):
        """Nothing was found that would justify returning it."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class EffectiveAfterRecorded(Reason):
        """The effective time lies after the recorded time."""
        __match_args__ = ("effective", "recorded")
        @property
        def effective(self) -> Instant:
            """From when it is to hold."""
        @property
        def recorded(self) -> Instant:
            """When it is recorded."""
        def __init__(self, *, effective: Instant, recorded: Instant) -> None: ...
    @final
    class EffectiveBeforeIssue(Reason):
        """The effective time lies before the day of issue."""
        __match_args__ = ("effective", "issued")
        @property
        def effective(self) -> Instant:
            """From when it is to hold."""
        @property
        def issued(self) -> NaiveDate:
            """The day of issue."""
        def __init__(self, *, effective: Instant, issued: NaiveDate) -> None: ...
    @final
    class DeadlineNotPassed(Reason):
        """The deadline has not passed."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def due(self) -> Instant:
            """The last instant on time."""
        def __init__(self, *, obligation: ObligationId, due: Instant) -> None: ...
    @final
    class NoDeadline(Reason):
        """The obligation has no deadline yet."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DeadlineAlreadyFixed(Reason):
        """The deadline is fixed already: only an extension moves it."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def due(self) -> Instant:
            """The last instant on time."""
        def __init__(self, *, obligation: ObligationId, due: Instant) -> None: ...
    @final
    class NotLater(Reason):
        """The new deadline is not later than the one in force."""
        __match_args__ = ("obligation", "due", "proposed")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def due(self) -> Instant:
            """The last instant on time, as now in force."""
        @property
        def proposed(self) -> Instant:
            """What was proposed."""
        def __init__(self, *, obligation: ObligationId, due: Instant, proposed: Instant) -> None: ...
    @final
    class DependentNotMoved(Reason):
        """A consolidation that waits for it would be due before it."""
        __match_args__ = ("consolidation", "due", "proposed")
        @property
        def consolidation(self) -> ObligationId:
            """Which consolidation."""
        @property
        def due(self) -> Instant:
            """Its last instant on time."""
        @property
        def proposed(self) -> Instant:
            """What was proposed for its input."""
        def __init__(self, *, consolidation: ObligationId, due: Instant, proposed: Instant) -> None: ...
    @final
    class RequestAlreadyOpen(Reason):
        """A request for an extension is open already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NoOpenRequest(Reason):
        """No request for an extension is open."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class TooManyExtensions(Reason):
        """The policy allows no further extension."""
        __match_args__ = ("obligation", "granted", "allowed")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def granted(self) -> int:
            """How many were granted."""
        @property
        def allowed(self) -> int:
            """How many are allowed."""
        def __init__(self, *, obligation: ObligationId, granted: int, allowed: int) -> None: ...
    @final
    class VettingBegun(Reason):
        """Vetting has begun: it can be asked for, but not taken back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class VettingNotBegun(Reason):
        """Vetting has not begun: it can simply be taken back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class RecallNotRequested(Reason):
        """Nobody asked for it back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class RecallAlreadyRequested(Reason):
        """It was asked for already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class InputLocked(Reason):
        """A signed consolidation contains it."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NobodyVets(Reason):
        """Nobody vets this obligation."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class VettingStillInTime(Reason):
        """The vetting is still in time, and somebody may do it."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def due(self) -> Instant:
            """Until when."""
        def __init__(self, *, obligation: ObligationId, due: Instant) -> None: ...
    @final
    class NothingChanges(Reason):
        """It already is where it is to go."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NotAnOrder(Reason):
        """Only an order can be absent."""
        __match_args__ = ("obligation", "binding")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def binding(self) -> Binding:
            """How binding it is."""
        def __init__(self, *, obligation: ObligationId, binding: Binding) -> None: ...
    @final
    class IsAnOrder(Reason):
        """An order is owed: absence is recorded, not a missing response."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DisputeOpen(Reason):
        """The receiver declined the directive, and the authority has not decided."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class NoDispute(Reason):
        """No dispute is open."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class NotDelivered(Reason):
        """No receipt or delivery is recorded for this unit."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId:
            """The unit."""
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class AlreadyAcknowledged(Reason):
        """Receipt is recorded already."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId:
            """The unit."""
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class InputsOpen(Reason):
        """Expected inputs are still open."""
        __match_args__ = ("consolidation", "count", "open")
        @property
        def consolidation(self) -> ObligationId:
            """Which consolidation."""
        @property
        def count(self) -> int:
            """How many are open."""
        @property
        def open(self) -> List[ObligationId]:
            """The first of them."""
        def __init__(self, *, consolidation: ObligationId, count: int, open: Sequence[ObligationId]) -> None: ...
    @final
    class InputsChanged(Reason):
        """Inputs changed since the consolidation was drafted."""
        __match_args__ = ("consolidation", "changed")
        @property
        def consolidation(self) -> ObligationId:
            """Which consolidation."""
        @property
        def changed(self) -> List[ObligationId]:
            """Which inputs."""
        def __init__(self, *, consolidation: ObligationId, changed: Sequence[ObligationId]) -> None: ...
    @final
    class NotDrafted(Reason):
        """The consolidation was not drafted from its inputs."""
        __match_args__ = ("consolidation",)
        @property
        def consolidation(self) -> ObligationId:
            """Which consolidation."""
        def __init__(self, *, consolidation: ObligationId) -> None: ...
    @final
    class NotYetConsolidated(Reason):
        """No signed consolidation contains it: it can still be submitted or reopened."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NoCollector(Reason):
        """It is sent through nobody."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class AlreadyForwarded(Reason):
        """The collector has forwarded it already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class MandateInvalid(Reason):
        """The mandate's structure is wrong."""
        __match_args__ = ("problems",)
        @property
        def problems(self) -> List[Text]:
            """What is wrong, one clause each."""
        def __init__(self, *, problems: Sequence[Text]) -> None: ...
    @final
    class ConflictNotRuled(Reason):
        """A conflict of dates carries no ruling."""
        __match_args__ = ("finding", "place")
        @property
        def finding(self) -> str:
            """The code of the finding."""
        @property
        def place(self) -> str:
            """Where."""
        def __init__(self, *, finding: str, place: str) -> None: ...
    @final
    class UnknownFinding(Reason):
        """The ruling speaks of no finding of this mandate."""
        __match_args__ = ("finding",)
        @property
        def finding(self) -> Optional[str]:
            """What was named; nothing where the mandate has no finding at all."""
        def __init__(self, *, finding: Optional[str]) -> None: ...
    @final
    class NumberTaken(Reason):
        """The number is taken within issuer, series and year."""
        __match_args__ = ("number", "year")
        @property
        def number(self) -> int:
            """The number."""
        @property
        def year(self) -> int:
            """The year."""
        def __init__(self, *, number: int, year: int) -> None: ...
    @final
    class NotationInvalid(Reason):
        """Number or notation is not as Decree 30/2020/ND-CP wants it."""
        __match_args__ = ("notation", "problem")
        @property
        def notation(self) -> str:
            """What was given."""
        @property
        def problem(self) -> Text:
            """What is wrong."""
        def __init__(self, *, notation: str, problem: Text) -> None: ...
    @final
    class DateBeforeSignature(Reason):
        """The date lies before the signature."""
        __match_args__ = ("date", "signed")
        @property
        def date(self) -> NaiveDate:
            """The date."""
        @property
        def signed(self) -> NaiveDate:
            """The day of the signature."""
        def __init__(self, *, date: NaiveDate, signed: NaiveDate) -> None: ...
    @final
    class DateInFuture(Reason):
        """The date lies in the future."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate:
            """The date."""
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class LateReasonMissing(Reason):
        """It is numbered later than it had to be, and nobody says why."""
        __match_args__ = ("last",)
        @property
        def last(self) -> NaiveDate:
            """The last day on time."""
        def __init__(self, *, last: NaiveDate) -> None: ...
    @final
    class ObligationsOpen(Reason):
        """Obligations are open."""
        __match_args__ = ("count", "open")
        @property
        def count(self) -> int:
            """How many."""
        @property
        def open(self) -> List[ObligationId]:
            """The first of them."""
        def __init__(self, *, count: int, open: Sequence[ObligationId]) -> None: ...
    @final
    class MeetingsOpen(Reason):
        """Meetings are neither announced nor cancelled."""
        __match_args__ = ("open",)
        @property
        def open(self) -> List[MeetingIndex]:
            """Which."""
        def __init__(self, *, open: Sequence[MeetingIndex]) -> None: ...
    @final
    class MeetingOrdered(Reason):
        """The directive orders a meeting: it is concluded after it, not closed."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NoConclusion(Reason):
        """No conclusion of a meeting was announced: it is closed, not concluded."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class CarriedNotOpen(Reason):
        """An obligation that is to be carried is not open."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class ObligationExists(Reason):
        """There is such an obligation already."""
        __match_args__ = ("key",)
        @property
        def key(self) -> Key:
            """Its key."""
        def __init__(self, *, key: Key) -> None: ...
    @final
    class AssignmentTwice(Reason):
        """There is such an assignment already, or one act adds to it twice."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> AssignmentId:
            """Which assignment."""
        def __init__(self, *, assignment: AssignmentId) -> None: ...
    @final
    class ReplacesItself(Reason):
        """A directive cannot replace itself."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class SuccessorNotIssued(Reason):
        """No directive that would replace this one has been issued."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NotItsSuccessor(Reason):
        """The directive named does not replace this one: it does not say so, comes from another body, has another form, or
        is older.
        """
        __match_args__ = ("by", "document", "date")
        @property
        def by(self) -> DirectiveId:
            """What was named."""
        @property
        def document(self) -> str:
            """Number and notation of this directive."""
        @property
        def date(self) -> NaiveDate:
            """Its date."""
        def __init__(self, *, by: DirectiveId, document: str, date: NaiveDate) -> None: ...
    @final
    class AnotherInstrument(Reason):
        """The document cited is not the one under which the new directive was issued."""
        __match_args__ = ("cited", "issued", "date")
        @property
        def cited(self) -> str:
            """What was cited."""
        @property
        def issued(self) -> str:
            """Number and notation of the new directive."""
        @property
        def date(self) -> NaiveDate:
            """Its date."""
        def __init__(self, *, cited: str, issued: str, date: NaiveDate) -> None: ...
    @final
    class MeetingNotPrepared(Reason):
        """What the meeting prepares is not settled."""
        __match_args__ = ("meeting", "count")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def count(self) -> int:
            """How many obligations are open."""
        def __init__(self, *, meeting: MeetingIndex, count: int) -> None: ...
    @final
    class OutsideWindow(Reason):
        """The day lies outside the window."""
        __match_args__ = ("day", "window")
        @property
        def day(self) -> NaiveDate:
            """The day."""
        @property
        def window(self) -> Window:
            """The window."""
        def __init__(self, *, day: NaiveDate, window: Window) -> None: ...
    @final
    class WindowReversed(Reason):
        """The window ends before it begins."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window:
            """The window."""
        def __init__(self, *, window: Window) -> None: ...
    @final
    class DayOff(Reason):
        """The day is a day off, and the chair has not decided to sit on it."""
        __match_args__ = ("day",)
        @property
        def day(self) -> NaiveDate:
            """The day."""
        def __init__(self, *, day: NaiveDate) -> None: ...
    @final
    class SlotInPast(Reason):
        """The slot lies in the past."""
        __match_args__ = ("start",)
        @property
        def start(self) -> Instant:
            """When it begins."""
        def __init__(self, *, start: Instant) -> None: ...
    @final
    class NotYetBegun(Reason):
        """The sitting has not begun."""
        __match_args__ = ("start",)
        @property
        def start(self) -> Instant:
            """When it begins."""
        def __init__(self, *, start: Instant) -> None: ...
    @final
    class QuorumMissing(Reason):
        """The quorum is missing, and no note of the chair is recorded."""
        __match_args__ = ("present", "needed")
        @property
        def present(self) -> int:
            """How many were present."""
        @property
        def needed(self) -> int:
            """How many are needed."""
        def __init__(self, *, present: int, needed: int) -> None: ...
    @final
    class AttendanceMissing(Reason):
        """Nothing is recorded of how an invited unit was represented."""
        __match_args__ = ("units",)
        @property
        def units(self) -> List[UnitId]:
            """The units."""
        def __init__(self, *, units: Sequence[UnitId]) -> None: ...
    @final
    class Adjourned(Reason):
        """The chair adjourned: a further sitting is to be held first."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class RuleObjects(Reason):
        """A rule of the province objects."""
        __match_args__ = ("rule", "version", "reason", "cure")
        @property
        def rule(self) -> str:
            """The rule's name."""
        @property
        def version(self) -> str:
            """Its version."""
        @property
        def reason(self) -> Text:
            """Why."""
        @property
        def cure(self) -> Text:
            """What would satisfy it."""
        def __init__(self, *, rule: str, version: str, reason: Text, cure: Text) -> None: ...

AnyReason: TypeAlias = Union[Reason.WrongState, Reason.UnknownObligation, Reason.UnknownMeeting, Reason.UnknownUnit, Reason.UnknownAssignment, Reason.UnknownField, Reason.WrongObligationState, Reason.WrongMeetingState, Reason.NotAConsolidation, Reason.IsAConsolidation, Reason.WrongCompletion, Reason.WrongUnit, Reason.WrongCapacity, Reason.NotInCapacity, Reason.PowerNotDelegated, Reason.OutOfPortfolio, Reason.OwnWork, Reason.FallbackVets, Reason.SignatoryWithoutAuthority, Reason.AskerMayNotDecide, Reason.NotTheChair, Reason.NotTheSigner, Reason.TextMissing, Reason.NothingNamed, Reason.NamedTwice, Reason.StaleRevision, Reason.CriterionNotMet, Reason.VerdictMissing, Reason.UnknownCriterion, Reason.VerdictContradicts, Reason.NoFinding, Reason.EffectiveAfterRecorded, Reason.EffectiveBeforeIssue, Reason.DeadlineNotPassed, Reason.NoDeadline, Reason.DeadlineAlreadyFixed, Reason.NotLater, Reason.DependentNotMoved, Reason.RequestAlreadyOpen, Reason.NoOpenRequest, Reason.TooManyExtensions, Reason.VettingBegun, Reason.VettingNotBegun, Reason.RecallNotRequested, Reason.RecallAlreadyRequested, Reason.InputLocked, Reason.NobodyVets, Reason.VettingStillInTime, Reason.NothingChanges, Reason.NotAnOrder, Reason.IsAnOrder, Reason.DisputeOpen, Reason.NoDispute, Reason.NotDelivered, Reason.AlreadyAcknowledged, Reason.InputsOpen, Reason.InputsChanged, Reason.NotDrafted, Reason.NotYetConsolidated, Reason.NoCollector, Reason.AlreadyForwarded, Reason.MandateInvalid, Reason.ConflictNotRuled, Reason.UnknownFinding, Reason.NumberTaken, Reason.NotationInvalid, Reason.DateBeforeSignature, Reason.DateInFuture, Reason.LateReasonMissing, Reason.ObligationsOpen, Reason.MeetingsOpen, Reason.MeetingOrdered, Reason.NoConclusion, Reason.CarriedNotOpen, Reason.ObligationExists, Reason.AssignmentTwice, Reason.ReplacesItself, Reason.SuccessorNotIssued, Reason.NotItsSuccessor, Reason.AnotherInstrument, Reason.MeetingNotPrepared, Reason.OutsideWindow, Reason.WindowReversed, Reason.DayOff, Reason.SlotInPast, Reason.NotYetBegun, Reason.QuorumMissing, Reason.AttendanceMissing, Reason.Adjourned, Reason.RuleObjects]

@final
class RefusalReason(Value):
    """One reason of a refusal, as it is told to people."""
    __match_args__ = ("code", "facts", "sentence", "cure", "clause")
    @property
    def code(self) -> str:
        """The frozen code, such as `deadline_not_passed`."""
    @property
    def facts(self) -> AnyReason:
        """The reason itself with its facts."""
    @property
    def sentence(self) -> Text:
        """Why, in one clause."""
    @property
    def cure(self) -> Text:
        """What or who would satisfy it: the unit, the capacity, the command or the date."""
    @property
    def clause(self) -> Text:
        """The clause of the rule or law that it comes from."""
    def __init__(self, *, code: str, facts: Reason, sentence: Text, cure: Text, clause: Text) -> None: ...

@final
class InputError(Value):
    """One thing that is wrong in what was given."""
    __match_args__ = ("file", "line", "column", "field", "found", "expected", "what", "remedy", "told")
    @property
    def file(self) -> str:
        """The name of the file; empty for an argument."""
    @property
    def line(self) -> int:
        """The line, the first being 1; 0 where there is none."""
    @property
    def column(self) -> int:
        """The column in characters, the first being 1; 0 where there is none."""
    @property
    def field(self) -> str:
        """The way to the value, such as `assignments[2].deadline.date`, or the type of the argument."""
    @property
    def found(self) -> str:
        """What was written there; empty when nothing was."""
    @property
    def expected(self) -> Text:
        """What was expected there, as a noun phrase; empty when the clause says it already."""
    @property
    def what(self) -> Text:
        """What is wrong, in one clause."""
    @property
    def remedy(self) -> Optional[Text]:
        """What to do about it, when that is known."""
    @property
    def told(self) -> Text:
        """All of it on one line, its place first."""
    def __init__(self, *, file: str, line: int, column: int, field: str, found: str, expected: Text, what: Text, remedy: Optional[Text], told: Text) -> None: ...

CommandId: TypeAlias = str

class CongvanError(Error):
    """What went wrong."""
    class Refused(CongvanError):
        """The lifecycle refuses it, with every reason: the person corrects the request. Nothing has changed."""
        __match_args__ = ("reasons",)
        reasons: List[RefusalReason]
        """The reasons, most basic first; never empty."""
        def __init__(self, reasons: List[RefusalReason]) -> None: ...
    class Input(CongvanError):
        """What was given is wrong: a file, or an argument."""
        __match_args__ = ("errors",)
        errors: List[InputError]
        """Everything that is wrong, in the order of the places; never empty."""
        def __init__(self, errors: List[InputError]) -> None: ...
    class NotFound(CongvanError):
        """There is no such thing in the register."""
        __match_args__ = ("what",)
        what: Text
        """What there is not, in one clause."""
        def __init__(self, what: Text) -> None: ...
    class Conflict(CongvanError):
        """The directive has moved on since the decision was made: load it again and decide again."""
        __match_args__ = ("directive", "expected", "found")
        directive: DirectiveId
        """Which directive."""
        expected: int
        """The version that it was decided on."""
        found: int
        """The version that there is."""
        def __init__(self, directive: DirectiveId, expected: int, found: int) -> None: ...
    class OutOfTurn(CongvanError):
        """The row is not the next one of the directive: give the rows in their order. The directive is as it was."""
        __match_args__ = ("directive", "expected", "found")
        directive: DirectiveId
        """Which directive."""
        expected: int
        """The sequence number that comes next."""
        found: int
        """The sequence number of the row that was given."""
        def __init__(self, directive: DirectiveId, expected: int, found: int) -> None: ...
    class CommandReused(CongvanError):
        """The command's name was used before for another command: send it under a new name."""
        __match_args__ = ("directive", "command_id")
        directive: DirectiveId
        """Which directive."""
        command_id: CommandId
        """The name that was used twice."""
        def __init__(self, directive: DirectiveId, command_id: CommandId) -> None: ...
    class NotCommitted(CongvanError):
        """Nothing was committed, and nothing will be: mend the reason and send the command again."""
        __match_args__ = ("reason",)
        reason: Text
        """Why, in one clause."""
        def __init__(self, reason: Text) -> None: ...
    class UnknownOutcome(CongvanError):
        """Whether it was committed is not known: open the journal again and send the command again under the same name."""
        __match_args__ = ("reason",)
        reason: Text
        """Why, in one clause."""
        def __init__(self, reason: Text) -> None: ...
    class Unavailable(CongvanError):
        """The store cannot be reached, read or written."""
        __match_args__ = ("reason",)
        reason: Text
        """Why, in one clause."""
        def __init__(self, reason: Text) -> None: ...
    class Corrupt(CongvanError):
        """What is stored is not what was written: an operator looks."""
        __match_args__ = ("reason",)
        reason: Text
        """What was found, and where."""
        def __init__(self, reason: Text) -> None: ...
    class Newer(CongvanError):
        """A later version of the library wrote it, and this one cannot judge it: use the later version."""
        __match_args__ = ("code",)
        code: str
        """The frozen name that is not known."""
        def __init__(self, code: str) -> None: ...
    class Closed(CongvanError):
        """The object was shut down before the call."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    class Callback(CongvanError):
        """An object that the caller implements raised something else than an error of this family."""
        __match_args__ = ("reason",)
        reason: str
        """What was raised, as the language tells it."""
        def __init__(self, reason: str) -> None: ...

@final
class Holding(Value):
    """That a person holds an office on some days."""
    __match_args__ = ("office", "person", "from_", "until", "acting")
    @property
    def office(self) -> OfficeId:
        """The office."""
    @property
    def person(self) -> PersonId:
        """Who holds it."""
    @property
    def from_(self) -> NaiveDate:
        """The first day."""
    @property
    def until(self) -> Optional[NaiveDate]:
        """The first day on which the person no longer holds it; none means that no end is known."""
    @property
    def acting(self) -> bool:
        """Whether it is held as acting head (Q., Decree 30/2020/ND-CP, article 13); only a head's office can be."""
    def __init__(self, *, office: OfficeId, person: PersonId, from_: NaiveDate, until: Optional[NaiveDate]=..., acting: bool=False) -> None: ...

class DelegationKind(enum.Enum):
    """How powers are delegated (Decree 30/2020/ND-CP art. 13)."""
    BY_ORDER = 0
    """Thừa lệnh (TL.): by order, laid down in the working regulation."""
    BY_AUTHORISATION = 1
    """Thừa ủy quyền (TUQ.): by written authorisation, limited in time and content, never passed on."""

@final
class Delegation(Value):
    """Powers of a head's office that another person exercises."""
    __match_args__ = ("person", "from_office", "kind", "powers", "from_", "instrument", "fields", "deputies", "until")
    @property
    def person(self) -> PersonId:
        """Who exercises the powers."""
    @property
    def from_office(self) -> OfficeId:
        """The office they come from; it must be a head's."""
    @property
    def kind(self) -> DelegationKind:
        """By order or by authorisation."""
    @property
    def powers(self) -> List[Power]:
        """The powers; at least one, and no other."""
    @property
    def from_(self) -> NaiveDate:
        """The first day."""
    @property
    def instrument(self) -> str:
        """The regulation or the written authorisation."""
    @property
    def fields(self) -> List[FieldId]:
        """The fields they are limited to; none means every field."""
    @property
    def deputies(self) -> List[OfficeId]:
        """The deputies' offices to which the head of a unit who acts by order passes the powers on (article 13)."""
    @property
    def until(self) -> Optional[NaiveDate]:
        """The first day on which they have ended; an authorisation must say it."""
    def __init__(self, *, person: PersonId, from_office: OfficeId, kind: DelegationKind, powers: Sequence[Power], from_: NaiveDate, instrument: str, fields: Sequence[FieldId]=..., deputies: Sequence[OfficeId]=..., until: Optional[NaiveDate]=...) -> None: ...

@final
class Posted(Value):
    """What an authority provider knows of a person or an office on a day."""
    __match_args__ = ("holdings", "delegations")
    @property
    def holdings(self) -> List[Holding]:
        """Who holds which office; an office has at most one holder on a day."""
    @property
    def delegations(self) -> List[Delegation]:
        """Who acts by order (TL.) or by authorisation (TUQ.), with which powers."""
    def __init__(self, *, holdings: Sequence[Holding]=..., delegations: Sequence[Delegation]=...) -> None: ...

class AuthorityProvider(metaclass=abc.ABCMeta):
    """Who holds which office on a day, as the host's own directory of persons knows it.

    Units and offices stay the directory's; what is answered here stands in place of its holdings and delegations. Within
    one command each question is asked once. Whoever cannot answer raises: the command is then not executed, and the call
    ends with what was raised.
    """
    @abc.abstractmethod
    def of_person(self, person: PersonId, on: NaiveDate) -> Posted:
        """What the person holds and was delegated on the day."""
    @abc.abstractmethod
    def of_office(self, office: OfficeId, on: NaiveDate) -> Posted:
        """Who holds the office on the day, and to whom its powers are delegated."""

class AuthorityProviderImpl(AuthorityProvider, Held):
    """Who holds which office on a day, as the host's own directory of persons knows it.

    Units and offices stay the directory's; what is answered here stands in place of its holdings and delegations. Within
    one command each question is asked once. Whoever cannot answer raises: the command is then not executed, and the call
    ends with what was raised.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def of_person(self, person: PersonId, on: NaiveDate) -> Posted:
        """What the person holds and was delegated on the day."""
    def of_office(self, office: OfficeId, on: NaiveDate) -> Posted:
        """Who holds the office on the day, and to whom its powers are delegated."""

class Directory(DirectoryMore):
    """The directory of a province: units, groups, offices and persons, each valid on dates. It never changes."""
    @classmethod
    def from_file(cls, path: Union[str, os.PathLike[str]]) -> Self:
        """Reads a directory from a file, TOML or JSON by its name."""
    @classmethod
    def from_text(cls, file: str, text: str) -> Self:
        """Reads a directory from the text of a file; the name tells the format and stands in every error."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def actor(self, name: str, on: NaiveDate) -> Actor:
        """Who acts under a name such as `so-noi-vu.head` or `ubnd-tinh.deputy as chair` on a day."""
    def find_unit(self, name: str, on: NaiveDate) -> List[UnitId]:
        """The units that are called so on a day, whatever the Unicode form, dashes and spaces; several may be."""
    def holder(self, office: OfficeId, on: NaiveDate) -> Optional[PersonId]:
        """Who holds an office on a day."""
    def members(self, group: GroupId, on: NaiveDate, after: Optional[UnitId]=..., limit: int=1000) -> Optional[List[UnitId]]:
        """The members of a group on a day in their order, after one of them, at most so many; none where the group is not known."""
    def to_json(self) -> str:
        """The data as JSON."""
    def unit_ids(self, after: Optional[UnitId]=..., limit: int=1000) -> List[UnitId]:
        """The identifiers of the units in their order, after one of them, at most so many."""
    def unit_name(self, unit: UnitId, on: NaiveDate) -> Optional[str]:
        """The name of a unit on a day."""
    def version(self) -> str:
        """The version of the data."""
    def with_authority_provider(self, provider: AuthorityProvider) -> Directory:
        """The same units and offices, with a host's own directory of persons in place of the holdings and delegations."""

class Calendar(Held):
    """Which days are worked: the official calendars of Viet Nam, and what a province adds. It never changes."""
    @classmethod
    def from_file(cls, path: Union[str, os.PathLike[str]]) -> Self:
        """Reads a calendar from a file, TOML or JSON by its name."""
    @classmethod
    def from_text(cls, file: str, text: str) -> Self:
        """Reads a calendar from the text of a file; the name tells the format and stands in every error."""
    @classmethod
    def official(cls) -> Self:
        """The official calendars that come with the library."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def add_working_days(self, from_: NaiveDate, days: int) -> NaiveDate:
        """The working day so many working days after a day, before it where the number is negative; refused where there are not so
        many in the years 1 to 9999.
        """
    def is_working_day(self, day: NaiveDate) -> bool:
        """Whether a day is worked."""
    def version(self) -> str:
        """The version of the data."""
    def working_days_between(self, after: NaiveDate, until: NaiveDate) -> int:
        """How many working days lie after one day, up to and including another."""

class Severity(enum.Enum):
    """How grave a finding is."""
    NOTE = 0
    """Worth knowing; nothing has to be done."""
    WARNING = 1
    """Probably not what was meant."""
    CONFLICT = 2
    """A conflict of dates: a ruling must be recorded before issue."""

@final
class Finding(Value):
    """What a careful clerk would ask about a mandate."""
    __match_args__ = ("code", "severity", "place", "line", "column", "units", "assignments", "days", "working_days", "sentence", "cure", "told")
    @property
    def code(self) -> str:
        """The stable code, such as `deadline-on-issue-day`; rulings name it."""
    @property
    def severity(self) -> Severity:
        """How grave it is."""
    @property
    def place(self) -> str:
        """The place in the mandate by identifiers, such as `assignments.1a`; rulings name it."""
    @property
    def line(self) -> int:
        """The line of the text that the mandate was read from, the first being 1; 0 where there is none."""
    @property
    def column(self) -> int:
        """The column in characters, the first being 1; 0 where there is none."""
    @property
    def units(self) -> List[UnitId]:
        """The units concerned."""
    @property
    def assignments(self) -> List[AssignmentId]:
        """The assignments concerned."""
    @property
    def days(self) -> List[NaiveDate]:
        """The days concerned, in order."""
    @property
    def working_days(self) -> Optional[int]:
        """How many working days are left."""
    @property
    def sentence(self) -> Text:
        """Why it is a finding, in one clause."""
    @property
    def cure(self) -> Text:
        """What can be done about it."""
    @property
    def told(self) -> Text:
        """All of it on one line."""
    def __init__(self, *, code: str, severity: Severity, place: str, line: int, column: int, units: Sequence[UnitId], assignments: Sequence[AssignmentId], days: Sequence[NaiveDate], working_days: Optional[int], sentence: Text, cure: Text, told: Text) -> None: ...

class Question(Variants):
    """A question about a directive."""
    @final
    class Board(Question):
        """Every obligation in a table: a row for each performer, a column for each assignment and field."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Progress(Question):
        """What is settled, open, late and returned: in all, by unit, assignment, field and stage."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Statistics(Question):
        """The directive in the seven cells of the monitoring statistics."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Emulation(Question):
        """The emulation sheet: how each holder kept its deadlines."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Blockers(Question):
        """What waits for what, and who can do what about it."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Timeline(Question):
        """The stages against their deadlines, and the recorded milestones."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Standing(Question):
        """What an obligation's lateness is judged from."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Provenance(Question):
        """What a consolidation was made from: the accepted revisions, and who is waived or absent and why."""
        __match_args__ = ("consolidation",)
        @property
        def consolidation(self) -> ObligationId:
            """Which consolidation."""
        def __init__(self, *, consolidation: ObligationId) -> None: ...
    @final
    class State(Question):
        """The whole state of the directive."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyQuestion: TypeAlias = Union[Question.Board, Question.Progress, Question.Statistics, Question.Emulation, Question.Blockers, Question.Timeline, Question.Standing, Question.Provenance, Question.State]

@final
class Ruling(Value):
    """A recorded ruling on a finding: who decided, when and why the directive goes out as it is."""
    __match_args__ = ("finding", "place", "reason", "by", "on")
    @property
    def finding(self) -> str:
        """The code of the finding that is ruled on."""
    @property
    def place(self) -> Optional[str]:
        """The place the finding names, such as `assignments.1a`; none means every place of that code."""
    @property
    def reason(self) -> str:
        """Why it stands."""
    @property
    def by(self) -> PersonId:
        """Who ruled."""
    @property
    def on(self) -> NaiveDate:
        """On which day."""
    def __init__(self, *, finding: str, place: Optional[str]=..., reason: str, by: PersonId, on: NaiveDate) -> None: ...

class SigningAuthority(enum.Enum):
    """One link of the chain of signing authority (Decree 30/2020/ND-CP, article 13)."""
    FOR_COLLECTIVE = 0
    """TM.: for the collective."""
    FOR_HEAD = 1
    """KT.: a deputy for the head."""
    BY_ORDER = 2
    """TL.: by order of the head, laid down in a regulation; may be re-delegated to a deputy signing KT."""
    BY_AUTHORISATION = 3
    """TUQ.: by written authorisation, limited in time and scope, never re-delegated."""
    ACTING = 4
    """Q.: acting head, with full powers."""

@final
class Issue(Value):
    """Number, date and notation of a directive that was issued."""
    __match_args__ = ("date", "notation", "number")
    @property
    def date(self) -> NaiveDate:
        """The date it bears."""
    @property
    def notation(self) -> str:
        """The notation, such as `UBND-SNV`."""
    @property
    def number(self) -> int:
        """The number within issuer, series and year (Decree 30/2020/ND-CP, article 15.1)."""
    def __init__(self, *, date: NaiveDate, notation: str, number: int) -> None: ...

@final
class Entry(Value):
    """One obligation as frozen at issue, or added by amendment. Its position in the log is its `ObligationId`."""
    __match_args__ = ("due", "joint", "key", "vetter", "vetting_due")
    @property
    def due(self) -> Optional[Instant]:
        """The last instant on time; none where the deadline is not resolved or there is none."""
    @property
    def joint(self) -> List[UnitId]:
        """The units that lead jointly beside the performer."""
    @property
    def key(self) -> Key:
        """Performer, assignment, field and period."""
    @property
    def vetter(self) -> Optional[UnitId]:
        """The vetting unit; none where nobody vets."""
    @property
    def vetting_due(self) -> Optional[Instant]:
        """Until when it is vetted, where the mandate says so."""
    def __init__(self, *, due: Optional[Instant]=..., joint: Sequence[UnitId]=..., key: Key, vetter: Optional[UnitId]=..., vetting_due: Optional[Instant]=...) -> None: ...

@final
class Instrument(Value):
    """The document that an act of the issuing side rests on: number, notation, date and signer, as printed."""
    __match_args__ = ("date", "notation", "number", "signer")
    @property
    def date(self) -> NaiveDate:
        """Its date."""
    @property
    def notation(self) -> str:
        """Its notation, such as `UBND-SNV`."""
    @property
    def number(self) -> str:
        """Its number, as printed."""
    @property
    def signer(self) -> str:
        """Who signed it, as printed."""
    def __init__(self, *, date: NaiveDate, notation: str, number: str, signer: str) -> None: ...

class Settlement(Variants):
    """How the authority settles a decline."""
    @final
    class Uphold(Settlement):
        """The obligations stand."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Waive(Settlement):
        """The receiver's open obligations are waived."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Reassign(Settlement):
        """The receiver's open obligations are held by another unit from now on."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...

AnySettlement: TypeAlias = Union[Settlement.Uphold, Settlement.Waive, Settlement.Reassign]

class Holiday(enum.Enum):
    """A public holiday (Labour Code 45/2019/QH14 art. 112; Resolution 28/2026/QH16)."""
    NEW_YEAR = 0
    """Tết Dương lịch, 1 January."""
    TET = 1
    """Tết Âm lịch, five days."""
    HUNG_KINGS = 2
    """Giỗ Tổ Hùng Vương, the tenth of the third lunar month."""
    VICTORY_DAY = 3
    """Ngày Chiến thắng, 30 April."""
    LABOUR_DAY = 4
    """Ngày Quốc tế lao động, 1 May."""
    NATIONAL_DAY = 5
    """Quốc khánh, 2 September and one day beside it."""
    CULTURE_DAY = 6
    """Ngày Văn hóa Việt Nam, 24 November, from 2026."""

class DayReason(Variants):
    """Why a day is worked or not."""
    @final
    class Weekend(DayReason):
        """Saturday or Sunday."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Holiday(DayReason):
        """A public holiday (Labour Code 45/2019/QH14 art. 112)."""
        __match_args__ = ("holiday",)
        @property
        def holiday(self) -> Holiday:
            """The holiday."""
        def __init__(self, *, holiday: Holiday) -> None: ...
    @final
    class Compensation(DayReason):
        """Off because a public holiday fell on a weekly day off (Labour Code art. 111.3)."""
        __match_args__ = ("of",)
        @property
        def of(self) -> NaiveDate:
            """The holiday's day."""
        def __init__(self, *, of: NaiveDate) -> None: ...
    @final
    class SwappedOff(DayReason):
        """Off in exchange for a make-up day."""
        __match_args__ = ("makeup",)
        @property
        def makeup(self) -> NaiveDate:
            """The day worked instead."""
        def __init__(self, *, makeup: NaiveDate) -> None: ...
    @final
    class MakeUp(DayReason):
        """A day of the weekend worked in exchange for another."""
        __match_args__ = ("off",)
        @property
        def off(self) -> NaiveDate:
            """The day off in return."""
        def __init__(self, *, off: NaiveDate) -> None: ...
    @final
    class Local(DayReason):
        """As the province or the office decided."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """Its reason."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Ordinary(DayReason):
        """An ordinary working day."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyDayReason: TypeAlias = Union[DayReason.Weekend, DayReason.Holiday, DayReason.Compensation, DayReason.SwappedOff, DayReason.MakeUp, DayReason.Local, DayReason.Ordinary]

@final
class Day(Value):
    """A day of the calendar."""
    __match_args__ = ("date", "provisional", "source", "why", "working")
    @property
    def date(self) -> NaiveDate:
        """The day."""
    @property
    def provisional(self) -> bool:
        """Whether the answer comes from the law and the lunar rule alone, no official calendar of the year being known."""
    @property
    def source(self) -> Optional[str]:
        """The document that says so, where one does."""
    @property
    def why(self) -> AnyDayReason:
        """Why the day is worked or not."""
    @property
    def working(self) -> bool:
        """Whether the day is worked."""
    def __init__(self, *, date: NaiveDate, provisional: bool=False, source: Optional[str]=..., why: DayReason, working: bool) -> None: ...

class Step(Variants):
    """One thing that happened on the way to a due instant."""
    @final
    class Chosen(Step):
        """A rule per performer chose this performer's rule, or the one for everybody else."""
        __match_args__ = ("otherwise", "performer")
        @property
        def otherwise(self) -> bool:
            """Whether it is the rule for everybody else."""
        @property
        def performer(self) -> str:
            """The performer."""
        def __init__(self, *, otherwise: bool, performer: str) -> None: ...
    @final
    class Follows(Step):
        """The due instant of another assignment was taken."""
        __match_args__ = ("assignment", "last")
        @property
        def assignment(self) -> str:
            """The assignment."""
        @property
        def last(self) -> Instant:
            """Its last instant on time."""
        def __init__(self, *, assignment: str, last: Instant) -> None: ...
    @final
    class Skipped(Step):
        """A day off was not counted."""
        __match_args__ = ("day",)
        @property
        def day(self) -> Day:
            """The day."""
        def __init__(self, *, day: Day) -> None: ...
    @final
    class OnDayOff(Step):
        """The deadline fell on a day off."""
        __match_args__ = ("answer", "day")
        @property
        def answer(self) -> DayOff:
            """What the mandate says of it."""
        @property
        def day(self) -> Day:
            """The day."""
        def __init__(self, *, answer: DayOff, day: Day) -> None: ...
    @final
    class Passed(Step):
        """A day off was passed over while the deadline was moved to a working day."""
        __match_args__ = ("day",)
        @property
        def day(self) -> Day:
            """The day."""
        def __init__(self, *, day: Day) -> None: ...

AnyStep: TypeAlias = Union[Step.Chosen, Step.Follows, Step.Skipped, Step.OnDayOff, Step.Passed]

@final
class Derivation(Value):
    """How a due instant was computed."""
    __match_args__ = ("calendar", "end", "last", "provisional", "rule", "start", "steps")
    @property
    def calendar(self) -> str:
        """The version of the calendar."""
    @property
    def end(self) -> NaiveDate:
        """The day it fell on, moved where the mandate moves it."""
    @property
    def last(self) -> Instant:
        """The last instant on time."""
    @property
    def provisional(self) -> bool:
        """Whether it rests on a day that is provisional."""
    @property
    def rule(self) -> AnyDeadlineRule:
        """The rule that applied: of a rule per performer, the performer's."""
    @property
    def start(self) -> Optional[NaiveDate]:
        """The day that it counts from, itself not counted; absent where nothing is counted."""
    @property
    def steps(self) -> List[AnyStep]:
        """What happened on the way, in order."""
    def __init__(self, *, calendar: str, end: NaiveDate, last: Instant, provisional: bool=False, rule: DeadlineRule, start: Optional[NaiveDate]=..., steps: Sequence[Step]=...) -> None: ...

class Completed(enum.Enum):
    """In which way an obligation is completed."""
    SUBMISSION = 0
    """By a document."""
    OWN_ACT = 1
    """By the unit's own act or document."""
    DECLARATION = 2
    """By declaring it done."""

Drafters: TypeAlias = List[PersonId]

@final
class BreakthroughMilestone(Value):
    """When what is done."""
    __match_args__ = ("date", "what")
    @property
    def date(self) -> NaiveDate:
        """By which day."""
    @property
    def what(self) -> str:
        """What."""
    def __init__(self, *, date: NaiveDate, what: str) -> None: ...

@final
class Novelty(Value):
    """The claim that a breakthrough is new."""
    __match_args__ = ("justification",)
    @property
    def justification(self) -> str:
        """What is new compared with the assigned targets."""
    def __init__(self, *, justification: str) -> None: ...

Quantity: TypeAlias = str

class Direction(enum.Enum):
    """Which way is better."""
    HIGHER = 0
    """More is better."""
    LOWER = 1
    """Less is better."""

@final
class BreakthroughTarget(Value):
    """What is to be reached, against what was assigned."""
    __match_args__ = ("baseline", "direction", "metric", "unit", "value")
    @property
    def baseline(self) -> Quantity:
        """The target that was assigned."""
    @property
    def direction(self) -> Direction:
        """Which way is better."""
    @property
    def metric(self) -> str:
        """The metric, in words."""
    @property
    def unit(self) -> str:
        """The unit of measure, such as `%`."""
    @property
    def value(self) -> Quantity:
        """The target that is registered."""
    def __init__(self, *, baseline: Quantity, direction: Direction, metric: str, unit: str, value: Quantity) -> None: ...

@final
class Breakthrough(Value):
    """A breakthrough (khâu đột phá) that a unit registers."""
    __match_args__ = ("conformity", "field", "milestones", "novelty", "products", "solutions", "targets", "title")
    @property
    def conformity(self) -> Optional[str]:
        """How conformity with the law is stated."""
    @property
    def field(self) -> FieldId:
        """The field of work."""
    @property
    def milestones(self) -> List[BreakthroughMilestone]:
        """When what is done."""
    @property
    def novelty(self) -> Optional[Novelty]:
        """What is new about it, where that is claimed."""
    @property
    def products(self) -> List[str]:
        """What will exist at the end."""
    @property
    def solutions(self) -> List[str]:
        """How it is to be reached."""
    @property
    def targets(self) -> List[BreakthroughTarget]:
        """What is to be reached, against what was assigned."""
    @property
    def title(self) -> str:
        """What it is, in a line."""
    def __init__(self, *, conformity: Optional[str]=..., field: FieldId, milestones: Sequence[BreakthroughMilestone]=..., novelty: Optional[Novelty]=..., products: Sequence[str]=..., solutions: Sequence[str]=..., targets: Sequence[BreakthroughTarget]=..., title: str) -> None: ...

NamedTexts: TypeAlias = Dict[str, str]

@final
class RankCommitment(Value):
    """The rank in an index that a unit commits to."""
    __match_args__ = ("index", "rank", "year")
    @property
    def index(self) -> str:
        """The index, such as the public administration reform index of a year."""
    @property
    def rank(self) -> int:
        """The rank among the peers of the unit's group; 1 is best."""
    @property
    def year(self) -> int:
        """The year."""
    def __init__(self, *, index: str, rank: int, year: int) -> None: ...

@final
class Fields(Value):
    """The structured fields of a submission."""
    __match_args__ = ("breakthroughs", "other", "rank")
    @property
    def breakthroughs(self) -> List[Breakthrough]:
        """The breakthroughs (khâu đột phá) registered."""
    @property
    def other(self) -> NamedTexts:
        """Whatever else the host wants kept, by name."""
    @property
    def rank(self) -> Optional[RankCommitment]:
        """The rank committed to."""
    def __init__(self, *, breakthroughs: Sequence[Breakthrough]=..., other: NamedTexts, rank: Optional[RankCommitment]=...) -> None: ...

@final
class Receipt(Value):
    """How a receiving clerk came by a submission."""
    __match_args__ = ("channel", "evidence")
    @property
    def channel(self) -> str:
        """The channel, such as paper, post or e-mail."""
    @property
    def evidence(self) -> str:
        """The evidence of receipt, such as the arrival number and stamp."""
    def __init__(self, *, channel: str, evidence: str) -> None: ...

@final
class Submission(Value):
    """One revision as submitted: what the log keeps of it."""
    __match_args__ = ("completed", "drafted_by", "failed", "fields", "hash", "joint", "location", "media_type", "obligation", "receipt", "revision", "signed_as", "signed_by", "submitted_at")
    @property
    def completed(self) -> Completed:
        """In which way the obligation is completed."""
    @property
    def drafted_by(self) -> Drafters:
        """Everybody who worked on it."""
    @property
    def failed(self) -> List[CriterionId]:
        """The criteria that the machine found not to be met."""
    @property
    def fields(self) -> Fields:
        """Its structured fields."""
    @property
    def hash(self) -> ContentHash:
        """The hash of its content."""
    @property
    def joint(self) -> List[ObligationId]:
        """The other obligations that the same document discharges."""
    @property
    def location(self) -> Optional[str]:
        """Where the content is kept by the host."""
    @property
    def media_type(self) -> str:
        """The media type of the content, such as `application/pdf`."""
    @property
    def obligation(self) -> ObligationId:
        """Which obligation."""
    @property
    def receipt(self) -> Optional[Receipt]:
        """How a receiving clerk came by it, where it was recorded on behalf of the performer."""
    @property
    def revision(self) -> int:
        """The revision's number, from 1."""
    @property
    def signed_as(self) -> Capacity:
        """In which capacity the signer signed."""
    @property
    def signed_by(self) -> PersonId:
        """Who signed it."""
    @property
    def submitted_at(self) -> Instant:
        """When it was submitted, in effective time."""
    def __init__(self, *, completed: Completed, drafted_by: Drafters, failed: Sequence[CriterionId]=..., fields: Fields, hash: ContentHash, joint: Sequence[ObligationId]=..., location: Optional[str]=..., media_type: str, obligation: ObligationId, receipt: Optional[Receipt]=..., revision: int, signed_as: Capacity, signed_by: PersonId, submitted_at: Instant) -> None: ...

class Acceptance(enum.Enum):
    """On what ground an obligation counts as accepted."""
    VETTED = 0
    """A person who neither drafted nor signed it vetted it."""
    NO_VETTING_REQUIRED = 1
    """The mandate says that nobody vets it."""
    ATTENDED = 2
    """The head or a named deputy attended."""

@final
class Verdict(Value):
    """What a vetter found on one criterion."""
    __match_args__ = ("criterion", "met", "reason")
    @property
    def criterion(self) -> CriterionId:
        """Which criterion."""
    @property
    def met(self) -> bool:
        """Whether it is met."""
    @property
    def reason(self) -> str:
        """Why."""
    def __init__(self, *, criterion: CriterionId, met: bool, reason: str) -> None: ...

class Fate(Variants):
    """What became of one expected input."""
    @final
    class Accepted(Fate):
        """Accepted: with the number and the hash of the accepted revision, where it has one."""
        __match_args__ = ("hash", "revision")
        @property
        def hash(self) -> Optional[ContentHash]:
            """The content hash; none for attendance."""
        @property
        def revision(self) -> int:
            """The revision's number; 0 for attendance."""
        def __init__(self, *, hash: Optional[ContentHash], revision: int) -> None: ...
    @final
    class Waived(Fate):
        """Waived by the authority."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Absent(Fate):
        """Absent after the deadline."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NoResponse(Fate):
        """Not an order, and no response."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Consented(Fate):
        """Silence counted as consent."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Ended(Fate):
        """A standing duty that was ended."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyFate: TypeAlias = Union[Fate.Accepted, Fate.Waived, Fate.Absent, Fate.NoResponse, Fate.Consented, Fate.Ended]

@final
class Input(Value):
    """One expected input and what became of it."""
    __match_args__ = ("fate", "obligation")
    @property
    def fate(self) -> AnyFate:
        """What became of it."""
    @property
    def obligation(self) -> ObligationId:
        """Which obligation."""
    def __init__(self, *, fate: Fate, obligation: ObligationId) -> None: ...

Inputs: TypeAlias = List[Input]

@final
class Slot(Value):
    """When and where a meeting sits."""
    __match_args__ = ("minutes", "room", "start")
    @property
    def minutes(self) -> int:
        """How long, in minutes."""
    @property
    def room(self) -> Optional[str]:
        """The room, where it is known."""
    @property
    def start(self) -> Instant:
        """When it begins."""
    def __init__(self, *, minutes: int, room: Optional[str]=..., start: Instant) -> None: ...

@final
class ChairOverride(Value):
    """The chair's recorded decision to sit on a day off."""
    __match_args__ = ("by", "reason")
    @property
    def by(self) -> PersonId:
        """The chair who decided."""
    @property
    def reason(self) -> str:
        """Why."""
    def __init__(self, *, by: PersonId, reason: str) -> None: ...

class Presence(enum.Enum):
    """How a unit was represented."""
    HEAD = 0
    """By its head."""
    DEPUTY = 1
    """By a named deputy with authorisation."""
    UNAUTHORISED = 2
    """By somebody without authorisation, which is noted."""
    MISSING = 3
    """By nobody."""

@final
class Attendance(Value):
    """How one unit was represented at a sitting."""
    __match_args__ = ("person", "presence", "unit")
    @property
    def person(self) -> Optional[PersonId]:
        """The person who came."""
    @property
    def presence(self) -> Presence:
        """In which way."""
    @property
    def unit(self) -> UnitId:
        """Which unit."""
    def __init__(self, *, person: Optional[PersonId]=..., presence: Presence, unit: UnitId) -> None: ...

@final
class FollowUp(Value):
    """A follow-up assignment that a conclusion orders."""
    __match_args__ = ("assignment", "decision")
    @property
    def assignment(self) -> Assignment:
        """What a follow-up directive is to assign."""
    @property
    def decision(self) -> Optional[int]:
        """Which decision of the conclusion it carries out, counted from 1."""
    def __init__(self, *, assignment: Assignment, decision: Optional[int]=...) -> None: ...

@final
class Carried(Value):
    """An open obligation that goes on under a follow-up directive."""
    __match_args__ = ("into", "obligation")
    @property
    def into(self) -> str:
        """The document or directive that carries it on, as cited."""
    @property
    def obligation(self) -> ObligationId:
        """Which obligation."""
    def __init__(self, *, into: str, obligation: ObligationId) -> None: ...

class Event(Variants):
    """Something that happened to a directive."""
    @final
    class Drafted(Event):
        """A mandate was drafted, or a draft was replaced."""
        __match_args__ = ("mandate",)
        @property
        def mandate(self) -> Mandate:
            """The whole mandate."""
        def __init__(self, *, mandate: Mandate) -> None: ...
    @final
    class RulingRecorded(Event):
        """A ruling on a finding was recorded."""
        __match_args__ = ("ruling",)
        @property
        def ruling(self) -> Ruling:
            """The ruling."""
        def __init__(self, *, ruling: Ruling) -> None: ...
    @final
    class Signed(Event):
        """The signer's act froze the content."""
        __match_args__ = ("authority", "hash")
        @property
        def authority(self) -> List[SigningAuthority]:
            """The chain of signing authority, as printed."""
        @property
        def hash(self) -> ContentHash:
            """The hash of the canonical JSON of the mandate."""
        def __init__(self, *, authority: Sequence[SigningAuthority], hash: ContentHash) -> None: ...
    @final
    class ReturnedToDraft(Event):
        """The clerk refused the number: the text goes back to its drafter."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Discarded(Event):
        """The draft was given up."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Issued(Event):
        """The directive was numbered, dated and dispatched; its roster is frozen."""
        __match_args__ = ("issue", "late_reason", "roster")
        @property
        def issue(self) -> Issue:
            """Number, date and notation."""
        @property
        def late_reason(self) -> Optional[str]:
            """Why it was numbered later than the next working day, or later than at once if it is urgent."""
        @property
        def roster(self) -> List[Entry]:
            """Who owes what by when, unit by unit."""
        def __init__(self, *, issue: Issue, late_reason: Optional[str], roster: Sequence[Entry]) -> None: ...
    @final
    class Acknowledged(Event):
        """A receiver registered the directive, or delivery to it was recorded (Decree 30/2020/ND-CP, article 22.1)."""
        __match_args__ = ("arrival_number", "evidence", "registered_at", "unit")
        @property
        def arrival_number(self) -> Optional[str]:
            """The arrival number (số đến), where the receiver gave one."""
        @property
        def evidence(self) -> Optional[str]:
            """Evidence of delivery, where the issuer's office records it."""
        @property
        def registered_at(self) -> Instant:
            """When it was registered."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, arrival_number: Optional[str], evidence: Optional[str], registered_at: Instant, unit: UnitId) -> None: ...
    @final
    class Declined(Event):
        """A receiver declined it as misaddressed."""
        __match_args__ = ("reason", "unit")
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, reason: str, unit: UnitId) -> None: ...
    @final
    class DeclineSettled(Event):
        """The authority settled a decline."""
        __match_args__ = ("instrument", "outcome", "reason", "unit")
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        @property
        def outcome(self) -> AnySettlement:
            """How."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, instrument: Optional[Instrument], outcome: Settlement, reason: str, unit: UnitId) -> None: ...
    @final
    class Revoked(Event):
        """The directive was revoked; open obligations lapsed (Decree 30/2020/ND-CP, article 18.4)."""
        __match_args__ = ("instrument", "reason")
        @property
        def instrument(self) -> Instrument:
            """The document that revokes it."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, instrument: Instrument, reason: str) -> None: ...
    @final
    class Replaced(Event):
        """The directive was replaced by another, in equivalent form (Decree 30/2020/ND-CP, article 18.3)."""
        __match_args__ = ("by", "carried", "instrument")
        @property
        def by(self) -> DirectiveId:
            """The new directive."""
        @property
        def carried(self) -> List[ObligationId]:
            """The open obligations that the new directive carries on; the others lapsed."""
        @property
        def instrument(self) -> Instrument:
            """The new document."""
        def __init__(self, *, by: DirectiveId, carried: Sequence[ObligationId], instrument: Instrument) -> None: ...
    @final
    class WindowMoved(Event):
        """A meeting's window was moved by instrument."""
        __match_args__ = ("instrument", "meeting", "reason", "window")
        @property
        def instrument(self) -> Instrument:
            """The document it rests on."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def window(self) -> Window:
            """The new window."""
        def __init__(self, *, instrument: Instrument, meeting: MeetingIndex, reason: str, window: Window) -> None: ...
    @final
    class Added(Event):
        """Obligations were added by instrument."""
        __match_args__ = ("assignment", "instrument", "reason", "roster")
        @property
        def assignment(self) -> Optional[Assignment]:
            """The assignment, where it is new too."""
        @property
        def instrument(self) -> Instrument:
            """The document it rests on."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def roster(self) -> List[Entry]:
            """The new obligations; their positions follow the last one."""
        def __init__(self, *, assignment: Optional[Assignment], instrument: Instrument, reason: str, roster: Sequence[Entry]) -> None: ...
    @final
    class DeadlineFixed(Event):
        """A deadline was fixed from a cited source, once."""
        __match_args__ = ("derivation", "due", "obligations", "source")
        @property
        def derivation(self) -> Optional[Derivation]:
            """How it was computed, where it was."""
        @property
        def due(self) -> Instant:
            """The last instant on time."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def source(self) -> str:
            """Where it is laid down."""
        def __init__(self, *, derivation: Optional[Derivation], due: Instant, obligations: Sequence[ObligationId], source: str) -> None: ...
    @final
    class Extended(Event):
        """Deadlines were extended."""
        __match_args__ = ("due", "instrument", "obligations", "reason", "unmoved")
        @property
        def due(self) -> Instant:
            """The last instant on time from now on."""
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on, where it has one."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def unmoved(self) -> Optional[str]:
            """Why a consolidation that waits for them is not moved too."""
        def __init__(self, *, due: Instant, instrument: Optional[Instrument], obligations: Sequence[ObligationId], reason: str, unmoved: Optional[str]) -> None: ...
    @final
    class ExtensionAsked(Event):
        """A lead asked for an extension."""
        __match_args__ = ("due", "obligation", "reason")
        @property
        def due(self) -> Instant:
            """The last instant on time that was asked for."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, due: Instant, obligation: ObligationId, reason: str) -> None: ...
    @final
    class ExtensionRefused(Event):
        """An extension was refused, perhaps with a counter-proposal."""
        __match_args__ = ("counter", "obligation", "reason")
        @property
        def counter(self) -> Optional[Instant]:
            """What the authority would grant instead."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, counter: Optional[Instant], obligation: ObligationId, reason: str) -> None: ...
    @final
    class Reminded(Event):
        """Units were reminded (đôn đốc)."""
        __match_args__ = ("obligations", "text")
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def text(self) -> str:
            """What they were told."""
        def __init__(self, *, obligations: Sequence[ObligationId], text: str) -> None: ...
    @final
    class VettingReassigned(Event):
        """The vetting of obligations was given to another unit."""
        __match_args__ = ("instrument", "obligations", "reason", "to")
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def to(self) -> UnitId:
            """The unit that vets from now on."""
        def __init__(self, *, instrument: Optional[Instrument], obligations: Sequence[ObligationId], reason: str, to: UnitId) -> None: ...
    @final
    class DraftStarted(Event):
        """A draft was begun."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DraftSaved(Event):
        """A draft was saved."""
        __match_args__ = ("hash", "obligation")
        @property
        def hash(self) -> ContentHash:
            """The hash of the draft."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, hash: ContentHash, obligation: ObligationId) -> None: ...
    @final
    class Submitted(Event):
        """A revision was submitted."""
        __match_args__ = ("submission",)
        @property
        def submission(self) -> Submission:
            """The revision as submitted."""
        def __init__(self, *, submission: Submission) -> None: ...
    @final
    class Recalled(Event):
        """The sender took a submission back before vetting."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecallRequested(Event):
        """The sender asked for a submission after vetting had begun (status code 13)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecallRefused(Event):
        """The vetter refused to give it back (status code 16)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class VettingStarted(Event):
        """Vetting began."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Accepted(Event):
        """A revision was accepted."""
        __match_args__ = ("ground", "hash", "obligation", "verdicts")
        @property
        def ground(self) -> Acceptance:
            """On what ground."""
        @property
        def hash(self) -> Optional[ContentHash]:
            """The content hash of the accepted revision; none for attendance."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def verdicts(self) -> List[Verdict]:
            """The verdicts on the criteria that a person judges."""
        def __init__(self, *, ground: Acceptance, hash: Optional[ContentHash], obligation: ObligationId, verdicts: Sequence[Verdict]) -> None: ...
    @final
    class Returned(Event):
        """A revision was returned with findings."""
        __match_args__ = ("findings", "hash", "obligation", "reason")
        @property
        def findings(self) -> List[Verdict]:
            """What was found, criterion by criterion."""
        @property
        def hash(self) -> ContentHash:
            """The content hash of the returned revision."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, findings: Sequence[Verdict], hash: ContentHash, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Reopened(Event):
        """An acceptance was reopened: an error was found after it."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Waived(Event):
        """Obligations were waived."""
        __match_args__ = ("instrument", "obligations", "reason")
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, instrument: Optional[Instrument], obligations: Sequence[ObligationId], reason: str) -> None: ...
    @final
    class AbsenceRecorded(Event):
        """Absence was recorded after the deadline."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """What is known of it."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class NoResponseRecorded(Event):
        """No response was recorded for what was not an order."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """What is known of it."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class ConsentDeemed(Event):
        """Silence after the deadline counted as consent (Decree 191/2026/ND-CP)."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class AddendumAdded(Event):
        """A document came after the consolidation was signed: the state stays as it is."""
        __match_args__ = ("at", "hash", "location", "media_type", "obligation")
        @property
        def at(self) -> Instant:
            """When it came, in effective time."""
        @property
        def hash(self) -> ContentHash:
            """The hash of its content."""
        @property
        def location(self) -> Optional[str]:
            """Where the content is kept by the host."""
        @property
        def media_type(self) -> str:
            """The media type of the content."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, at: Instant, hash: ContentHash, location: Optional[str], media_type: str, obligation: ObligationId) -> None: ...
    @final
    class StandingEnded(Event):
        """A standing duty was ended."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Forwarded(Event):
        """The collector forwarded a submission."""
        __match_args__ = ("obligation", "to")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def to(self) -> UnitId:
            """To whom."""
        def __init__(self, *, obligation: ObligationId, to: UnitId) -> None: ...
    @final
    class ConsolidationDrafted(Event):
        """A consolidation was drafted from its settled inputs."""
        __match_args__ = ("inputs", "obligation")
        @property
        def inputs(self) -> Inputs:
            """What became of every expected input."""
        @property
        def obligation(self) -> ObligationId:
            """Which consolidation."""
        def __init__(self, *, inputs: Inputs, obligation: ObligationId) -> None: ...
    @final
    class ConsolidationSigned(Event):
        """A consolidation was signed: its inputs are locked until it is accepted or returned."""
        __match_args__ = ("inputs", "submission")
        @property
        def inputs(self) -> Inputs:
            """What became of every expected input."""
        @property
        def submission(self) -> Submission:
            """The consolidated report itself."""
        def __init__(self, *, inputs: Inputs, submission: Submission) -> None: ...
    @final
    class MeetingProposed(Event):
        """A tentative date was proposed."""
        __match_args__ = ("meeting", "slot")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        def __init__(self, *, meeting: MeetingIndex, slot: Slot) -> None: ...
    @final
    class MeetingScheduled(Event):
        """A meeting was scheduled and invitations went out."""
        __match_args__ = ("agenda", "invited", "meeting", "overriding", "slot")
        @property
        def agenda(self) -> List[AgendaItem]:
            """The agenda in the order of the directive's items."""
        @property
        def invited(self) -> List[UnitId]:
            """The units invited."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def overriding(self) -> Optional[ChairOverride]:
            """The chair's decision to sit on a day off."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        def __init__(self, *, agenda: Sequence[AgendaItem], invited: Sequence[UnitId], meeting: MeetingIndex, overriding: Optional[ChairOverride], slot: Slot) -> None: ...
    @final
    class MeetingRescheduled(Event):
        """A meeting was moved to another slot."""
        __match_args__ = ("meeting", "overriding", "reason", "slot")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def overriding(self) -> Optional[ChairOverride]:
            """The chair's decision to sit on a day off."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        def __init__(self, *, meeting: MeetingIndex, overriding: Optional[ChairOverride], reason: str, slot: Slot) -> None: ...
    @final
    class MeetingPostponed(Event):
        """A meeting was postponed without a date."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class MeetingCancelled(Event):
        """A meeting was cancelled."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class MeetingHeld(Event):
        """A meeting was held."""
        __match_args__ = ("adjourned", "attendance", "ended_at", "meeting", "note")
        @property
        def adjourned(self) -> bool:
            """Whether the chair adjourned to a further sitting."""
        @property
        def attendance(self) -> List[Attendance]:
            """Who was there."""
        @property
        def ended_at(self) -> Instant:
            """When it ended."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def note(self) -> Optional[str]:
            """What the chair had recorded, such as on a missing quorum."""
        def __init__(self, *, adjourned: bool, attendance: Sequence[Attendance], ended_at: Instant, meeting: MeetingIndex, note: Optional[str]) -> None: ...
    @final
    class ConclusionAnnounced(Event):
        """A meeting's conclusion was announced (thông báo kết luận), with its own number."""
        __match_args__ = ("decisions", "follow_ups", "meeting", "notice")
        @property
        def decisions(self) -> List[str]:
            """What was decided."""
        @property
        def follow_ups(self) -> List[FollowUp]:
            """What is to be assigned in consequence."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def notice(self) -> Instrument:
            """The notice itself."""
        def __init__(self, *, decisions: Sequence[str], follow_ups: Sequence[FollowUp], meeting: MeetingIndex, notice: Instrument) -> None: ...
    @final
    class Closed(Event):
        """A directive without a meeting was closed."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """In what sense it is done."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Concluded(Event):
        """The directive was concluded after its meetings."""
        __match_args__ = ("carried",)
        @property
        def carried(self) -> List[Carried]:
            """The open obligations that go on elsewhere."""
        def __init__(self, *, carried: Sequence[Carried]) -> None: ...
    @final
    class Annotated(Event):
        """An annotation was added, which changes no state."""
        __match_args__ = ("about", "corrects", "text", "told_by")
        @property
        def about(self) -> Optional[ObligationId]:
            """The obligation it is about."""
        @property
        def corrects(self) -> Optional[int]:
            """The sequence number of the event it corrects."""
        @property
        def text(self) -> str:
            """What it says."""
        @property
        def told_by(self) -> Optional[PersonId]:
            """Who told, where the annotation records somebody else's word."""
        def __init__(self, *, about: Optional[ObligationId], corrects: Optional[int], text: str, told_by: Optional[PersonId]) -> None: ...
    @final
    class Unknown(Event):
        """Something that a later version of the library wrote and this one does not know."""
        __match_args__ = ("code", "raw")
        @property
        def code(self) -> str:
            """Its frozen name."""
        @property
        def raw(self) -> str:
            """The whole event, as it was read."""
        def __init__(self, *, code: str, raw: str) -> None: ...

AnyEvent: TypeAlias = Union[Event.Drafted, Event.RulingRecorded, Event.Signed, Event.ReturnedToDraft, Event.Discarded, Event.Issued, Event.Acknowledged, Event.Declined, Event.DeclineSettled, Event.Revoked, Event.Replaced, Event.WindowMoved, Event.Added, Event.DeadlineFixed, Event.Extended, Event.ExtensionAsked, Event.ExtensionRefused, Event.Reminded, Event.VettingReassigned, Event.DraftStarted, Event.DraftSaved, Event.Submitted, Event.Recalled, Event.RecallRequested, Event.RecallRefused, Event.VettingStarted, Event.Accepted, Event.Returned, Event.Reopened, Event.Waived, Event.AbsenceRecorded, Event.NoResponseRecorded, Event.ConsentDeemed, Event.AddendumAdded, Event.StandingEnded, Event.Forwarded, Event.ConsolidationDrafted, Event.ConsolidationSigned, Event.MeetingProposed, Event.MeetingScheduled, Event.MeetingRescheduled, Event.MeetingPostponed, Event.MeetingCancelled, Event.MeetingHeld, Event.ConclusionAnnounced, Event.Closed, Event.Concluded, Event.Annotated, Event.Unknown]

@final
class SealedRow(Value):
    """One sealed row as it is stored: the line, and what it is looked up by."""
    __match_args__ = ("sequence", "position", "hash", "line")
    @property
    def sequence(self) -> int:
        """The place in the directive's log, from 1."""
    @property
    def position(self) -> int:
        """The place in the order of commits of the whole journal, from 1."""
    @property
    def hash(self) -> ContentHash:
        """The hash of the row; the directive's next row is sealed with it."""
    @property
    def line(self) -> str:
        """The row as one line of canonical JSON; store it as it stands."""
    def __init__(self, *, sequence: int, position: int, hash: ContentHash, line: str) -> None: ...

class Decision(Held):
    """What was decided: bound to the directive and the version that it was decided on."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def directive(self) -> DirectiveId:
        """Which directive."""
    def events(self) -> List[AnyEvent]:
        """What happened, in order."""
    def events_json(self) -> str:
        """What happened, in order, as a JSON array."""
    def fingerprint(self) -> ContentHash:
        """The fingerprint of the command: the same name with another one is another command."""
    def seal(self, command_id: CommandId, head: int, previous: Optional[ContentHash]) -> List[SealedRow]:
        """The rows to store, sealed behind the hash of the directive's last row, none where it has none.

        `head` is the last place in the order of commits of the host's whole log; a host that keeps no such order gives the
        decision's version. Store the rows in one transaction, and only if the directive still stands at that version.
        """
    def stamp_json(self) -> str:
        """Who decided, by what authority and when, as JSON."""
    def version(self) -> int:
        """The version that it was decided on: its rows may follow that one and no other."""

class Awaited(Variants):
    """What waits."""
    @final
    class Consolidation(Awaited):
        """A consolidation that is not signed."""
        __match_args__ = ("key", "obligation")
        @property
        def key(self) -> Key:
            """Which one."""
        @property
        def obligation(self) -> ObligationId:
            """Its position."""
        def __init__(self, *, key: Key, obligation: ObligationId) -> None: ...
    @final
    class Meeting(Awaited):
        """A meeting whose conclusion is not announced."""
        __match_args__ = ("id", "meeting", "state")
        @property
        def id(self) -> MeetingId:
            """Which one."""
        @property
        def meeting(self) -> MeetingIndex:
            """Its position."""
        @property
        def state(self) -> MeetingStateName:
            """The state it is in."""
        def __init__(self, *, id: MeetingId, meeting: MeetingIndex, state: MeetingStateName) -> None: ...
    @final
    class Conclusion(Awaited):
        """The end of the directive."""
        __match_args__ = ("meetings",)
        @property
        def meetings(self) -> List[MeetingId]:
            """The meetings that it waits for."""
        def __init__(self, *, meetings: Sequence[MeetingId]) -> None: ...

AnyAwaited: TypeAlias = Union[Awaited.Consolidation, Awaited.Meeting, Awaited.Conclusion]

class Uncounted(enum.Enum):
    """Why an obligation counts neither as on time nor as late."""
    WAIVED = 0
    """The authority waived it."""
    LAPSED = 1
    """It fell away with its directive, or was carried into another."""
    NO_RESPONSE = 2
    """It was no order, and nobody responded."""
    CONSENTED = 3
    """Silence counted as consent."""
    NOT_AN_ORDER = 4
    """It is no order, and its day has passed: a request, an invitation and a target cannot be overdue."""

class Standing(Variants):
    """How an obligation stands against the deadline in force, at an instant. It is a question, never a state.

    On time is judged by when the revision that was finally accepted was submitted: the time that vetting takes is not
    charged. Only an order can be overdue or absent.
    """
    @final
    class SettledOnTime(Standing):
        """Done, and submitted in time."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class SettledLate(Standing):
        """Done, and submitted after the due instant, or after absence was recorded."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class InTime(Standing):
        """Not done, and the deadline is ahead; or submitted in time and being vetted."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NearDue(Standing):
        """As in time, with at most the policy's days left."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Overdue(Standing):
        """Not done, or submitted too late and being vetted."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class OverdueOnArrival(Standing):
        """Overdue, and the receiver registered the directive only after the due instant (Decree 30/2020/ND-CP,
        article 22.1).
        """
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Absent(Standing):
        """Absence was recorded after the deadline."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class DoneLateByAddendum(Standing):
        """Absence was recorded, and a document came after the consolidation was signed."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NoDeadline(Standing):
        """There is no deadline, or it is not resolved."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NotCounted(Standing):
        """It counts neither as on time nor as late."""
        __match_args__ = ("value",)
        @property
        def value(self) -> Uncounted: ...
        def __init__(self, value: Uncounted) -> None: ...

AnyStanding: TypeAlias = Union[Standing.SettledOnTime, Standing.SettledLate, Standing.InTime, Standing.NearDue, Standing.Overdue, Standing.OverdueOnArrival, Standing.Absent, Standing.DoneLateByAddendum, Standing.NoDeadline, Standing.NotCounted]

class Performer(Variants):
    """Who performs: a unit, or an outside party for which a receiving clerk records."""
    @final
    class Unit(Performer):
        """A unit."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Party(Performer):
        """An outside party."""
        __match_args__ = ("value",)
        @property
        def value(self) -> PartyId: ...
        def __init__(self, value: PartyId) -> None: ...

AnyPerformer: TypeAlias = Union[Performer.Unit, Performer.Party]

class Kind(enum.Enum):
    """The kind of a command, frozen because scenarios and hosts name it."""
    DRAFT = 0
    """Draft a mandate, or replace the draft."""
    RECORD_RULING = 1
    """Record a ruling on a finding."""
    SIGN = 2
    """Sign the draft: the content is frozen."""
    RETURN_TO_DRAFT = 3
    """Refuse the number and return the text to its drafter."""
    DISCARD = 4
    """Give the draft up."""
    ISSUE = 5
    """Number, date and dispatch."""
    ACKNOWLEDGE = 6
    """Register receipt, or record delivery."""
    DECLINE = 7
    """Decline a misaddressed directive."""
    SETTLE_DECLINE = 8
    """Settle a decline."""
    REVOKE = 9
    """Revoke the directive."""
    REPLACE = 10
    """Replace the directive by another."""
    AMEND = 11
    """Amend by instrument."""
    FIX_DEADLINE = 12
    """Fix a deadline from a cited source."""
    ASK_EXTENSION = 13
    """Ask for an extension."""
    DECIDE_EXTENSION = 14
    """Decide on an extension."""
    REMIND = 15
    """Remind."""
    REASSIGN_VETTING = 16
    """Give the vetting to another unit."""
    START_DRAFT = 17
    """Begin a draft."""
    SAVE_DRAFT = 18
    """Save a draft."""
    SUBMIT = 19
    """Submit."""
    RECORD_ON_BEHALF = 20
    """Record a submission on behalf of its performer."""
    DECLARE_DONE = 21
    """Declare it done."""
    RECORD_OWN_ACT = 22
    """Record the unit's own act or document."""
    RECALL = 23
    """Take a submission back before vetting."""
    REQUEST_RECALL = 24
    """Ask for a submission after vetting has begun."""
    REFUSE_RECALL = 25
    """Refuse to give a submission back."""
    START_VETTING = 26
    """Begin vetting."""
    ACCEPT = 27
    """Accept a revision."""
    RETURN = 28
    """Return a revision with findings."""
    REOPEN = 29
    """Reopen an acceptance."""
    WAIVE = 30
    """Waive an obligation."""
    RECORD_ABSENCE = 31
    """Record absence."""
    RECORD_NO_RESPONSE = 32
    """Record that nobody responded, or that silence counts as consent."""
    ADD_ADDENDUM = 33
    """Add a document after the consolidation was signed."""
    END_STANDING = 34
    """End a standing duty."""
    FORWARD = 35
    """Forward what was collected."""
    DRAFT_CONSOLIDATION = 36
    """Draft a consolidation from its settled inputs."""
    SIGN_CONSOLIDATION = 37
    """Sign a consolidation."""
    PROPOSE = 38
    """Propose a tentative date."""
    SCHEDULE = 39
    """Schedule a meeting."""
    RESCHEDULE = 40
    """Move a meeting to another slot."""
    POSTPONE = 41
    """Postpone a meeting without a date."""
    CANCEL = 42
    """Cancel a meeting."""
    HOLD = 43
    """Record that a meeting was held."""
    ANNOUNCE = 44
    """Announce a meeting's conclusion."""
    CLOSE = 45
    """Close a directive without a meeting."""
    CONCLUDE = 46
    """Conclude the directive."""
    ANNOTATE = 47
    """Annotate, changing no state."""

class Target(Variants):
    """What a command is aimed at."""
    @final
    class Directive(Target):
        """The directive as a whole."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Unit(Target):
        """A receiver."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Obligation(Target):
        """An obligation."""
        __match_args__ = ("value",)
        @property
        def value(self) -> ObligationId: ...
        def __init__(self, value: ObligationId) -> None: ...
    @final
    class Meeting(Target):
        """A meeting."""
        __match_args__ = ("value",)
        @property
        def value(self) -> MeetingIndex: ...
        def __init__(self, value: MeetingIndex) -> None: ...

AnyTarget: TypeAlias = Union[Target.Directive, Target.Unit, Target.Obligation, Target.Meeting]

class Who(Variants):
    """Who may give a command."""
    @final
    class Unit(Who):
        """Somebody of a unit in one of these capacities."""
        __match_args__ = ("unit", "capacities")
        @property
        def unit(self) -> UnitId:
            """The unit."""
        @property
        def capacities(self) -> List[Capacity]:
            """The capacities that suffice."""
        def __init__(self, *, unit: UnitId, capacities: Sequence[Capacity]) -> None: ...
    @final
    class Office(Who):
        """Whoever holds an office."""
        __match_args__ = ("office",)
        @property
        def office(self) -> OfficeId:
            """The office."""
        def __init__(self, *, office: OfficeId) -> None: ...

AnyWho: TypeAlias = Union[Who.Unit, Who.Office]

@final
class Unblock(Value):
    """One command that would help, and who may give it."""
    __match_args__ = ("kind", "target", "who")
    @property
    def kind(self) -> Kind:
        """The kind of command."""
    @property
    def target(self) -> AnyTarget:
        """What it is aimed at."""
    @property
    def who(self) -> List[AnyWho]:
        """Who may give it, beside those who act by order or authorisation and the superiors of the issuer."""
    def __init__(self, *, kind: Kind, target: Target, who: Sequence[Who]) -> None: ...

@final
class Blocker(Value):
    """An open obligation that something waits for."""
    __match_args__ = ("key", "obligation", "state", "standing", "holder", "open_inputs", "moves")
    @property
    def key(self) -> Key:
        """Its key."""
    @property
    def obligation(self) -> ObligationId:
        """Its position."""
    @property
    def state(self) -> ObligationStateName:
        """The state it is in."""
    @property
    def standing(self) -> AnyStanding:
        """How it stands."""
    @property
    def holder(self) -> AnyPerformer:
        """Who holds it."""
    @property
    def open_inputs(self) -> int:
        """Where it is a consolidation itself, how many of its inputs are open."""
    @property
    def moves(self) -> List[Unblock]:
        """What would help, and who may do it."""
    def __init__(self, *, key: Key, obligation: ObligationId, state: ObligationStateName, standing: Standing, holder: Performer, open_inputs: int, moves: Sequence[Unblock]) -> None: ...

@final
class Blockage(Value):
    """Something that waits: a consolidation, a meeting or the end of the directive."""
    __match_args__ = ("stage", "awaited", "due", "blockers", "moves")
    @property
    def stage(self) -> int:
        """Its stage, from 1."""
    @property
    def awaited(self) -> AnyAwaited:
        """What waits."""
    @property
    def due(self) -> Optional[Instant]:
        """By when it is due: the due instant of the consolidation, or the end of the meeting's window."""
    @property
    def blockers(self) -> List[Blocker]:
        """The open obligations it waits for; none when it can be done now."""
    @property
    def moves(self) -> List[Unblock]:
        """What can be done about the thing itself: the next step when nothing blocks it."""
    def __init__(self, *, stage: int, awaited: Awaited, due: Optional[Instant], blockers: Sequence[Blocker], moves: Sequence[Unblock]) -> None: ...

@final
class BoardColumn(Value):
    """A column: an assignment, in a field where it is owed once per field."""
    __match_args__ = ("assignment", "field", "title")
    @property
    def assignment(self) -> AssignmentId:
        """The assignment."""
    @property
    def field(self) -> Optional[FieldId]:
        """The field."""
    @property
    def title(self) -> str:
        """The assignment's title."""
    def __init__(self, *, assignment: AssignmentId, field: Optional[FieldId], title: str) -> None: ...

ListIndex: TypeAlias = int

@final
class Marks(Value):
    """What a person should notice about an obligation beside its state."""
    __match_args__ = ("returned", "extended", "recalled", "addendum", "was_absent", "late_against_printed")
    @property
    def returned(self) -> int:
        """How often it was returned, or reopened after acceptance."""
    @property
    def extended(self) -> int:
        """How many extensions were granted."""
    @property
    def recalled(self) -> int:
        """How often a revision was recalled before vetting."""
    @property
    def addendum(self) -> bool:
        """Whether a document came after the consolidation was signed."""
    @property
    def was_absent(self) -> bool:
        """Whether absence was recorded earlier, though the obligation was reopened since."""
    @property
    def late_against_printed(self) -> bool:
        """Whether it is late against the deadline as first fixed, though not against the one in force."""
    def __init__(self, *, returned: int, extended: int, recalled: int, addendum: bool, was_absent: bool, late_against_printed: bool) -> None: ...

@final
class BoardCell(Value):
    """A cell: one obligation at the instant of the board."""
    __match_args__ = ("column", "obligation", "key", "state", "standing", "due", "revision", "holder", "marks")
    @property
    def column(self) -> ListIndex:
        """The position of its column."""
    @property
    def obligation(self) -> ObligationId:
        """The position of the obligation."""
    @property
    def key(self) -> Key:
        """Its key."""
    @property
    def state(self) -> ObligationStateName:
        """The state it is in."""
    @property
    def standing(self) -> AnyStanding:
        """How it stands."""
    @property
    def due(self) -> Optional[Instant]:
        """The last instant on time, as now in force."""
    @property
    def revision(self) -> int:
        """The number of the latest revision, 0 before the first."""
    @property
    def holder(self) -> Optional[AnyPerformer]:
        """Who holds it now, where that is no longer the performer."""
    @property
    def marks(self) -> Marks:
        """What a person should notice."""
    def __init__(self, *, column: ListIndex, obligation: ObligationId, key: Key, state: ObligationStateName, standing: Standing, due: Optional[Instant], revision: int, holder: Optional[Performer], marks: Marks) -> None: ...

@final
class BoardRow(Value):
    """A row: what one performer owes."""
    __match_args__ = ("performer", "cells")
    @property
    def performer(self) -> AnyPerformer:
        """The performer at issue."""
    @property
    def cells(self) -> List[BoardCell]:
        """Its obligations, in the order of the columns."""
    def __init__(self, *, performer: Performer, cells: Sequence[BoardCell]) -> None: ...

@final
class Board(Value):
    """Units by assignments and fields."""
    __match_args__ = ("columns", "rows")
    @property
    def columns(self) -> List[BoardColumn]:
        """The columns, in the order of the directive's items."""
    @property
    def rows(self) -> List[BoardRow]:
        """The rows, in the order of the performers."""
    def __init__(self, *, columns: Sequence[BoardColumn], rows: Sequence[BoardRow]) -> None: ...

@final
class EmulationRow(Value):
    """What one unit did with the orders it holds.

    Every order stands in exactly one of the columns from `on_time` to `no_deadline`; `returned` counts beside them.
    """
    __match_args__ = ("holder", "total", "on_time", "late", "late_on_arrival", "absent", "waived", "fell_away", "open", "no_deadline", "returned")
    @property
    def holder(self) -> AnyPerformer:
        """Who holds them now."""
    @property
    def total(self) -> int:
        """How many orders."""
    @property
    def on_time(self) -> int:
        """Done on time."""
    @property
    def late(self) -> int:
        """Done late, or overdue."""
    @property
    def late_on_arrival(self) -> int:
        """Late because the directive arrived after the due instant, which is not the unit's doing."""
    @property
    def absent(self) -> int:
        """Absent, whether or not something came as an addendum."""
    @property
    def waived(self) -> int:
        """Waived."""
    @property
    def fell_away(self) -> int:
        """Lapsed, or settled by silence."""
    @property
    def open(self) -> int:
        """Not done, the deadline ahead."""
    @property
    def no_deadline(self) -> int:
        """Without a deadline, done or not."""
    @property
    def returned(self) -> int:
        """How many were returned at least once."""
    def __init__(self, *, holder: Performer, total: int, on_time: int, late: int, late_on_arrival: int, absent: int, waived: int, fell_away: int, open: int, no_deadline: int, returned: int) -> None: ...

@final
class Emulation(Value):
    """What each unit did with the orders it holds; one line per unit, in order."""
    __match_args__ = ("rows",)
    @property
    def rows(self) -> List[EmulationRow]:
        """One line per holder."""
    def __init__(self, *, rows: Sequence[EmulationRow]) -> None: ...

class DocumentType(enum.Enum):
    """The 29 types of administrative document (Decree 30/2020/ND-CP, article 7) that can carry a directive."""
    OFFICIAL_DISPATCH = 0
    """Công văn: no abbreviation in the notation."""
    TELEGRAM = 1
    """Công điện (CĐ)."""
    INSTRUCTION = 2
    """Chỉ thị (CT)."""
    DECISION = 3
    """Quyết định cá biệt (QĐ)."""
    RESOLUTION = 4
    """Nghị quyết cá biệt (NQ)."""
    PLAN = 5
    """Kế hoạch (KH)."""
    PROGRAMME = 6
    """Chương trình (CTr)."""
    NOTICE = 7
    """Thông báo (TB)."""
    COMMUNIQUE = 8
    """Thông cáo (TC)."""
    GUIDANCE = 9
    """Hướng dẫn (HD)."""
    REGULATION = 10
    """Quy chế (QC)."""
    RULES = 11
    """Quy định (QyĐ)."""
    SCHEME = 12
    """Phương án (PA)."""
    PROPOSAL = 13
    """Đề án (ĐA)."""
    PROJECT = 14
    """Dự án (DA)."""
    REPORT = 15
    """Báo cáo (BC)."""
    SUBMISSION = 16
    """Tờ trình (TTr)."""
    INVITATION = 17
    """Giấy mời (GM)."""
    TRANSFER = 18
    """Phiếu chuyển (PC)."""

class IssuingAuthority(enum.Enum):
    """Whose authority a directive carries."""
    HEAD = 0
    """The head alone, such as the Chairman (KT. without TM.)."""
    COLLECTIVE = 1
    """The collective body (TM.)."""

@final
class SignerLine(Value):
    """How the foot of the dispatch is signed."""
    __match_args__ = ("authority", "office", "name")
    @property
    def authority(self) -> List[SigningAuthority]:
        """The chain in the order it is printed, such as `["by_order", "for_head"]` for TL. / KT.; empty when the head signs."""
    @property
    def office(self) -> OfficeId:
        """The office of the person who signs."""
    @property
    def name(self) -> Optional[str]:
        """The name as printed, where it is known."""
    def __init__(self, *, authority: Sequence[SigningAuthority]=..., office: OfficeId, name: Optional[str]=...) -> None: ...

class Urgency(enum.Enum):
    """The degrees of urgency (Decree 30/2020/ND-CP, appendix I): hỏa tốc, thượng khẩn, khẩn."""
    FLASH = 0
    """Hỏa tốc: dispatched, registered and handled at once."""
    IMMEDIATE = 1
    """Thượng khẩn."""
    URGENT = 2
    """Khẩn."""

class LinkKind(enum.Enum):
    """The nature of a link between documents."""
    BASIS = 0
    """Căn cứ: rests on it."""
    IMPLEMENTS = 1
    """Triển khai: carries it out."""
    AMENDS = 2
    """Sửa đổi, bổ sung: amends it."""
    CORRECTS = 3
    """Đính chính: corrects it."""
    REMINDS = 4
    """Đôn đốc: reminds of it."""
    REPLACES = 5
    """Thay thế: replaces it."""
    FOLLOWS_CONCLUSION = 6
    """Thực hiện kết luận: follows its conclusion."""
    REFERS = 7
    """Mentions it."""

@final
class Link(Value):
    """How this document is linked to another one."""
    __match_args__ = ("kind", "document", "date", "issuer", "note")
    @property
    def kind(self) -> LinkKind:
        """The nature of the link."""
    @property
    def document(self) -> str:
        """The other document, as cited: number and notation, such as `147/TB-UBND`."""
    @property
    def date(self) -> Optional[NaiveDate]:
        """Its date."""
    @property
    def issuer(self) -> Optional[str]:
        """Who issued or concluded it, as printed."""
    @property
    def note(self) -> Optional[str]:
        """What it says that matters here."""
    def __init__(self, *, kind: LinkKind, document: str, date: Optional[NaiveDate]=..., issuer: Optional[str]=..., note: Optional[str]=...) -> None: ...

class Addressee(Variants):
    """Somebody the directive is addressed to."""
    @final
    class Group(Addressee):
        """A group of units, expanded on the day of issue."""
        __match_args__ = ("value",)
        @property
        def value(self) -> GroupId: ...
        def __init__(self, value: GroupId) -> None: ...
    @final
    class Unit(Addressee):
        """One unit."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Party(Addressee):
        """An outside party."""
        __match_args__ = ("value",)
        @property
        def value(self) -> PartyId: ...
        def __init__(self, value: PartyId) -> None: ...

AnyAddressee: TypeAlias = Union[Addressee.Group, Addressee.Unit, Addressee.Party]

@final
class Header(Value):
    """What stands at the head and the foot of the dispatch (Decree 30/2020/ND-CP, article 8)."""
    __match_args__ = ("document_type", "number", "notation", "series", "date", "place", "issuing_body", "authority", "instructing_leader", "signer", "drafting_unit", "office", "subject", "urgency", "links", "addressees", "recipients")
    @property
    def document_type(self) -> DocumentType:
        """The type of document."""
    @property
    def number(self) -> Optional[int]:
        """The number, absent until issue."""
    @property
    def notation(self) -> Optional[str]:
        """The notation (ký hiệu) that follows the number, such as `UBND-SNV`."""
    @property
    def series(self) -> Optional[str]:
        """The series the number is taken from, where the issuing body keeps several (article 15.1)."""
    @property
    def date(self) -> Optional[NaiveDate]:
        """The date of issue, absent until issue."""
    @property
    def place(self) -> Optional[str]:
        """The place printed before the date."""
    @property
    def issuing_body(self) -> UnitId:
        """The body that issues."""
    @property
    def authority(self) -> IssuingAuthority:
        """Whose authority the directive carries, apart from who signs it."""
    @property
    def instructing_leader(self) -> Optional[OfficeId]:
        """The leader in whose name the text instructs, where it says so."""
    @property
    def signer(self) -> SignerLine:
        """How the foot of the dispatch is signed."""
    @property
    def drafting_unit(self) -> Optional[UnitId]:
        """The unit that drafted the text."""
    @property
    def office(self) -> Optional[UnitId]:
        """The unit that numbers, dates and dispatches (văn phòng); by default the issuing body itself."""
    @property
    def subject(self) -> str:
        """The subject (trích yếu)."""
    @property
    def urgency(self) -> Optional[Urgency]:
        """The urgency; absent means ordinary."""
    @property
    def links(self) -> List[Link]:
        """The legal bases and the other documents this one is linked to."""
    @property
    def addressees(self) -> List[AnyAddressee]:
        """The addressees (Kính gửi); may be empty."""
    @property
    def recipients(self) -> List[str]:
        """The recipients (Nơi nhận) beside the addressees, as printed."""
    def __init__(self, *, document_type: DocumentType, number: Optional[int]=..., notation: Optional[str]=..., series: Optional[str]=..., date: Optional[NaiveDate]=..., place: Optional[str]=..., issuing_body: UnitId, authority: IssuingAuthority, instructing_leader: Optional[OfficeId]=..., signer: SignerLine, drafting_unit: Optional[UnitId]=..., office: Optional[UnitId]=..., subject: str, urgency: Optional[Urgency]=..., links: Sequence[Link]=..., addressees: Sequence[Addressee]=..., recipients: Sequence[str]=...) -> None: ...

class MeetingState(Variants):
    """The states of a meeting."""
    @final
    class Planned(MeetingState):
        """Ordered, without a date; perhaps with a tentative one."""
        __match_args__ = ("tentative",)
        @property
        def tentative(self) -> Optional[Slot]:
            """The slot that was proposed and is not yet firm."""
        def __init__(self, *, tentative: Optional[Slot]) -> None: ...
    @final
    class Scheduled(MeetingState):
        """Scheduled, with invitations out."""
        __match_args__ = ("slot", "sitting")
        @property
        def slot(self) -> Slot:
            """When and where."""
        @property
        def sitting(self) -> int:
            """Which sitting, from 1."""
        def __init__(self, *, slot: Slot, sitting: int) -> None: ...
    @final
    class Postponed(MeetingState):
        """Postponed: again without a date."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Held(MeetingState):
        """Held, or adjourned to a further sitting."""
        __match_args__ = ("slot", "sittings", "adjourned")
        @property
        def slot(self) -> Slot:
            """When and where the last sitting was."""
        @property
        def sittings(self) -> int:
            """How many sittings there were."""
        @property
        def adjourned(self) -> bool:
            """Whether the chair adjourned to a further sitting."""
        def __init__(self, *, slot: Slot, sittings: int, adjourned: bool) -> None: ...
    @final
    class Announced(MeetingState):
        """Its conclusion is announced."""
        __match_args__ = ("slot", "sittings")
        @property
        def slot(self) -> Slot:
            """When and where the last sitting was."""
        @property
        def sittings(self) -> int:
            """How many sittings there were."""
        def __init__(self, *, slot: Slot, sittings: int) -> None: ...
    @final
    class Cancelled(MeetingState):
        """Cancelled."""
        __match_args__ = ()
        def __init__(self) -> None: ...

AnyMeetingState: TypeAlias = Union[MeetingState.Planned, MeetingState.Scheduled, MeetingState.Postponed, MeetingState.Held, MeetingState.Announced, MeetingState.Cancelled]

@final
class Revision(Value):
    """One numbered revision: what four-eyes and consolidation need of it. The rest stays in the log."""
    __match_args__ = ("number", "hash", "drafted_by", "signed_by", "at")
    @property
    def number(self) -> int:
        """Its number, from 1."""
    @property
    def hash(self) -> ContentHash:
        """The hash of its content, which an acceptance cites."""
    @property
    def drafted_by(self) -> Drafters:
        """Who worked on it."""
    @property
    def signed_by(self) -> PersonId:
        """Who signed it."""
    @property
    def at(self) -> Instant:
        """When it was submitted, in effective time."""
    def __init__(self, *, number: int, hash: ContentHash, drafted_by: Drafters, signed_by: PersonId, at: Instant) -> None: ...

class Recalling(enum.Enum):
    """How far vetting and recall of a submission have gone."""
    OPEN = 0
    """Vetting has not begun: the sender may still take it back."""
    VETTING_STARTED = 1
    """Vetting has begun: the sender may only ask for it."""
    REQUESTED = 2
    """The sender asked for it after vetting had begun."""

class Lapse(enum.Enum):
    """Why an obligation fell away."""
    REVOKED = 0
    """The directive was revoked."""
    REPLACED = 1
    """The directive was replaced, and the obligation was not carried."""
    CARRIED = 2
    """It goes on under another directive."""
    CLOSED = 3
    """The directive was closed, and this obligation was not among those that had to be settled for it."""

class ObligationState(Variants):
    """The states of an obligation."""
    @final
    class Owed(ObligationState):
        """Owed and not begun."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Drafting(ObligationState):
        """A draft is being written."""
        __match_args__ = ("drafted_by", "saved", "inputs")
        @property
        def drafted_by(self) -> Drafters:
            """Everybody who worked on the draft."""
        @property
        def saved(self) -> Optional[ContentHash]:
            """The hash of the draft as last saved."""
        @property
        def inputs(self) -> Optional[Inputs]:
            """For a consolidation, the inputs as they stood when it was drafted."""
        def __init__(self, *, drafted_by: Drafters, saved: Optional[ContentHash], inputs: Optional[Inputs]) -> None: ...
    @final
    class Submitted(ObligationState):
        """Submitted, and to be vetted."""
        __match_args__ = ("revision", "recall", "failed")
        @property
        def revision(self) -> Revision:
            """The revision that is to be vetted."""
        @property
        def recall(self) -> Recalling:
            """How far vetting and recall have gone."""
        @property
        def failed(self) -> List[CriterionId]:
            """The criteria that the machine found not to be met: it cannot be accepted before they are."""
        def __init__(self, *, revision: Revision, recall: Recalling, failed: Sequence[CriterionId]) -> None: ...
    @final
    class Returned(ObligationState):
        """Returned with findings, to be drafted again."""
        __match_args__ = ("revision",)
        @property
        def revision(self) -> Revision:
            """The revision that was returned."""
        def __init__(self, *, revision: Revision) -> None: ...
    @final
    class Accepted(ObligationState):
        """Accepted."""
        __match_args__ = ("revision", "ground")
        @property
        def revision(self) -> Optional[Revision]:
            """The revision that was accepted; none for attendance."""
        @property
        def ground(self) -> Acceptance:
            """On what ground it was accepted."""
        def __init__(self, *, revision: Optional[Revision], ground: Acceptance) -> None: ...
    @final
    class Incorporated(ObligationState):
        """Accepted, and part of an accepted consolidation."""
        __match_args__ = ("revision", "consolidation")
        @property
        def revision(self) -> Optional[Revision]:
            """The revision that was incorporated."""
        @property
        def consolidation(self) -> ObligationId:
            """The consolidation that it is part of: the first one that was accepted."""
        def __init__(self, *, revision: Optional[Revision], consolidation: ObligationId) -> None: ...
    @final
    class Waived(ObligationState):
        """Waived by the authority."""
        __match_args__ = ("revision",)
        @property
        def revision(self) -> Optional[Revision]:
            """The revision that had been submitted when it was waived."""
        def __init__(self, *, revision: Optional[Revision]) -> None: ...
    @final
    class Absent(ObligationState):
        """Recorded as absent after the deadline."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class NoResponse(ObligationState):
        """Not an order, and no response was recorded."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Consented(ObligationState):
        """Silence counted as consent."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Continuing(ObligationState):
        """A standing duty that goes on."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Ended(ObligationState):
        """A standing duty that was ended."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Lapsed(ObligationState):
        """Fell away with its directive, or was carried into another."""
        __match_args__ = ("lapse", "revision")
        @property
        def lapse(self) -> Lapse:
            """Why it fell away."""
        @property
        def revision(self) -> Optional[Revision]:
            """The revision that had been submitted."""
        def __init__(self, *, lapse: Lapse, revision: Optional[Revision]) -> None: ...

AnyObligationState: TypeAlias = Union[ObligationState.Owed, ObligationState.Drafting, ObligationState.Submitted, ObligationState.Returned, ObligationState.Accepted, ObligationState.Incorporated, ObligationState.Waived, ObligationState.Absent, ObligationState.NoResponse, ObligationState.Consented, ObligationState.Continuing, ObligationState.Ended, ObligationState.Lapsed]

@final
class Offer(Value):
    """A kind of command with its target, without a payload: permitted exactly when some payload of it is accepted."""
    __match_args__ = ("kind", "target")
    @property
    def kind(self) -> Kind:
        """The kind."""
    @property
    def target(self) -> AnyTarget:
        """The target."""
    def __init__(self, *, kind: Kind, target: Target) -> None: ...

class Engaged(Variants):
    """Who or what is engaged."""
    @final
    class Person(Engaged):
        """A natural person."""
        __match_args__ = ("value",)
        @property
        def value(self) -> PersonId: ...
        def __init__(self, value: PersonId) -> None: ...
    @final
    class Unit(Engaged):
        """A whole unit, and with it its head."""
        __match_args__ = ("value",)
        @property
        def value(self) -> UnitId: ...
        def __init__(self, value: UnitId) -> None: ...
    @final
    class Room(Engaged):
        """A room."""
        __match_args__ = ("value",)
        @property
        def value(self) -> str: ...
        def __init__(self, value: str) -> None: ...

AnyEngaged: TypeAlias = Union[Engaged.Person, Engaged.Unit, Engaged.Room]

@final
class Busy(Value):
    """An engagement, from an instant until another, which is free again."""
    __match_args__ = ("who", "start", "until")
    @property
    def who(self) -> AnyEngaged:
        """Who or what is engaged."""
    @property
    def start(self) -> Instant:
        """From when."""
    @property
    def until(self) -> Instant:
        """Until when; free again at this instant."""
    def __init__(self, *, who: Engaged, start: Instant, until: Instant) -> None: ...

@final
class Demand(Value):
    """What the planner is asked."""
    __match_args__ = ("now", "busy", "rooms", "step_minutes", "limit")
    @property
    def now(self) -> Instant:
        """When it is asked: no slot begins at or before it."""
    @property
    def busy(self) -> List[Busy]:
        """When persons, units and rooms are engaged."""
    @property
    def rooms(self) -> List[str]:
        """The rooms to choose from, the preferred one first; with none, slots name no room."""
    @property
    def step_minutes(self) -> int:
        """The distance between possible starts from the beginning of a stretch of working hours, in minutes; 0 counts
        as 1.
        """
    @property
    def limit(self) -> int:
        """The most slots to answer."""
    def __init__(self, *, now: Instant, busy: Sequence[Busy]=..., rooms: Sequence[str]=..., step_minutes: int=30, limit: int=10) -> None: ...

CommitteeId: TypeAlias = str

@final
class RankedSlot(Value):
    """A free slot with its place among the others, and why."""
    __match_args__ = ("rank", "slot", "time_to_prepare", "morning", "deputies", "reasons")
    @property
    def rank(self) -> int:
        """Its place, from 1."""
    @property
    def slot(self) -> Slot:
        """When and where."""
    @property
    def time_to_prepare(self) -> bool:
        """Whether a whole working day lies between the final consolidation and the meeting."""
    @property
    def morning(self) -> bool:
        """Whether it begins before noon."""
    @property
    def deputies(self) -> List[UnitId]:
        """The units that must send a deputy: invited ones whose head is engaged, and any without a head that day."""
    @property
    def reasons(self) -> List[Text]:
        """Why it stands where it stands, for people."""
    def __init__(self, *, rank: int, slot: Slot, time_to_prepare: bool, morning: bool, deputies: Sequence[UnitId], reasons: Sequence[Text]) -> None: ...

@final
class Clash(Value):
    """With what slots clash."""
    __match_args__ = ("slots", "engaged", "vacant")
    @property
    def slots(self) -> int:
        """How many slots."""
    @property
    def engaged(self) -> Optional[AnyEngaged]:
        """Who or what is engaged; none where nobody holds the office that takes the chair."""
    @property
    def vacant(self) -> Optional[OfficeId]:
        """The office that takes the chair, where nobody holds it."""
    def __init__(self, *, slots: int, engaged: Optional[Engaged], vacant: Optional[OfficeId]) -> None: ...

class PlanningCause(Variants):
    """Why there is no free slot."""
    @final
    class UnknownMeeting(PlanningCause):
        """There is no such meeting."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex:
            """What was asked for."""
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class NotToBeScheduled(PlanningCause):
        """The meeting was held, announced or cancelled."""
        __match_args__ = ("state",)
        @property
        def state(self) -> MeetingStateName:
            """The state it is in."""
        def __init__(self, *, state: MeetingStateName) -> None: ...
    @final
    class WindowPassed(PlanningCause):
        """The window has passed, or too little of its last day is left."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window:
            """The window."""
        def __init__(self, *, window: Window) -> None: ...
    @final
    class NoWorkingDay(PlanningCause):
        """No day of the window that is left is a working day."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window:
            """The window."""
        def __init__(self, *, window: Window) -> None: ...
    @final
    class TooLong(PlanningCause):
        """The meeting is longer than every stretch of working hours in the window."""
        __match_args__ = ("minutes", "longest")
        @property
        def minutes(self) -> int:
            """How long it is planned to last, in minutes."""
        @property
        def longest(self) -> int:
            """The longest stretch, in minutes."""
        def __init__(self, *, minutes: int, longest: int) -> None: ...
    @final
    class AllClash(PlanningCause):
        """Every slot clashes with something."""
        __match_args__ = ("candidates", "clashes")
        @property
        def candidates(self) -> int:
            """How many slots there would be."""
        @property
        def clashes(self) -> List[Clash]:
            """With what, the most frequent first."""
        def __init__(self, *, candidates: int, clashes: Sequence[Clash]) -> None: ...

AnyPlanningCause: TypeAlias = Union[PlanningCause.UnknownMeeting, PlanningCause.NotToBeScheduled, PlanningCause.WindowPassed, PlanningCause.NoWorkingDay, PlanningCause.TooLong, PlanningCause.AllClash]

@final
class Planning(Value):
    """What the planner found."""
    __match_args__ = ("committees", "agenda", "tentative", "slots", "none_because", "none_told")
    @property
    def committees(self) -> List[CommitteeId]:
        """The committees that sit in the one sitting, in the order of the directive."""
    @property
    def agenda(self) -> List[AgendaItem]:
        """Who reports on what, in the order of the directive's items."""
    @property
    def tentative(self) -> bool:
        """Whether something that the meeting prepares is still open, so that a slot can only be proposed."""
    @property
    def slots(self) -> List[RankedSlot]:
        """The free slots, best first, at most as many as were asked for."""
    @property
    def none_because(self) -> Optional[AnyPlanningCause]:
        """Why there is no free slot."""
    @property
    def none_told(self) -> Optional[Text]:
        """Why there is no free slot, as it is told to people."""
    def __init__(self, *, committees: Sequence[CommitteeId], agenda: Sequence[AgendaItem], tentative: bool, slots: Sequence[RankedSlot], none_because: Optional[PlanningCause], none_told: Optional[Text]) -> None: ...

@final
class Counts(Value):
    """How far a set of obligations has come."""
    __match_args__ = ("total", "settled", "open", "lapsed", "on_time", "late", "resubmitted", "returned", "absent", "waived")
    @property
    def total(self) -> int:
        """How many there are."""
    @property
    def settled(self) -> int:
        """Accepted, waived, absent, settled by silence, or ended."""
    @property
    def open(self) -> int:
        """Neither settled nor lapsed."""
    @property
    def lapsed(self) -> int:
        """Fallen away with the directive, or carried into another."""
    @property
    def on_time(self) -> int:
        """Done on time."""
    @property
    def late(self) -> int:
        """Done late, overdue or absent."""
    @property
    def resubmitted(self) -> int:
        """Returned, and submitted again since: to be vetted, or accepted."""
    @property
    def returned(self) -> int:
        """Returned at least once."""
    @property
    def absent(self) -> int:
        """Absent."""
    @property
    def waived(self) -> int:
        """Waived."""
    def __init__(self, *, total: int, settled: int, open: int, lapsed: int, on_time: int, late: int, resubmitted: int, returned: int, absent: int, waived: int) -> None: ...

@final
class UnitProgress(Value):
    """How far a unit or an outside party has come with what it holds."""
    __match_args__ = ("holder", "counts")
    @property
    def holder(self) -> AnyPerformer:
        """Who holds it."""
    @property
    def counts(self) -> Counts:
        """How far."""
    def __init__(self, *, holder: Performer, counts: Counts) -> None: ...

@final
class WorkProgress(Value):
    """How far an assignment has come."""
    __match_args__ = ("assignment", "counts")
    @property
    def assignment(self) -> AssignmentId:
        """The assignment."""
    @property
    def counts(self) -> Counts:
        """How far."""
    def __init__(self, *, assignment: AssignmentId, counts: Counts) -> None: ...

@final
class FieldProgress(Value):
    """How far a field has come."""
    __match_args__ = ("field", "counts")
    @property
    def field(self) -> Optional[FieldId]:
        """The field; none for what is not owed per field."""
    @property
    def counts(self) -> Counts:
        """How far."""
    def __init__(self, *, field: Optional[FieldId], counts: Counts) -> None: ...

class StageKind(enum.Enum):
    """What a stage consists of."""
    WORK = 0
    """Obligations that consolidate nothing, or only what lies in earlier stages."""
    MEETING = 1
    """The meetings."""

@final
class StageProgress(Value):
    """How far a stage has come."""
    __match_args__ = ("stage", "kind", "assignments", "counts")
    @property
    def stage(self) -> int:
        """Its number, from 1."""
    @property
    def kind(self) -> StageKind:
        """What it consists of."""
    @property
    def assignments(self) -> List[AssignmentId]:
        """The assignments in it, in the order of the directive's items; none for the meetings."""
    @property
    def counts(self) -> Counts:
        """How far; the last stage counts meetings."""
    def __init__(self, *, stage: int, kind: StageKind, assignments: Sequence[AssignmentId], counts: Counts) -> None: ...

@final
class Progress(Value):
    """How far a directive has come."""
    __match_args__ = ("total", "units", "assignments", "fields", "stages")
    @property
    def total(self) -> Counts:
        """Every obligation."""
    @property
    def units(self) -> List[UnitProgress]:
        """Per holder, in order."""
    @property
    def assignments(self) -> List[WorkProgress]:
        """Per assignment, in the order of the directive's items."""
    @property
    def fields(self) -> List[FieldProgress]:
        """Per field, in the order of the mandate; what is owed without a field stands last."""
    @property
    def stages(self) -> List[StageProgress]:
        """Per stage: how deep it lies in what is consolidated; the meetings last."""
    def __init__(self, *, total: Counts, units: Sequence[UnitProgress], assignments: Sequence[WorkProgress], fields: Sequence[FieldProgress], stages: Sequence[StageProgress]) -> None: ...

@final
class Vetted(Value):
    """How a revision was accepted."""
    __match_args__ = ("by", "unit", "at", "ground")
    @property
    def by(self) -> PersonId:
        """Who accepted it; the sender where nobody vets."""
    @property
    def unit(self) -> UnitId:
        """For which unit."""
    @property
    def at(self) -> Instant:
        """When it was recorded."""
    @property
    def ground(self) -> Acceptance:
        """On what ground."""
    def __init__(self, *, by: PersonId, unit: UnitId, at: Instant, ground: Acceptance) -> None: ...

@final
class Contained(Value):
    """One input of a consolidation."""
    __match_args__ = ("key", "obligation", "fate", "submitted_at", "signed_by", "vetted", "reason", "contains")
    @property
    def key(self) -> Key:
        """The input."""
    @property
    def obligation(self) -> ObligationId:
        """Its position."""
    @property
    def fate(self) -> AnyFate:
        """What became of it, with the number and hash of the accepted revision."""
    @property
    def submitted_at(self) -> Optional[Instant]:
        """When the accepted revision was submitted, in effective time."""
    @property
    def signed_by(self) -> Optional[PersonId]:
        """Who signed the accepted revision."""
    @property
    def vetted(self) -> Optional[Vetted]:
        """How it was accepted."""
    @property
    def reason(self) -> Optional[str]:
        """Why it was waived or recorded as absent."""
    @property
    def contains(self) -> Optional[Provenance]:
        """Where the input is a consolidation itself, what the accepted revision contains."""
    def __init__(self, *, key: Key, obligation: ObligationId, fate: Fate, submitted_at: Optional[Instant], signed_by: Optional[PersonId], vetted: Optional[Vetted], reason: Optional[str], contains: Optional[Provenance]) -> None: ...

@final
class Provenance(Value):
    """What a signed consolidation contains."""
    __match_args__ = ("key", "obligation", "revision", "hash", "signed_by", "signed_at", "vetted", "inputs")
    @property
    def key(self) -> Key:
        """The consolidation."""
    @property
    def obligation(self) -> ObligationId:
        """Its position."""
    @property
    def revision(self) -> int:
        """The number of the signed revision."""
    @property
    def hash(self) -> ContentHash:
        """The content hash of the signed revision."""
    @property
    def signed_by(self) -> PersonId:
        """Who signed it."""
    @property
    def signed_at(self) -> Instant:
        """When, in effective time."""
    @property
    def vetted(self) -> Optional[Vetted]:
        """How this revision was accepted; none while it is being vetted, or where it was returned or recalled."""
    @property
    def inputs(self) -> List[Contained]:
        """Every expected input and what became of it, in the order of the obligations."""
    def __init__(self, *, key: Key, obligation: ObligationId, revision: int, hash: ContentHash, signed_by: PersonId, signed_at: Instant, vetted: Optional[Vetted], inputs: Sequence[Contained]) -> None: ...

@final
class StandingFacts(Value):
    """What a standing rests on."""
    __match_args__ = ("standing", "due", "printed_due", "late", "late_against_printed", "first_submitted", "submitted", "registered", "overdue_on_arrival", "was_absent", "addendum")
    @property
    def standing(self) -> AnyStanding:
        """How it stands."""
    @property
    def due(self) -> Optional[Instant]:
        """The last instant on time, as now in force; none where there is no deadline or it is not resolved."""
    @property
    def printed_due(self) -> Optional[Instant]:
        """The last instant on time as first fixed, before any extension."""
    @property
    def late(self) -> bool:
        """Whether it is late against the deadline in force, whoever is to blame."""
    @property
    def late_against_printed(self) -> bool:
        """Whether it is late against the deadline as first fixed, whatever was granted since."""
    @property
    def first_submitted(self) -> Optional[Instant]:
        """When the first revision was submitted, in effective time."""
    @property
    def submitted(self) -> Optional[Instant]:
        """When the revision that counts was submitted: the accepted one, or the one that is being vetted."""
    @property
    def registered(self) -> Optional[Instant]:
        """When the holder registered the directive, or delivery was recorded."""
    @property
    def overdue_on_arrival(self) -> bool:
        """Whether the holder registered the directive only after the due instant."""
    @property
    def was_absent(self) -> bool:
        """Whether absence was recorded at some time."""
    @property
    def addendum(self) -> Optional[Instant]:
        """When the first addendum came."""
    def __init__(self, *, standing: Standing, due: Optional[Instant], printed_due: Optional[Instant], late: bool, late_against_printed: bool, first_submitted: Optional[Instant], submitted: Optional[Instant], registered: Optional[Instant], overdue_on_arrival: bool, was_absent: bool, addendum: Optional[Instant]) -> None: ...

class DirectiveState(Variants):
    """The states of a directive."""
    @final
    class Unwritten(DirectiveState):
        """Before its first event."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Drafted(DirectiveState):
        """Drafted."""
        __match_args__ = ("mandate", "rulings")
        @property
        def mandate(self) -> Mandate:
            """The draft."""
        @property
        def rulings(self) -> List[Ruling]:
            """The rulings recorded beside those of the mandate."""
        def __init__(self, *, mandate: Mandate, rulings: Sequence[Ruling]) -> None: ...
    @final
    class Signed(DirectiveState):
        """Signed: the content is frozen, number and date are missing."""
        __match_args__ = ("mandate", "rulings", "hash", "at")
        @property
        def mandate(self) -> Mandate:
            """The text that was signed."""
        @property
        def rulings(self) -> List[Ruling]:
            """The rulings recorded beside those of the mandate."""
        @property
        def hash(self) -> ContentHash:
            """The hash that the signer froze."""
        @property
        def at(self) -> Instant:
            """When it was signed."""
        def __init__(self, *, mandate: Mandate, rulings: Sequence[Ruling], hash: ContentHash, at: Instant) -> None: ...
    @final
    class Discarded(DirectiveState):
        """Given up before issue."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class InForce(DirectiveState):
        """Issued and in force."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Concluded(DirectiveState):
        """Concluded, or closed without a meeting."""
        __match_args__ = ("carried", "with_meeting")
        @property
        def carried(self) -> int:
            """How many obligations go on under a follow-up directive."""
        @property
        def with_meeting(self) -> bool:
            """Whether it ended with a meeting's conclusion."""
        def __init__(self, *, carried: int, with_meeting: bool) -> None: ...
    @final
    class Revoked(DirectiveState):
        """Revoked by its issuer or a superior."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class Replaced(DirectiveState):
        """Replaced by another directive."""
        __match_args__ = ("by",)
        @property
        def by(self) -> DirectiveId:
            """The directive that replaced it."""
        def __init__(self, *, by: DirectiveId) -> None: ...

AnyDirectiveState: TypeAlias = Union[DirectiveState.Unwritten, DirectiveState.Drafted, DirectiveState.Signed, DirectiveState.Discarded, DirectiveState.InForce, DirectiveState.Concluded, DirectiveState.Revoked, DirectiveState.Replaced]

@final
class Statistics(Value):
    """Orders in the shape of the state's reports: done and open, each on time and late; the others apart.

    An absence counts as not done and late, whatever it settles for a consolidation; an addendum to it as done and
    late. What is neither on time nor late stands apart: orders without a deadline, and those that were waived, lapsed
    or settled by silence.
    """
    __match_args__ = ("done_on_time", "done_late", "open_on_time", "open_late", "no_deadline_done", "no_deadline_open", "not_counted")
    @property
    def done_on_time(self) -> int:
        """Done, submitted in time (hoàn thành đúng hạn)."""
    @property
    def done_late(self) -> int:
        """Done late (hoàn thành quá hạn)."""
    @property
    def open_on_time(self) -> int:
        """Not done, the deadline ahead (chưa hoàn thành, trong hạn)."""
    @property
    def open_late(self) -> int:
        """Not done and overdue or absent (chưa hoàn thành, quá hạn)."""
    @property
    def no_deadline_done(self) -> int:
        """Done, without a deadline (không có thời hạn, đã hoàn thành)."""
    @property
    def no_deadline_open(self) -> int:
        """Not done, without a deadline (không có thời hạn, chưa hoàn thành)."""
    @property
    def not_counted(self) -> int:
        """Waived, lapsed, or settled by silence."""
    def __init__(self, *, done_on_time: int, done_late: int, open_on_time: int, open_late: int, no_deadline_done: int, no_deadline_open: int, not_counted: int) -> None: ...

@final
class InstantSpan(Value):
    """From the earliest instant to the latest, both included."""
    __match_args__ = ("earliest", "latest")
    @property
    def earliest(self) -> Instant:
        """The earliest."""
    @property
    def latest(self) -> Instant:
        """The latest."""
    def __init__(self, *, earliest: Instant, latest: Instant) -> None: ...

Span: TypeAlias = InstantSpan

@final
class Tracked(Value):
    """What became of one obligation, and when."""
    __match_args__ = ("key", "obligation", "facts", "submitted", "returned", "resubmitted", "recalled", "extended", "absent", "accepted")
    @property
    def key(self) -> Key:
        """Its key."""
    @property
    def obligation(self) -> ObligationId:
        """Its position."""
    @property
    def facts(self) -> StandingFacts:
        """How it stands, and what that rests on."""
    @property
    def submitted(self) -> List[Instant]:
        """When revisions were submitted, in effective time."""
    @property
    def returned(self) -> List[Instant]:
        """When revisions were returned, or acceptances reopened."""
    @property
    def resubmitted(self) -> int:
        """How many submissions followed a return."""
    @property
    def recalled(self) -> List[Instant]:
        """When revisions were recalled."""
    @property
    def extended(self) -> List[Instant]:
        """When extensions were granted."""
    @property
    def absent(self) -> List[Instant]:
        """When absence was recorded."""
    @property
    def accepted(self) -> Optional[Instant]:
        """When it was accepted; the last time, where it was reopened."""
    def __init__(self, *, key: Key, obligation: ObligationId, facts: StandingFacts, submitted: Sequence[Instant], returned: Sequence[Instant], resubmitted: int, recalled: Sequence[Instant], extended: Sequence[Instant], absent: Sequence[Instant], accepted: Optional[Instant]) -> None: ...

@final
class StageLine(Value):
    """One stage: what was owed in it, and when it came."""
    __match_args__ = ("stage", "assignments", "due", "tracked")
    @property
    def stage(self) -> int:
        """Its number, from 1."""
    @property
    def assignments(self) -> List[AssignmentId]:
        """The assignments in it, in the order of the directive's items."""
    @property
    def due(self) -> Optional[Span]:
        """The earliest and the latest due instant in force."""
    @property
    def tracked(self) -> List[Tracked]:
        """The obligations in it, in their order."""
    def __init__(self, *, stage: int, assignments: Sequence[AssignmentId], due: Optional[Span], tracked: Sequence[Tracked]) -> None: ...

class MilestoneKind(enum.Enum):
    """What a milestone is."""
    SIGNED = 0
    """The directive was signed."""
    ISSUED = 1
    """It was numbered and dispatched."""
    DECLINED = 2
    """A receiver declined it."""
    DECLINE_SETTLED = 3
    """A decline was settled."""
    ADDED = 4
    """Obligations were added."""
    DEADLINE_FIXED = 5
    """A deadline was fixed."""
    EXTENDED = 6
    """Deadlines were extended."""
    EXTENSION_REFUSED = 7
    """An extension was refused."""
    REMINDED = 8
    """Units were reminded."""
    VETTING_REASSIGNED = 9
    """Vetting was given to another unit."""
    RECALLED = 10
    """A revision was recalled."""
    RETURNED = 11
    """A revision was returned."""
    REOPENED = 12
    """An acceptance was reopened."""
    WAIVED = 13
    """Obligations were waived."""
    ABSENCE_RECORDED = 14
    """Absence was recorded."""
    SILENCE = 15
    """No response was recorded, or silence counted as consent."""
    ADDENDUM = 16
    """A document came after the consolidation was signed."""
    CONSOLIDATION_SIGNED = 17
    """A consolidation was signed."""
    CONSOLIDATION_ACCEPTED = 18
    """A consolidation was accepted."""
    WINDOW_MOVED = 19
    """The window of a meeting was moved."""
    MEETING_SCHEDULED = 20
    """A meeting was scheduled."""
    MEETING_RESCHEDULED = 21
    """A meeting was moved to another slot."""
    MEETING_POSTPONED = 22
    """A meeting was postponed."""
    MEETING_CANCELLED = 23
    """A meeting was cancelled."""
    MEETING_HELD = 24
    """A meeting was held."""
    CONCLUSION_ANNOUNCED = 25
    """A conclusion was announced."""
    REVOKED = 26
    """The directive was revoked."""
    REPLACED = 27
    """The directive was replaced."""
    CLOSED = 28
    """The directive was closed without a meeting."""
    CONCLUDED = 29
    """The directive was concluded."""

@final
class Milestone(Value):
    """One thing that a reader of the history should see."""
    __match_args__ = ("at", "actor", "kind", "keys", "meeting", "reason")
    @property
    def at(self) -> Instant:
        """From when it holds."""
    @property
    def actor(self) -> Actor:
        """Who did it."""
    @property
    def kind(self) -> MilestoneKind:
        """What it is."""
    @property
    def keys(self) -> List[Key]:
        """The obligations it is about, in their order."""
    @property
    def meeting(self) -> Optional[MeetingId]:
        """The meeting it is about."""
    @property
    def reason(self) -> Optional[str]:
        """Why, where a reason was given."""
    def __init__(self, *, at: Instant, actor: Actor, kind: MilestoneKind, keys: Sequence[Key], meeting: Optional[MeetingId], reason: Optional[str]) -> None: ...

@final
class Timeline(Value):
    """Stages against their deadlines, and the milestones."""
    __match_args__ = ("stages", "milestones")
    @property
    def stages(self) -> List[StageLine]:
        """The stages, in order."""
    @property
    def milestones(self) -> List[Milestone]:
        """What a reader of the history should see, in the order in which it took effect."""
    def __init__(self, *, stages: Sequence[StageLine], milestones: Sequence[Milestone]) -> None: ...

class Directive(DirectiveMore):
    """A directive (văn bản chỉ đạo) folded from its rows; it has no clock and stores nothing.

    Threads may share it: questions are answered side by side, and moving it on waits until they are.
    """
    def __init__(self, id: DirectiveId) -> None:
        """A directive before its first event."""
    @classmethod
    def replay(cls, id: DirectiveId, lines: Sequence[str]) -> Self:
        """A directive folded from its rows, oldest first, as `seal` wrote their lines; hashes are `verify`'s matter."""
    def __del__(self) -> None: ...
    def answer_json(self, question: Question, at: Instant, lines: Sequence[str]=...) -> str:
        """The answer to a question, as JSON; a timeline and a provenance are drawn from the lines of the rows too."""
    def apply(self, decision: Decision) -> None:
        """Moves the directive on by a decision that was stored."""
    def blockers(self, at: Instant, skip: int=0, limit: int=1000) -> List[Blockage]:
        """What waits for what, and who can do what about it, what comes next first: so many, after the first so many."""
    def board(self, at: Instant) -> Board:
        """Every obligation in a table: a row for each performer, a column for each assignment and field."""
    def decide(self, command: Command, actor: Actor, at: Instant, context: Context) -> Decision:
        """Judges a command: a decision to store and apply, or every reason why not. Changes nothing."""
    def decide_json(self, command: str, actor: Actor, at: Instant, context: Context) -> Decision:
        """Judges a command given as JSON, in which obligations may be named by key and meetings by identifier."""
    def emulation(self, at: Instant) -> Emulation:
        """The emulation sheet: how each holder kept its deadlines."""
    def evolve(self, line: str) -> None:
        """Moves the directive on by the next row of its log, as `seal` wrote its line.

        A row out of turn, of another directive, or that cannot be read is refused, and the directive is as it was. Only a row
        in turn whose event cannot have happened ends it: it is loaded again when its rows are mended.
        """
    def explain(self, command: Command, actor: Actor, at: Instant, context: Context) -> List[RefusalReason]:
        """Why a command would be refused; empty when it would be accepted. Has no effect."""
    def find(self, key: Key) -> Optional[ObligationId]:
        """The number of the obligation with a key such as `so-y-te/1a/cchc`; none where there is none."""
    def find_meeting(self, meeting: MeetingId) -> Optional[MeetingIndex]:
        """The number of the meeting with an identifier; none where there is none."""
    def follow_up(self, header: Header, lines: Sequence[str], meeting: Optional[MeetingIndex]=...) -> Mandate:
        """The mandate of a directive that carries out a meeting's conclusion, under a header of the caller's (such as
        `further_header` of the mandate gives): its follow-up assignments, resting on its notice; from the lines of the rows. Where no
        meeting is named, it is the one whose conclusion assigns something.
        """
    def id(self) -> DirectiveId:
        """The directive's identifier."""
    def key(self, obligation: ObligationId) -> Optional[Key]:
        """The key of an obligation; none where there is none."""
    def mandate(self) -> Optional[Mandate]:
        """What it orders, from the first draft on."""
    def meeting_state(self, meeting: MeetingIndex) -> AnyMeetingState:
        """The state that a meeting is in, with its data."""
    def meetings_ical(self, lines: Sequence[str], context: Context) -> str:
        """The meetings that have a slot, as iCalendar (RFC 5545) for other programs, from the lines of the rows."""
    def next_due(self) -> Optional[Instant]:
        """When it next wants attention; none when nothing is open."""
    def obligation_state(self, obligation: ObligationId) -> AnyObligationState:
        """The state that an obligation is in, with its data."""
    def permitted(self, actor: Actor, at: Instant, context: Context, skip: int, limit: int) -> List[Offer]:
        """What this actor could now have accepted with some content, in the order of the lifecycle: so many, after the first
        so many.
        """
    def plan_meeting(self, meeting: MeetingIndex, demand: Demand, context: Context) -> Planning:
        """Free slots for a meeting, best first and each with its reasons, or why there is none."""
    def progress(self, at: Instant) -> Progress:
        """What is settled, open, late and returned: in all, by unit, assignment, field and stage."""
    def provenance(self, obligation: ObligationId, lines: Sequence[str]) -> Provenance:
        """What a signed consolidation was made from: the accepted revisions, and who is waived or absent and why; from the
        lines of the rows.
        """
    def receivers(self, context: Context, after: Optional[UnitId]=..., limit: int=1000) -> List[UnitId]:
        """The units that received it, in their order, after one of them, at most so many: whom it is sent to, and whom its issuer
        tells when it is revoked or replaced (Decree 30/2020/ND-CP, article 18.4); empty before it is issued.
        """
    def standing(self, obligation: ObligationId, at: Instant) -> StandingFacts:
        """What an obligation's lateness is judged from."""
    def state(self) -> AnyDirectiveState:
        """The state that it is in, with its data."""
    def statistics(self, at: Instant) -> Statistics:
        """The directive in the seven cells of the monitoring statistics."""
    def timeline(self, at: Instant, lines: Sequence[str]) -> Timeline:
        """The stages against their deadlines, and the milestones that a reader of the history should see, from the lines of
        the rows.
        """
    def version(self) -> int:
        """How many events it was folded from."""

class Context(Held):
    """What the pure core judges with, beside who asks and when: directory, calendar, the province's rules, the numbers taken."""
    def __init__(self, directory: Directory, calendar: Optional[Calendar]=..., rules: Sequence[CustomRule]=...) -> None:
        """Judges with this directory; with the official calendar and no rules where none are given."""
    def __del__(self) -> None: ...
    def add_successor(self, directive: Directive) -> None:
        """Says that a directive was issued, so that another one can be replaced by it.

        The host looks for the directives that say they replace the one it decides on, and gives them here.
        """
    def take_number(self, issuer: UnitId, series: Optional[str], year: int, number: int) -> None:
        """Says that a number is taken within issuer, series and year: no directive is issued under it again.

        The host keeps the numbers of its directives, and says those that matter before it decides on an issue.
        """

@final
class NamedText(Value):
    """A file that is not written yet: its name and its text."""
    __match_args__ = ("name", "text")
    @property
    def name(self) -> str:
        """The name of the file."""
    @property
    def text(self) -> str:
        """What stands in it."""
    def __init__(self, *, name: str, text: str) -> None: ...

@final
class Exploration(Value):
    """What an exploration found."""
    __match_args__ = ("proved", "complete", "states", "transitions", "told", "counterexample")
    @property
    def proved(self) -> bool:
        """Whether every state within the bounds was looked at and nothing was found."""
    @property
    def complete(self) -> bool:
        """Whether every state within the bounds was looked at."""
    @property
    def states(self) -> int:
        """How many states were looked at."""
    @property
    def transitions(self) -> int:
        """How many transitions there are among them."""
    @property
    def told(self) -> Text:
        """What is proved up to which bound, or what is wrong."""
    @property
    def counterexample(self) -> List[NamedText]:
        """The shortest way to what is wrong: a scenario first, then the files that it names."""
    def __init__(self, *, proved: bool, complete: bool, states: int, transitions: int, told: Text, counterexample: Sequence[NamedText]) -> None: ...

@final
class Field(Value):
    """A field of work (lĩnh vực) with the committee that leads it and the agency that stands for the committee."""
    __match_args__ = ("id", "name", "committee", "standing_agency", "source")
    @property
    def id(self) -> FieldId:
        """The identifier that assignments use."""
    @property
    def name(self) -> str:
        """The field's name, as printed."""
    @property
    def committee(self) -> Optional[CommitteeId]:
        """The committee (Ban Chỉ đạo) of the field."""
    @property
    def standing_agency(self) -> Optional[UnitId]:
        """The standing agency (cơ quan thường trực) that vets and consolidates the field."""
    @property
    def source(self) -> Optional[str]:
        """Where the designation of the standing agency stands, or that it is inferred."""
    def __init__(self, *, id: FieldId, name: str, committee: Optional[CommitteeId]=..., standing_agency: Optional[UnitId]=..., source: Optional[str]=...) -> None: ...

@final
class Quorum(Value):
    """How many of the required heads (or their deputies) make a quorum."""
    __match_args__ = ("present",)
    @property
    def present(self) -> int:
        """The smallest number that suffices."""
    def __init__(self, *, present: int) -> None: ...

@final
class MeetingPlan(Value):
    """A meeting to be scheduled, held and concluded."""
    __match_args__ = ("id", "name", "lead", "cooperating", "chair", "committees", "window", "prepares", "reports", "minutes", "quorum")
    @property
    def id(self) -> MeetingId:
        """The identifier that commands use."""
    @property
    def name(self) -> str:
        """The name of the meeting."""
    @property
    def lead(self) -> UnitId:
        """The unit that schedules it (chủ trì)."""
    @property
    def cooperating(self) -> List[UnitId]:
        """The units that help it (phối hợp); they owe nothing."""
    @property
    def chair(self) -> OfficeId:
        """The office whose holder takes the chair."""
    @property
    def committees(self) -> List[CommitteeId]:
        """The committees that sit, several in one sitting where the directive says so."""
    @property
    def window(self) -> Optional[Window]:
        """From which day to which day it is to be held, where the directive says so."""
    @property
    def prepares(self) -> List[AssignmentId]:
        """The assignments that must be settled first; may be none."""
    @property
    def reports(self) -> List[AssignmentId]:
        """The assignments whose performers' heads report in person."""
    @property
    def minutes(self) -> int:
        """How long it is planned to last, in minutes."""
    @property
    def quorum(self) -> Optional[Quorum]:
        """The quorum, where a committee has one (none by default)."""
    def __init__(self, *, id: MeetingId, name: str, lead: UnitId, cooperating: Sequence[UnitId]=..., chair: OfficeId, committees: Sequence[CommitteeId]=..., window: Optional[Window]=..., prepares: Sequence[AssignmentId]=..., reports: Sequence[AssignmentId]=..., minutes: int, quorum: Optional[Quorum]=...) -> None: ...

class Mandate(MandateMore):
    """The mandate (nội dung giao): what a directive orders, as data read from TOML or JSON."""
    @classmethod
    def from_file(cls, path: Union[str, os.PathLike[str]]) -> Self:
        """Reads a mandate from a file, TOML or JSON by its name."""
    @classmethod
    def from_text(cls, file: str, text: str) -> Self:
        """Reads a mandate from the text of a file; the name tells the format and stands in every error."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def assignments(self) -> List[Assignment]:
        """The assignments, in the order of the directive's items."""
    def check(self, directory: Directory, calendar: Calendar, issue_day: NaiveDate) -> List[Finding]:
        """What a careful clerk would ask before issue, in the order of the items; a conflict of dates needs a ruling."""
    def explore(self, context: Context, issue_day: NaiveDate, units: int=1, max_states: int=1000000) -> Exploration:
        """Looks at every state that a directive with this mandate can reach, with the directory, calendar and rules of a context
        and as if it were issued on a day: whether any report can be lost, any guard passed by, any directive stuck.

        `units` of each shape, at least one, stand for all that owe the same; the search gives up after `max_states` and then says so.
        """
    def fields(self) -> List[Field]:
        """The fields of work, each with its committee and standing agency."""
    def further_header(self, subject: str) -> Header:
        """The header of a further directive by the same issuer: its body, authority, office, drafter and place stay, and what belongs to
        one document (number, date, urgency, links, addressees, recipients, the signer's name) is left out.
        """
    def header(self) -> Header:
        """Who issues what to whom, and on what basis."""
    def meetings(self) -> List[MeetingPlan]:
        """The meetings."""
    def subject(self) -> str:
        """What the directive is about."""
    def to_json(self) -> str:
        """The mandate as JSON, as it is stored."""

class Change(Variants):
    """One change of an amendment."""
    @final
    class Extend(Change):
        """Deadlines are extended; what waits for them moves in the same act, or it is said why not."""
        __match_args__ = ("due", "obligations", "unmoved")
        @property
        def due(self) -> Instant:
            """The last instant on time from now on."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def unmoved(self) -> Optional[str]:
            """Why a consolidation that waits for them is not moved too."""
        def __init__(self, *, due: Instant, obligations: Sequence[ObligationId], unmoved: Optional[str]=...) -> None: ...
    @final
    class AddPerformers(Change):
        """An assignment of the mandate is owed by others too."""
        __match_args__ = ("assignment", "performers")
        @property
        def assignment(self) -> AssignmentId:
            """The assignment."""
        @property
        def performers(self) -> List[AnyPerformers]:
            """Who owes it from now on."""
        def __init__(self, *, assignment: AssignmentId, performers: Sequence[Performers]) -> None: ...
    @final
    class AddAssignment(Change):
        """A new assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> Assignment:
            """The assignment."""
        def __init__(self, *, assignment: Assignment) -> None: ...
    @final
    class Waive(Change):
        """Obligations are waived."""
        __match_args__ = ("obligations",)
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        def __init__(self, *, obligations: Sequence[ObligationId]) -> None: ...
    @final
    class MoveWindow(Change):
        """A meeting's window is moved."""
        __match_args__ = ("meeting", "window")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def window(self) -> Window:
            """The new window."""
        def __init__(self, *, meeting: MeetingIndex, window: Window) -> None: ...

AnyChange: TypeAlias = Union[Change.Extend, Change.AddPerformers, Change.AddAssignment, Change.Waive, Change.MoveWindow]

class Command(Variants):
    """What somebody wants done."""
    @final
    class Draft(Command):
        """Draft a mandate, or replace the draft."""
        __match_args__ = ("mandate",)
        @property
        def mandate(self) -> Mandate:
            """The whole mandate."""
        def __init__(self, *, mandate: Mandate) -> None: ...
    @final
    class RecordRuling(Command):
        """Record a ruling on a finding, before issue."""
        __match_args__ = ("finding", "reason", "place")
        @property
        def finding(self) -> str:
            """The code of the finding that is ruled on."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def place(self) -> Optional[str]:
            """The place the finding names; none means every place of that code."""
        def __init__(self, *, finding: str, reason: str, place: Optional[str]=...) -> None: ...
    @final
    class Sign(Command):
        """Sign the draft: the content is frozen."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    @final
    class ReturnToDraft(Command):
        """Refuse the number and return the signed text to its drafter."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Discard(Command):
        """Give the draft up."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Issue(Command):
        """Number, date and dispatch the signed text: the roster is frozen."""
        __match_args__ = ("date", "notation", "number", "late_reason")
        @property
        def date(self) -> NaiveDate:
            """The date it bears."""
        @property
        def notation(self) -> str:
            """The notation, such as `UBND-SNV`."""
        @property
        def number(self) -> int:
            """The number within issuer, series and year."""
        @property
        def late_reason(self) -> Optional[str]:
            """Why it is numbered later than the next working day, or than at once if it is urgent."""
        def __init__(self, *, date: NaiveDate, notation: str, number: int, late_reason: Optional[str]=...) -> None: ...
    @final
    class Acknowledge(Command):
        """Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1)."""
        __match_args__ = ("registered_at", "unit", "arrival_number", "evidence")
        @property
        def registered_at(self) -> Instant:
            """When it was registered."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        @property
        def arrival_number(self) -> Optional[str]:
            """The arrival number (số đến), where the receiver gave one."""
        @property
        def evidence(self) -> Optional[str]:
            """Evidence of delivery, where the issuer's office records it."""
        def __init__(self, *, registered_at: Instant, unit: UnitId, arrival_number: Optional[str]=..., evidence: Optional[str]=...) -> None: ...
    @final
    class Decline(Command):
        """Decline a misaddressed directive: it opens a dispute and settles nothing."""
        __match_args__ = ("reason", "unit")
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        def __init__(self, *, reason: str, unit: UnitId) -> None: ...
    @final
    class SettleDecline(Command):
        """Settle a decline: uphold the obligations, waive them, or give them to another unit."""
        __match_args__ = ("outcome", "reason", "unit", "instrument")
        @property
        def outcome(self) -> AnySettlement:
            """How."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def unit(self) -> UnitId:
            """The receiver."""
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        def __init__(self, *, outcome: Settlement, reason: str, unit: UnitId, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class Revoke(Command):
        """Revoke the directive: open obligations lapse, content is kept (Decree 30/2020/ND-CP, article 18.4)."""
        __match_args__ = ("instrument", "reason")
        @property
        def instrument(self) -> Instrument:
            """The document that revokes it."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, instrument: Instrument, reason: str) -> None: ...
    @final
    class Replace(Command):
        """Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3)."""
        __match_args__ = ("by", "instrument", "carried")
        @property
        def by(self) -> DirectiveId:
            """The new directive."""
        @property
        def instrument(self) -> Instrument:
            """The new document."""
        @property
        def carried(self) -> List[ObligationId]:
            """The open obligations that the new directive carries on; the others lapse."""
        def __init__(self, *, by: DirectiveId, instrument: Instrument, carried: Sequence[ObligationId]=...) -> None: ...
    @final
    class Amend(Command):
        """Amend by instrument."""
        __match_args__ = ("changes", "instrument", "reason")
        @property
        def changes(self) -> List[AnyChange]:
            """What is changed; all of it or nothing."""
        @property
        def instrument(self) -> Instrument:
            """The document it rests on."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, changes: Sequence[Change], instrument: Instrument, reason: str) -> None: ...
    @final
    class FixDeadline(Command):
        """Fix a deadline that was left open, once, from a cited source."""
        __match_args__ = ("due", "obligations", "source")
        @property
        def due(self) -> Instant:
            """The last instant on time."""
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def source(self) -> str:
            """Where it is laid down."""
        def __init__(self, *, due: Instant, obligations: Sequence[ObligationId], source: str) -> None: ...
    @final
    class AskExtension(Command):
        """Ask for an extension: the lead may, one request at a time."""
        __match_args__ = ("due", "obligation", "reason")
        @property
        def due(self) -> Instant:
            """The last instant on time that is asked for."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, due: Instant, obligation: ObligationId, reason: str) -> None: ...
    @final
    class DecideExtension(Command):
        """Decide on an extension that was asked for: grant it, or refuse it with a reason and perhaps a counter-proposal."""
        __match_args__ = ("grant", "obligation", "reason", "counter", "instrument", "unmoved")
        @property
        def grant(self) -> bool:
            """Whether it is granted."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def counter(self) -> Optional[Instant]:
            """What the authority would grant instead, when it refuses."""
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        @property
        def unmoved(self) -> Optional[str]:
            """Why a consolidation that waits for it is not moved too."""
        def __init__(self, *, grant: bool, obligation: ObligationId, reason: str, counter: Optional[Instant]=..., instrument: Optional[Instrument]=..., unmoved: Optional[str]=...) -> None: ...
    @final
    class Remind(Command):
        """Remind units of what they owe: the monitor, the office, a consolidator or the authority may."""
        __match_args__ = ("obligations", "text")
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def text(self) -> str:
            """What they are told."""
        def __init__(self, *, obligations: Sequence[ObligationId], text: str) -> None: ...
    @final
    class ReassignVetting(Command):
        """Give the vetting to another unit: after vetting is overdue, or at once where nobody may do it."""
        __match_args__ = ("obligations", "reason", "to", "instrument")
        @property
        def obligations(self) -> List[ObligationId]:
            """Which obligations."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def to(self) -> UnitId:
            """The unit that vets from now on."""
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        def __init__(self, *, obligations: Sequence[ObligationId], reason: str, to: UnitId, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class StartDraft(Command):
        """Begin a draft."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class SaveDraft(Command):
        """Save a draft; its content stays with the host."""
        __match_args__ = ("hash", "obligation")
        @property
        def hash(self) -> ContentHash:
            """The hash of the draft."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, hash: ContentHash, obligation: ObligationId) -> None: ...
    @final
    class Submit(Command):
        """Submit a revision, or the first one straight away; one document may discharge several obligations."""
        __match_args__ = ("fields", "hash", "media_type", "obligation", "signed_as", "signed_by", "joint", "location")
        @property
        def fields(self) -> Fields:
            """The structured fields, such as breakthroughs and the rank committed to."""
        @property
        def hash(self) -> ContentHash:
            """The hash of its content, which stays with the host."""
        @property
        def media_type(self) -> str:
            """The media type of the content, such as `application/pdf`."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def signed_as(self) -> Capacity:
            """In which capacity the signer signed."""
        @property
        def signed_by(self) -> PersonId:
            """Who signed it."""
        @property
        def joint(self) -> List[ObligationId]:
            """The other obligations that the same document discharges."""
        @property
        def location(self) -> Optional[str]:
            """Where the content is kept by the host."""
        def __init__(self, *, fields: Fields, hash: ContentHash, media_type: str, obligation: ObligationId, signed_as: Capacity, signed_by: PersonId, joint: Sequence[ObligationId]=..., location: Optional[str]=...) -> None: ...
    @final
    class RecordOnBehalf(Command):
        """Record a submission on paper, or of an outside party, on behalf of its performer."""
        __match_args__ = ("effective_at", "fields", "hash", "media_type", "obligation", "receipt", "signed_as", "signed_by", "joint", "location")
        @property
        def effective_at(self) -> Instant:
            """When it was received, in effective time."""
        @property
        def fields(self) -> Fields:
            """The structured fields, such as breakthroughs and the rank committed to."""
        @property
        def hash(self) -> ContentHash:
            """The hash of its content, which stays with the host."""
        @property
        def media_type(self) -> str:
            """The media type of the content, such as `application/pdf`."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def receipt(self) -> Receipt:
            """How it was received."""
        @property
        def signed_as(self) -> Capacity:
            """In which capacity the signer signed."""
        @property
        def signed_by(self) -> PersonId:
            """Who signed it."""
        @property
        def joint(self) -> List[ObligationId]:
            """The other obligations that the same document discharges."""
        @property
        def location(self) -> Optional[str]:
            """Where the content is kept by the host."""
        def __init__(self, *, effective_at: Instant, fields: Fields, hash: ContentHash, media_type: str, obligation: ObligationId, receipt: Receipt, signed_as: Capacity, signed_by: PersonId, joint: Sequence[ObligationId]=..., location: Optional[str]=...) -> None: ...
    @final
    class DeclareDone(Command):
        """Declare done what needs no document; its statement is vetted like a submission."""
        __match_args__ = ("obligation", "statement")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def statement(self) -> str:
            """What was done."""
        def __init__(self, *, obligation: ObligationId, statement: str) -> None: ...
    @final
    class RecordOwnAct(Command):
        """Record the unit's own act or document that completes the assignment."""
        __match_args__ = ("obligation", "statement")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def statement(self) -> str:
            """The act or document, as cited."""
        def __init__(self, *, obligation: ObligationId, statement: str) -> None: ...
    @final
    class Recall(Command):
        """Take a submission back before vetting has begun."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RequestRecall(Command):
        """Ask for a submission after vetting has begun (status code 13)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RefuseRecall(Command):
        """Refuse to give a submission back (status code 16)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class StartVetting(Command):
        """Begin vetting: from now on the sender can only ask for the submission."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Accept(Command):
        """Accept a revision; its content hash is cited, so that an older one is never approved by mistake."""
        __match_args__ = ("hash", "obligation", "verdicts")
        @property
        def hash(self) -> ContentHash:
            """The content hash of the revision that was read."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def verdicts(self) -> List[Verdict]:
            """The verdicts on the criteria that a person judges."""
        def __init__(self, *, hash: ContentHash, obligation: ObligationId, verdicts: Sequence[Verdict]=...) -> None: ...
    @final
    class Return(Command):
        """Return a revision with findings per criterion; granting a recall is a return too (status code 15)."""
        __match_args__ = ("hash", "obligation", "reason", "findings")
        @property
        def hash(self) -> ContentHash:
            """The content hash of the revision that was read."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def findings(self) -> List[Verdict]:
            """What was found, criterion by criterion."""
        def __init__(self, *, hash: ContentHash, obligation: ObligationId, reason: str, findings: Sequence[Verdict]=...) -> None: ...
    @final
    class Reopen(Command):
        """Reopen an acceptance in which an error was found, until the consolidation is signed."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Waive(Command):
        """Waive an obligation: the authority alone may, and only before it is accepted."""
        __match_args__ = ("obligation", "reason", "instrument")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def instrument(self) -> Optional[Instrument]:
            """The document it rests on."""
        def __init__(self, *, obligation: ObligationId, reason: str, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class RecordAbsence(Command):
        """Record that an order was not carried out by its deadline."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """What is known of it."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecordNoResponse(Command):
        """Record that nobody responded to what was not an order, or that silence counts as consent."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """What is known of it."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class AddAddendum(Command):
        """Add a document after the consolidation was signed: the state stays, the board says so."""
        __match_args__ = ("hash", "media_type", "obligation", "location")
        @property
        def hash(self) -> ContentHash:
            """The hash of its content."""
        @property
        def media_type(self) -> str:
            """The media type of the content."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def location(self) -> Optional[str]:
            """Where the content is kept by the host."""
        def __init__(self, *, hash: ContentHash, media_type: str, obligation: ObligationId, location: Optional[str]=...) -> None: ...
    @final
    class EndStanding(Command):
        """End a standing duty: its monitor or the authority may."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Forward(Command):
        """Forward what was collected to whom it is meant for: an event, not a condition of settlement."""
        __match_args__ = ("obligation", "to")
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def to(self) -> UnitId:
            """To whom."""
        def __init__(self, *, obligation: ObligationId, to: UnitId) -> None: ...
    @final
    class DraftConsolidation(Command):
        """Draft a consolidation from its settled inputs."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class SignConsolidation(Command):
        """Sign a consolidation: proofs and hashes are rechecked, and its inputs locked."""
        __match_args__ = ("hash", "media_type", "obligation", "location", "nil_reason")
        @property
        def hash(self) -> ContentHash:
            """The hash of its content, which stays with the host."""
        @property
        def media_type(self) -> str:
            """The media type of the content, such as `application/pdf`."""
        @property
        def obligation(self) -> ObligationId:
            """Which obligation."""
        @property
        def location(self) -> Optional[str]:
            """Where the content is kept by the host."""
        @property
        def nil_reason(self) -> Optional[str]:
            """Why a consolidation in which nothing was accepted is signed all the same."""
        def __init__(self, *, hash: ContentHash, media_type: str, obligation: ObligationId, location: Optional[str]=..., nil_reason: Optional[str]=...) -> None: ...
    @final
    class Propose(Command):
        """Propose a tentative date; it may be done at any time and binds nobody."""
        __match_args__ = ("meeting", "slot")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        def __init__(self, *, meeting: MeetingIndex, slot: Slot) -> None: ...
    @final
    class Schedule(Command):
        """Schedule a meeting: what it prepares is settled, the slot lies in the window and on a working day."""
        __match_args__ = ("meeting", "slot", "overriding")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        @property
        def overriding(self) -> Optional[ChairOverride]:
            """The chair's decision to sit on a day off."""
        def __init__(self, *, meeting: MeetingIndex, slot: Slot, overriding: Optional[ChairOverride]=...) -> None: ...
    @final
    class Reschedule(Command):
        """Move a scheduled meeting to another slot."""
        __match_args__ = ("meeting", "reason", "slot", "overriding")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        @property
        def slot(self) -> Slot:
            """When and where."""
        @property
        def overriding(self) -> Optional[ChairOverride]:
            """The chair's decision to sit on a day off."""
        def __init__(self, *, meeting: MeetingIndex, reason: str, slot: Slot, overriding: Optional[ChairOverride]=...) -> None: ...
    @final
    class Postpone(Command):
        """Postpone a scheduled meeting: it is again without a date."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class Cancel(Command):
        """Cancel a meeting: the authority alone may."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def reason(self) -> str:
            """Why."""
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class Hold(Command):
        """Record that a meeting was held: how each reporting unit was represented, and whether it was adjourned."""
        __match_args__ = ("attendance", "ended_at", "meeting", "adjourned", "note")
        @property
        def attendance(self) -> List[Attendance]:
            """How each reporting unit was represented."""
        @property
        def ended_at(self) -> Instant:
            """When it ended."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def adjourned(self) -> bool:
            """Whether the chair adjourned to a further sitting."""
        @property
        def note(self) -> Optional[str]:
            """What the chair has recorded, such as on a missing quorum."""
        def __init__(self, *, attendance: Sequence[Attendance], ended_at: Instant, meeting: MeetingIndex, adjourned: bool=False, note: Optional[str]=...) -> None: ...
    @final
    class Announce(Command):
        """Announce a meeting's conclusion (thông báo kết luận) with its own number: the office issues it for the chair."""
        __match_args__ = ("decisions", "meeting", "notice", "follow_ups")
        @property
        def decisions(self) -> List[str]:
            """What was decided."""
        @property
        def meeting(self) -> MeetingIndex:
            """Which meeting."""
        @property
        def notice(self) -> Instrument:
            """The notice itself."""
        @property
        def follow_ups(self) -> List[FollowUp]:
            """What is to be assigned in consequence."""
        def __init__(self, *, decisions: Sequence[str], meeting: MeetingIndex, notice: Instrument, follow_ups: Sequence[FollowUp]=...) -> None: ...
    @final
    class Close(Command):
        """Close a directive that orders no meeting, when every ending obligation is settled."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str:
            """In what sense it is done."""
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Conclude(Command):
        """Conclude the directive after its meetings: what is open is carried into a follow-up, or refused."""
        __match_args__ = ("carried",)
        @property
        def carried(self) -> List[Carried]:
            """The open obligations that go on elsewhere."""
        def __init__(self, *, carried: Sequence[Carried]=...) -> None: ...
    @final
    class Annotate(Command):
        """Annotate or correct by a note that changes no state; allowed for ever after issue."""
        __match_args__ = ("text", "about", "corrects", "told_by")
        @property
        def text(self) -> str:
            """What it says."""
        @property
        def about(self) -> Optional[ObligationId]:
            """The obligation it is about."""
        @property
        def corrects(self) -> Optional[int]:
            """The sequence number of the event it corrects."""
        @property
        def told_by(self) -> Optional[PersonId]:
            """Who told, where it records somebody else's word."""
        def __init__(self, *, text: str, about: Optional[ObligationId]=..., corrects: Optional[int]=..., told_by: Optional[PersonId]=...) -> None: ...

AnyCommand: TypeAlias = Union[Command.Draft, Command.RecordRuling, Command.Sign, Command.ReturnToDraft, Command.Discard, Command.Issue, Command.Acknowledge, Command.Decline, Command.SettleDecline, Command.Revoke, Command.Replace, Command.Amend, Command.FixDeadline, Command.AskExtension, Command.DecideExtension, Command.Remind, Command.ReassignVetting, Command.StartDraft, Command.SaveDraft, Command.Submit, Command.RecordOnBehalf, Command.DeclareDone, Command.RecordOwnAct, Command.Recall, Command.RequestRecall, Command.RefuseRecall, Command.StartVetting, Command.Accept, Command.Return, Command.Reopen, Command.Waive, Command.RecordAbsence, Command.RecordNoResponse, Command.AddAddendum, Command.EndStanding, Command.Forward, Command.DraftConsolidation, Command.SignConsolidation, Command.Propose, Command.Schedule, Command.Reschedule, Command.Postpone, Command.Cancel, Command.Hold, Command.Announce, Command.Close, Command.Conclude, Command.Annotate]

@final
class Attempt(Value):
    """Who tries what when."""
    __match_args__ = ("actor", "at", "command")
    @property
    def actor(self) -> Actor:
        """Who."""
    @property
    def at(self) -> Instant:
        """When."""
    @property
    def command(self) -> AnyCommand:
        """What."""
    def __init__(self, *, actor: Actor, at: Instant, command: Command) -> None: ...

@final
class Attempted(Value):
    """What came of an attempt."""
    __match_args__ = ("events", "refused")
    @property
    def events(self) -> List[str]:
        """The frozen names of the events, when it was accepted."""
    @property
    def refused(self) -> List[str]:
        """The codes of the refusal, when it was refused."""
    def __init__(self, *, events: Sequence[str], refused: Sequence[str]) -> None: ...

@final
class Committed(Value):
    """What was committed: the rows and where they stand."""
    __match_args__ = ("first", "last", "position", "replayed")
    @property
    def first(self) -> int:
        """The sequence of the first row."""
    @property
    def last(self) -> int:
        """The sequence of the last row; the directive's version from now on."""
    @property
    def position(self) -> int:
        """The position of the last row."""
    @property
    def replayed(self) -> bool:
        """Whether the command had been committed before and this is the same answer again."""
    def __init__(self, *, first: int, last: int, position: int, replayed: bool) -> None: ...

@final
class ConformanceResult(Value):
    """What became of one promise of the suite."""
    __match_args__ = ("name", "failure")
    @property
    def name(self) -> str:
        """The promise."""
    @property
    def failure(self) -> Optional[str]:
        """Why it is not kept; none when it is."""
    def __init__(self, *, name: str, failure: Optional[str]) -> None: ...

@final
class DueItem(Value):
    """A directive that wants attention, and when."""
    __match_args__ = ("due", "directive")
    @property
    def due(self) -> Instant:
        """When."""
    @property
    def directive(self) -> DirectiveId:
        """Which directive."""
    def __init__(self, *, due: Instant, directive: DirectiveId) -> None: ...

@final
class ExecuteRequest(Value):
    """One of many commands."""
    __match_args__ = ("directive", "actor", "command", "at", "command_id")
    @property
    def directive(self) -> DirectiveId:
        """On which directive."""
    @property
    def actor(self) -> Actor:
        """Who acts."""
    @property
    def command(self) -> AnyCommand:
        """What is to be done."""
    @property
    def at(self) -> Optional[Instant]:
        """When it is recorded; without one the clock is asked."""
    @property
    def command_id(self) -> Optional[CommandId]:
        """What the command is named with; without a name it is named by its content."""
    def __init__(self, *, directive: DirectiveId, actor: Actor, command: Command, at: Optional[Instant]=..., command_id: Optional[CommandId]=...) -> None: ...

class Authority(enum.Enum):
    """By what authority somebody acted; the log keeps it apart from who acted."""
    ISSUER = 0
    """The body that issued the directive, or one above it."""
    OFFICE = 1
    """The office that numbers, dispatches and records for it."""
    DRAFTER = 2
    """The unit that drafts the directive."""
    HOLDER = 3
    """The unit that owes the obligation."""
    VETTER = 4
    """The unit that vets."""
    CONSOLIDATOR = 5
    """The unit that consolidates."""
    MONITOR = 6
    """The unit that monitors."""
    COLLECTOR = 7
    """The unit it is sent through."""
    ORGANISER = 8
    """The unit that arranges a meeting."""
    CHAIR = 9
    """The chair of a meeting."""

@final
class Stamp(Value):
    """Who did it, in which capacity, by what authority, when it was recorded and from when it holds."""
    __match_args__ = ("actor", "authority", "effective_at", "recorded_at")
    @property
    def actor(self) -> Actor:
        """Who acted."""
    @property
    def authority(self) -> Authority:
        """By what authority."""
    @property
    def effective_at(self) -> Instant:
        """From when it holds: not after `recorded_at`, since paper is entered late."""
    @property
    def recorded_at(self) -> Instant:
        """When it was recorded."""
    def __init__(self, *, actor: Actor, authority: Authority, effective_at: Instant, recorded_at: Instant) -> None: ...

@final
class Executed(Value):
    """What a command did."""
    __match_args__ = ("committed", "stamp", "events")
    @property
    def committed(self) -> Committed:
        """Where its events stand; `replayed` when the same command had been executed before."""
    @property
    def stamp(self) -> Stamp:
        """Who did it, by what authority and when."""
    @property
    def events(self) -> List[AnyEvent]:
        """What happened, in order."""
    def __init__(self, *, committed: Committed, stamp: Stamp, events: Sequence[Event]) -> None: ...

@final
class InboxEntry(Value):
    """One thing that a person may do, or that waits for something."""
    __match_args__ = ("directive", "kind", "target", "name", "due", "blocked_by")
    @property
    def directive(self) -> DirectiveId:
        """The directive."""
    @property
    def kind(self) -> Kind:
        """What can be done."""
    @property
    def target(self) -> AnyTarget:
        """With what, as commands name it."""
    @property
    def name(self) -> Optional[str]:
        """With what, as people name it: the key of an obligation, the identifier of a meeting or unit."""
    @property
    def due(self) -> Optional[Instant]:
        """By when, where it has a deadline."""
    @property
    def blocked_by(self) -> List[RefusalReason]:
        """Why it cannot be done yet, with obligations by their keys; empty when it can be done now."""
    def __init__(self, *, directive: DirectiveId, kind: Kind, target: Target, name: Optional[str], due: Optional[Instant], blocked_by: Sequence[RefusalReason]) -> None: ...

class InboxNext(Held):
    """The way to the next page: of the inbox as it stood when it was asked for."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def read(self) -> InboxPage:
        """Reads the page."""

@final
class InboxPage(Value):
    """A page of an inbox: what can be done first, the earliest due first."""
    __match_args__ = ("entries", "total", "next")
    @property
    def entries(self) -> List[InboxEntry]:
        """The entries of this page."""
    @property
    def total(self) -> int:
        """How many there are on all pages."""
    @property
    def next(self) -> Optional[InboxNext]:
        """The next page, where there is one."""
    def __init__(self, *, entries: Sequence[InboxEntry], total: int, next: Optional[InboxNext]) -> None: ...

@final
class JournalOutcome(Value):
    """What became of a command that was committed earlier."""
    __match_args__ = ("first", "last", "position", "fingerprint")
    @property
    def first(self) -> int:
        """The sequence of its first row."""
    @property
    def last(self) -> int:
        """The sequence of its last row."""
    @property
    def position(self) -> int:
        """The position of its last row."""
    @property
    def fingerprint(self) -> ContentHash:
        """The fingerprint of the command."""
    def __init__(self, *, first: int, last: int, position: int, fingerprint: ContentHash) -> None: ...

@final
class JournalStream(Value):
    """One directive's log: how long it is and the hash it ends with."""
    __match_args__ = ("directive", "version", "head")
    @property
    def directive(self) -> DirectiveId:
        """Which directive."""
    @property
    def version(self) -> int:
        """How many rows it has."""
    @property
    def head(self) -> ContentHash:
        """The hash of the last row."""
    def __init__(self, *, directive: DirectiveId, version: int, head: ContentHash) -> None: ...

@final
class KeptDocument(Value):
    """A version of a text that is kept beside the log; a version is never changed."""
    __match_args__ = ("kind", "name", "version", "text")
    @property
    def kind(self) -> str:
        """What it is, such as `directory` or `calendar`."""
    @property
    def name(self) -> str:
        """Which one."""
    @property
    def version(self) -> int:
        """Its version: 1, 2, 3 and so on."""
    @property
    def text(self) -> str:
        """The text, as it was given."""
    def __init__(self, *, kind: str, name: str, version: int, text: str) -> None: ...

@final
class KeptVersion(Value):
    """A kept document and its latest version."""
    __match_args__ = ("name", "version")
    @property
    def name(self) -> str:
        """Which one."""
    @property
    def version(self) -> int:
        """Its latest version."""
    def __init__(self, *, name: str, version: int) -> None: ...

Position: TypeAlias = int

@final
class LogRecord(Value):
    """One event as it was recorded, with everything that its hash covers."""
    __match_args__ = ("command_id", "directive", "event", "fingerprint", "format", "hash", "position", "previous", "rules", "sequence", "stamp")
    @property
    def command_id(self) -> CommandId:
        """What the caller named the command with."""
    @property
    def directive(self) -> DirectiveId:
        """Which directive."""
    @property
    def event(self) -> AnyEvent:
        """What happened; `Unknown` where a later version wrote it."""
    @property
    def fingerprint(self) -> ContentHash:
        """The fingerprint of the command."""
    @property
    def format(self) -> int:
        """The version of the log format."""
    @property
    def hash(self) -> ContentHash:
        """The hash of all the other columns."""
    @property
    def position(self) -> Position:
        """The place in the order of commits."""
    @property
    def previous(self) -> ContentHash:
        """The hash of the record before it."""
    @property
    def rules(self) -> ContentHash:
        """The hash of the province's own rules that were in force."""
    @property
    def sequence(self) -> int:
        """The place in the directive's log, from 1."""
    @property
    def stamp(self) -> Stamp:
        """Who did it, by what authority, when."""
    def __init__(self, *, command_id: CommandId, directive: DirectiveId, event: Event, fingerprint: ContentHash, format: int, hash: ContentHash, position: Position, previous: ContentHash, rules: ContentHash, sequence: int, stamp: Stamp) -> None: ...

@final
class Objection(Value):
    """Why a rule refuses, in both languages."""
    __match_args__ = ("sentence", "cure")
    @property
    def sentence(self) -> Text:
        """Why, in one clause."""
    @property
    def cure(self) -> Text:
        """What would satisfy the rule."""
    def __init__(self, *, sentence: Text, cure: Text) -> None: ...

@final
class Policy(Value):
    """What holds among the assignments where they say nothing else."""
    __match_args__ = ("fallback_vetter", "joint_leads", "near_due_days", "max_extensions", "ending", "on_day_off")
    @property
    def fallback_vetter(self) -> Optional[UnitId]:
        """Who vets where four-eyes leaves nobody in the vetting unit; by default the issuing body's office."""
    @property
    def joint_leads(self) -> bool:
        """Whether one assignment may have several leads; Decree 191/2026/ND-CP wants exactly one."""
    @property
    def near_due_days(self) -> int:
        """How many days before the due instant an obligation counts as near due."""
    @property
    def max_extensions(self) -> Optional[int]:
        """The most extensions of one obligation; none means no limit."""
    @property
    def ending(self) -> List[AssignmentId]:
        """The assignments that must be settled before `close` may end a directive without a meeting; none means all."""
    @property
    def on_day_off(self) -> DayOff:
        """What holds for a deadline that falls on a day off and says nothing itself."""
    def __init__(self, *, fallback_vetter: Optional[UnitId]=..., joint_leads: bool=False, near_due_days: int, max_extensions: Optional[int]=..., ending: Sequence[AssignmentId]=..., on_day_off: DayOff) -> None: ...

@final
class RehearsalFlaw(Value):
    """What a rule does that no rule may, with the shortest way to it."""
    __match_args__ = ("what", "story", "files")
    @property
    def what(self) -> Text:
        """What is wrong."""
    @property
    def story(self) -> List[Text]:
        """The way to it as sentences, a step each, in Vietnamese and English."""
    @property
    def files(self) -> List[NamedText]:
        """The way to it as files: the scenario first, then the directory that it names."""
    def __init__(self, *, what: Text, story: Sequence[Text], files: Sequence[NamedText]) -> None: ...

@final
class RehearsedObligation(Value):
    """An obligation of the directive that is rehearsed."""
    __match_args__ = ("key", "state")
    @property
    def key(self) -> Key:
        """Its key, such as `so-y-te/1a/cchc`."""
    @property
    def state(self) -> AnyObligationState:
        """The state that it is in."""
    def __init__(self, *, key: Key, state: ObligationState) -> None: ...

@final
class RuleQuestion(Value):
    """What a rule is asked about."""
    __match_args__ = ("directive", "directive_version", "directive_state", "mandate", "actor", "at", "kind", "target", "obligation_key", "obligation_state", "obligation_due")
    @property
    def directive(self) -> DirectiveId:
        """Which directive."""
    @property
    def directive_version(self) -> int:
        """How many events it was folded from."""
    @property
    def directive_state(self) -> DirectiveStateName:
        """The name of its state."""
    @property
    def mandate(self) -> Optional[Mandate]:
        """What it orders, from the first draft on."""
    @property
    def actor(self) -> Actor:
        """Who asks."""
    @property
    def at(self) -> Instant:
        """When."""
    @property
    def kind(self) -> Kind:
        """The kind of the command."""
    @property
    def target(self) -> AnyTarget:
        """What it is aimed at."""
    @property
    def obligation_key(self) -> Optional[Key]:
        """The key of the obligation it is aimed at, such as `so-tai-chinh/1a/cchc`."""
    @property
    def obligation_state(self) -> Optional[ObligationStateName]:
        """The name of that obligation's state."""
    @property
    def obligation_due(self) -> Optional[Instant]:
        """The deadline of that obligation."""
    def __init__(self, *, directive: DirectiveId, directive_version: int, directive_state: DirectiveStateName, mandate: Optional[Mandate], actor: Actor, at: Instant, kind: Kind, target: Target, obligation_key: Optional[Key], obligation_state: Optional[ObligationStateName], obligation_due: Optional[Instant]) -> None: ...

@final
class ScenarioStep(Value):
    """One step of a scenario, as it was played."""
    __match_args__ = ("directive", "actor", "at", "command_json", "events", "refused")
    @property
    def directive(self) -> DirectiveId:
        """On which directive."""
    @property
    def actor(self) -> Actor:
        """Who acted."""
    @property
    def at(self) -> Instant:
        """When."""
    @property
    def command_json(self) -> str:
        """What was asked, as JSON."""
    @property
    def events(self) -> List[str]:
        """The frozen names of the events, when it was accepted."""
    @property
    def refused(self) -> List[str]:
        """The codes of the refusal, when it was refused."""
    def __init__(self, *, directive: DirectiveId, actor: Actor, at: Instant, command_json: str, events: Sequence[str], refused: Sequence[str]) -> None: ...

@final
class ScenarioRun(Value):
    """A scenario that went as it expects."""
    __match_args__ = ("title", "steps", "lines")
    @property
    def title(self) -> str:
        """What it shows, in a line."""
    @property
    def steps(self) -> List[ScenarioStep]:
        """What happened, step by step."""
    @property
    def lines(self) -> List[str]:
        """The log of every directive, in the order of commits, one line of canonical JSON each."""
    def __init__(self, *, title: str, steps: Sequence[ScenarioStep], lines: Sequence[str]) -> None: ...

@final
class Verified(Value):
    """What was checked: every row is the one that was sealed."""
    __match_args__ = ("directives", "events", "head")
    @property
    def directives(self) -> int:
        """How many directives."""
    @property
    def events(self) -> int:
        """How many rows."""
    @property
    def head(self) -> Optional[ContentHash]:
        """The hash of the last row, where one directive with rows was checked."""
    def __init__(self, *, directives: int, events: int, head: Optional[ContentHash]) -> None: ...

class EventName(enum.Enum):
    """The name of an event, frozen because logs carry it."""
    DRAFTED = 0
    """A mandate was drafted, or a draft was replaced."""
    RULING_RECORDED = 1
    """A ruling on a finding was recorded."""
    SIGNED = 2
    """The signer's act froze the content."""
    RETURNED_TO_DRAFT = 3
    """The clerk refused the number: the text goes back to its drafter."""
    DISCARDED = 4
    """The draft was given up."""
    ISSUED = 5
    """The directive was numbered, dated and dispatched; its roster is frozen."""
    ACKNOWLEDGED = 6
    """A receiver registered the directive, or delivery to it was recorded."""
    DECLINED = 7
    """A receiver declined it as misaddressed."""
    DECLINE_SETTLED = 8
    """The authority settled a decline."""
    REVOKED = 9
    """The directive was revoked; open obligations lapsed."""
    REPLACED = 10
    """The directive was replaced by another."""
    WINDOW_MOVED = 11
    """A meeting's window was moved by instrument."""
    ADDED = 12
    """Obligations were added by instrument."""
    DEADLINE_FIXED = 13
    """A deadline was fixed from a cited source."""
    EXTENDED = 14
    """Deadlines were extended."""
    EXTENSION_ASKED = 15
    """A lead asked for an extension."""
    EXTENSION_REFUSED = 16
    """An extension was refused, perhaps with a counter-proposal."""
    REMINDED = 17
    """Units were reminded."""
    VETTING_REASSIGNED = 18
    """The vetting of obligations was given to another unit."""
    DRAFT_STARTED = 19
    """A draft was begun."""
    DRAFT_SAVED = 20
    """A draft was saved."""
    SUBMITTED = 21
    """A revision was submitted."""
    RECALLED = 22
    """The sender took a submission back before vetting."""
    RECALL_REQUESTED = 23
    """The sender asked for a submission after vetting had begun."""
    RECALL_REFUSED = 24
    """The vetter refused to give it back."""
    VETTING_STARTED = 25
    """Vetting began."""
    ACCEPTED = 26
    """A revision was accepted."""
    RETURNED = 27
    """A revision was returned with findings."""
    REOPENED = 28
    """An acceptance was reopened."""
    WAIVED = 29
    """Obligations were waived."""
    ABSENCE_RECORDED = 30
    """Absence was recorded."""
    NO_RESPONSE_RECORDED = 31
    """No response was recorded."""
    CONSENT_DEEMED = 32
    """Silence counted as consent."""
    ADDENDUM_ADDED = 33
    """A document came after the consolidation was signed."""
    STANDING_ENDED = 34
    """A standing duty was ended."""
    FORWARDED = 35
    """The collector forwarded a submission."""
    CONSOLIDATION_DRAFTED = 36
    """A consolidation was drafted from its settled inputs."""
    CONSOLIDATION_SIGNED = 37
    """A consolidation was signed."""
    MEETING_PROPOSED = 38
    """A tentative date was proposed."""
    MEETING_SCHEDULED = 39
    """A meeting was scheduled and invitations went out."""
    MEETING_RESCHEDULED = 40
    """A meeting was moved to another slot."""
    MEETING_POSTPONED = 41
    """A meeting was postponed without a date."""
    MEETING_CANCELLED = 42
    """A meeting was cancelled."""
    MEETING_HELD = 43
    """A meeting was held."""
    CONCLUSION_ANNOUNCED = 44
    """A meeting's conclusion was announced."""
    CLOSED = 45
    """A directive without a meeting was closed."""
    CONCLUDED = 46
    """The directive was concluded."""
    ANNOTATED = 47
    """An annotation was added, which changes no state."""

class ExecuteOutcome(Variants):
    """What became of one of many commands."""
    @final
    class Done(ExecuteOutcome):
        """It was executed."""
        __match_args__ = ("executed",)
        @property
        def executed(self) -> Executed:
            """What it did."""
        def __init__(self, *, executed: Executed) -> None: ...
    @final
    class Failed(ExecuteOutcome):
        """It was not executed; the others were tried all the same."""
        __match_args__ = ("error",)
        @property
        def error(self) -> CongvanError:
            """Why."""
        def __init__(self, *, error: CongvanError) -> None: ...

AnyExecuteOutcome: TypeAlias = Union[ExecuteOutcome.Done, ExecuteOutcome.Failed]

class Lang(enum.Enum):
    """A language of the texts shown to people."""
    VI = 0
    """Vietnamese, the language of administration."""
    EN = 1
    """English."""

class SchemaOf(enum.Enum):
    """Of what the schema is asked for."""
    MANDATES = 0
    """A mandate file."""
    DIRECTORIES = 1
    """A directory file."""
    CALENDARS = 2
    """A calendar file."""
    COMMANDS = 3
    """A command as JSON, with positions in place of names: what `command_from_json` reads and `command_to_json` writes."""
    WRITTEN_COMMANDS = 4
    """A command as people write it, with names where positions are stored: what `execute_json` takes."""
    EVENTS = 5
    """An event as JSON."""

class Clock(metaclass=abc.ABCMeta):
    """A clock that stands in place of the machine's; asked when a call is not told the instant."""
    @abc.abstractmethod
    def now(self) -> Instant:
        """The present instant."""

class ClockImpl(Clock, Held):
    """A clock that stands in place of the machine's; asked when a call is not told the instant."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def now(self) -> Instant:
        """The present instant."""

class CustomRule(metaclass=abc.ABCMeta):
    """A rule that a province adds: it can refuse, never permit, and is never asked about a way out (extend, waive, reassign,
    revoke, recall).

    Whoever raises decides nothing: the command is not executed, and the call ends with what was raised.
    """
    @abc.abstractmethod
    def name(self) -> str:
        """The rule's name, asked once when the rule is set."""
    @abc.abstractmethod
    def version(self) -> str:
        """The rule's version, asked once when the rule is set; a changed rule needs a new one, since the log records it."""
    @abc.abstractmethod
    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        """What the rule objects before the content of a command is known; what it refuses is not offered."""
    @abc.abstractmethod
    def on_command(self, question: RuleQuestion, command: AnyCommand) -> Optional[Objection]:
        """What the rule objects to a whole command."""

class CustomRuleImpl(CustomRule, Held):
    """A rule that a province adds: it can refuse, never permit, and is never asked about a way out (extend, waive, reassign,
    revoke, recall).

    Whoever raises decides nothing: the command is not executed, and the call ends with what was raised.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def name(self) -> str:
        """The rule's name, asked once when the rule is set."""
    def version(self) -> str:
        """The rule's version, asked once when the rule is set; a changed rule needs a new one, since the log records it."""
    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        """What the rule objects before the content of a command is known; what it refuses is not offered."""
    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
        """What the rule objects to a whole command."""

class Delivery(Held):
    """What is pushed to one subscriber, and how far it is."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def cancel(self) -> None:
        """Ends the delivery: the subscriber is told nothing more."""
    def deliver(self) -> int:
        """Tells the subscriber what is new, also what other processes committed; raises what it raised."""
    def failure(self) -> Optional[CongvanError]:
        """What the subscriber raised when it was last told; none when it took everything."""
    def position(self) -> int:
        """The position of the last event that the subscriber took."""

class EventSubscriber(metaclass=abc.ABCMeta):
    """Is told of events in the order of commits, each at least once.

    It is told in the thread that executed a command, after the commit and under no lock; another thread that commits
    meanwhile leaves its events to the one that is telling. Whoever raises is told the same events again later.
    """
    @abc.abstractmethod
    def on_events(self, lines: List[str]) -> None:
        """Takes records of the log, one line of canonical JSON each, oldest first."""

class EventSubscriberImpl(EventSubscriber, Held):
    """Is told of events in the order of commits, each at least once.

    It is told in the thread that executed a command, after the commit and under no lock; another thread that commits
    meanwhile leaves its events to the one that is telling. Whoever raises is told the same events again later.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def on_events(self, lines: Sequence[str]) -> None:
        """Takes records of the log, one line of canonical JSON each, oldest first."""

class JournalEntry(Held):
    """What is to be appended; it is sealed inside the transaction that stores it."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def command_id(self) -> CommandId:
        """What the caller named the command with."""
    def directive(self) -> DirectiveId:
        """Which directive."""
    def fingerprint(self) -> ContentHash:
        """The fingerprint of the command: the same name with another one is another command."""
    def next_due(self) -> Optional[Instant]:
        """When the directive next wants attention; none when nothing is open."""
    def seal(self, head: int, previous: Optional[ContentHash]) -> List[SealedRow]:
        """Seals the rows behind the journal's last position, 0 where it is empty, and the hash of the directive's last row,
        none where it has none.
        """
    def version(self) -> int:
        """The version of the directive that it was decided on, and the only one that it may follow."""

class Journal(metaclass=abc.ABCMeta):
    """A journal: it appends what was decided and reads it again.

    Sequences of a directive and positions of the journal begin at 1 and have no gaps. A reader never sees a part of an
    entry, nor a position before all earlier ones. Several threads call at once. `run_journal_conformance` tries every promise.
    """
    @abc.abstractmethod
    def append(self, entry: JournalEntry) -> Committed:
        """Appends an entry, all of it or nothing, durably. In one transaction:

        1. if the command of this directive is there with the entry's fingerprint, answer as then, with `replayed`; with
        another fingerprint raise `CommandReused`;
        2. if the directive does not stand at the entry's version, raise `Conflict` with the version found;
        3. seal the entry behind the journal's last position and the hash of the directive's last row, and store the rows,
        the command with its fingerprint and places, and the directive's next due instant in place of the one before.

        Raise `NotCommitted` when nothing was stored for certain; whatever else is raised leaves that open.
        """
    @abc.abstractmethod
    def outcome(self, directive: DirectiveId, command_id: CommandId) -> Optional[JournalOutcome]:
        """What became of a command; none when it was never committed."""
    @abc.abstractmethod
    def stream(self, directive: DirectiveId) -> Optional[JournalStream]:
        """One directive's log; none when it has no row."""
    @abc.abstractmethod
    def read(self, directive: DirectiveId, after: int, limit: int) -> Sequence[str]:
        """The lines of a directive after a sequence, in order, at most so many."""
    @abc.abstractmethod
    def streams(self, after: Optional[DirectiveId], limit: int) -> Sequence[JournalStream]:
        """The logs in the byte order of their directives' identifiers, after one of them, at most so many."""
    @abc.abstractmethod
    def feed(self, after: int, limit: int) -> Sequence[str]:
        """The lines of all directives in the order of their positions, after one of them, at most so many."""
    @abc.abstractmethod
    def head(self) -> int:
        """The last position; 0 when there is none."""
    @abc.abstractmethod
    def due(self, until: Instant, after: Optional[DueItem], limit: int) -> Sequence[DueItem]:
        """The directives that are due at this instant or before, ordered by instant and then by identifier, after one of
        them, at most so many.
        """
    @abc.abstractmethod
    def keep(self, document: KeptDocument) -> None:
        """Stores a version of a document that is not there yet."""
    @abc.abstractmethod
    def kept(self, kind: str, name: str, version: Optional[int]) -> Optional[KeptDocument]:
        """A document: this version of it, or the latest; none when there is none."""
    @abc.abstractmethod
    def catalogue(self, kind: str) -> Sequence[KeptVersion]:
        """The documents of a kind with their latest versions, in the byte order of the names."""

class JournalImpl(Journal, Held):
    """A journal: it appends what was decided and reads it again.

    Sequences of a directive and positions of the journal begin at 1 and have no gaps. A reader never sees a part of an
    entry, nor a position before all earlier ones. Several threads call at once. `run_journal_conformance` tries every promise.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def append(self, entry: JournalEntry) -> Committed:
        """Appends an entry, all of it or nothing, durably. In one transaction:

        1. if the command of this directive is there with the entry's fingerprint, answer as then, with `replayed`; with
        another fingerprint raise `CommandReused`;
        2. if the directive does not stand at the entry's version, raise `Conflict` with the version found;
        3. seal the entry behind the journal's last position and the hash of the directive's last row, and store the rows,
        the command with its fingerprint and places, and the directive's next due instant in place of the one before.

        Raise `NotCommitted` when nothing was stored for certain; whatever else is raised leaves that open.
        """
    def outcome(self, directive: DirectiveId, command_id: CommandId) -> Optional[JournalOutcome]:
        """What became of a command; none when it was never committed."""
    def stream(self, directive: DirectiveId) -> Optional[JournalStream]:
        """One directive's log; none when it has no row."""
    def read(self, directive: DirectiveId, after: int, limit: int) -> List[str]:
        """The lines of a directive after a sequence, in order, at most so many."""
    def streams(self, after: Optional[DirectiveId], limit: int) -> List[JournalStream]:
        """The logs in the byte order of their directives' identifiers, after one of them, at most so many."""
    def feed(self, after: int, limit: int) -> List[str]:
        """The lines of all directives in the order of their positions, after one of them, at most so many."""
    def head(self) -> int:
        """The last position; 0 when there is none."""
    def due(self, until: Instant, after: Optional[DueItem], limit: int) -> List[DueItem]:
        """The directives that are due at this instant or before, ordered by instant and then by identifier, after one of
        them, at most so many.
        """
    def keep(self, document: KeptDocument) -> None:
        """Stores a version of a document that is not there yet."""
    def kept(self, kind: str, name: str, version: Optional[int]) -> Optional[KeptDocument]:
        """A document: this version of it, or the latest; none when there is none."""
    def catalogue(self, kind: str) -> List[KeptVersion]:
        """The documents of a kind with their latest versions, in the byte order of the names."""

class JournalFactory(metaclass=abc.ABCMeta):
    """Opens empty journals for the conformance suite."""
    @abc.abstractmethod
    def open(self) -> Journal:
        """A journal that holds nothing; each call gives another one."""

class JournalFactoryImpl(JournalFactory, Held):
    """Opens empty journals for the conformance suite."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def open(self) -> Journal:
        """A journal that holds nothing; each call gives another one."""

class Subscription(Held):
    """A reader of every event after a position.

    It gives what there is; ask again later. A host keeps `position` beside what it did with the events.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def next_lines(self, limit: int=500) -> List[str]:
        """The next records, one line of canonical JSON each, at most so many; empty when there is nothing new.

        Of several threads that ask at once each record goes to one.
        """
    def next_records(self, limit: int=500) -> List[LogRecord]:
        """The next records, at most so many; empty when there is nothing new."""
    def position(self) -> int:
        """The position of the last event that was given."""

class Register(RegisterMore):
    """A register of directives over a journal: an SQLite file, the memory, or a journal of the caller.

    Threads share it, and several processes may open one file. After `shutdown` every call ends with `Closed`.
    """
    @classmethod
    def open(cls, address: str) -> Self:
        """Opens a register: `sqlite:PATH`, which is created where there is none, or `memory:`."""
    @classmethod
    def over(cls, journal: Journal) -> Self:
        """A register over a journal of the caller."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def answer_json(self, directive: DirectiveId, question: Question, at: Optional[Instant]=...) -> str:
        """The answer to a question, as JSON: for large answers in languages in which JSON is read faster than records."""
    def blockers(self, directive: DirectiveId, at: Optional[Instant]=..., skip: int=0, limit: int=1000) -> List[Blockage]:
        """What waits for what, and who can do what about it, what comes next first: so many, after the first so many."""
    def board(self, directive: DirectiveId, at: Optional[Instant]=...) -> Board:
        """Every obligation in a table: a row for each performer, a column for each assignment and field."""
    def directives(self, after: Optional[DirectiveId]=..., limit: int=1000) -> List[DirectiveId]:
        """The directives in the order of their identifiers, after one of them, at most so many."""
    def emulation(self, directive: DirectiveId, at: Optional[Instant]=...) -> Emulation:
        """The emulation sheet: how each holder kept its deadlines."""
    def execute(self, directive: DirectiveId, actor: Actor, command: Command, at: Optional[Instant]=..., command_id: Optional[CommandId]=...) -> Executed:
        """Executes a command on a directive: all of it durably, or nothing.

        `at` is when it is recorded; without one the clock is asked. `command_id` names the command: the same command under
        the same name gives the same answer and no second event. Without a name it is named by its content, so that only the
        same command of the same actor at the same instant is the same.
        """
    def execute_json(self, directive: DirectiveId, actor: Actor, command: str, at: Optional[Instant]=..., command_id: Optional[CommandId]=...) -> Executed:
        """Executes a command given as JSON, in which obligations may be named by key and meetings by identifier."""
    def execute_many(self, requests: Sequence[ExecuteRequest]) -> List[AnyExecuteOutcome]:
        """Executes many commands one after another, and says of each what became of it."""
    def explain(self, directive: DirectiveId, actor: Actor, command: Command, at: Optional[Instant]=...) -> List[RefusalReason]:
        """Why a command would be refused; empty when it would be accepted. Has no effect."""
    def export_json_lines(self, directive: DirectiveId) -> str:
        """The whole log of a directive as JSON Lines, each with its line end."""
    def find(self, directive: DirectiveId, key: Key) -> Optional[ObligationId]:
        """The number of the obligation with a key such as `so-y-te/1a/cchc`; none where there is none."""
    def find_meeting(self, directive: DirectiveId, meeting: MeetingId) -> Optional[MeetingIndex]:
        """The number of the meeting with an identifier; none where there is none."""
    def follow_up(self, directive: DirectiveId, header: Header, meeting: Optional[MeetingIndex]=...) -> Mandate:
        """The mandate of a directive that carries out a meeting's conclusion, under a header of the caller's (such as
        `further_header` of the mandate gives): its follow-up assignments, resting on its notice. Where no meeting is named, it is the one
        whose conclusion assigns something.
        """
    def inbox(self, actor: Actor, at: Optional[Instant]=..., limit: int=100) -> InboxPage:
        """What this actor may do now with any directive, and the next steps of his that something blocks: the first page."""
    def is_shut_down(self) -> bool:
        """Whether the register was shut down."""
    def key(self, directive: DirectiveId, obligation: ObligationId) -> Optional[Key]:
        """The key of an obligation; none where there is none."""
    def log(self, directive: DirectiveId, after: int=0, limit: int=1000) -> List[LogRecord]:
        """The records of a directive after a sequence number, at most so many; an event that a later version wrote is `Unknown`."""
    def log_json(self, directive: DirectiveId, after: int=0, limit: int=1000) -> str:
        """The same rows as one JSON array: a whole page is read at once."""
    def log_lines(self, directive: DirectiveId, after: int=0, limit: int=1000) -> List[str]:
        """The rows of a directive after a sequence number, one line of canonical JSON each, at most so many."""
    def mandate(self, directive: DirectiveId) -> Optional[Mandate]:
        """What a directive orders, from the first draft on."""
    def meeting_state(self, directive: DirectiveId, meeting: MeetingIndex) -> AnyMeetingState:
        """The state that a meeting is in, with its data."""
    def meetings_ical(self, directive: DirectiveId) -> str:
        """The meetings of a directive that have a slot, as iCalendar (RFC 5545) for other programs."""
    def obligation_state(self, directive: DirectiveId, obligation: ObligationId) -> AnyObligationState:
        """The state that an obligation is in, with its data."""
    def permitted(self, directive: DirectiveId, actor: Actor, at: Optional[Instant]=..., skip: int=0, limit: int=1000) -> List[Offer]:
        """What this actor may do now with a directive, in the order of the lifecycle: so many, after the first so many."""
    def plan_meeting(self, directive: DirectiveId, meeting: MeetingIndex, demand: Demand) -> Planning:
        """Free slots for a meeting, best first and each with its reasons, or why there is none."""
    def progress(self, directive: DirectiveId, at: Optional[Instant]=...) -> Progress:
        """What is settled, open, late and returned: in all, by unit, assignment, field and stage."""
    def provenance(self, directive: DirectiveId, obligation: ObligationId) -> Provenance:
        """What a signed consolidation was made from: the accepted revisions, and who is waived or absent and why."""
    def push_to(self, subscriber: EventSubscriber, after: int=0) -> Delivery:
        """Pushes every event after a position to a subscriber: now, and after each command of this register."""
    def receivers(self, directive: DirectiveId, after: Optional[UnitId]=..., limit: int=1000) -> List[UnitId]:
        """The units that received it, in their order, after one of them, at most so many: whom it is sent to, and whom its issuer
        tells when it is revoked or replaced (Decree 30/2020/ND-CP, article 18.4); empty before it is issued.
        """
    def set_authority_provider(self, provider: Optional[AuthorityProvider]) -> None:
        """Asks the caller who holds which office, in place of the directory's lists; with none, those count again."""
    def set_calendar(self, calendar: Calendar) -> int:
        """Replaces the calendar and keeps it beside the log; the answer is its version there."""
    def set_clock(self, clock: Optional[Clock]) -> None:
        """Asks the caller's clock where a call is not told the instant; with none, the machine's."""
    def set_directory(self, directory: Directory) -> int:
        """Replaces the directory and keeps it beside the log; the answer is its version there."""
    def set_rules(self, rules: Sequence[CustomRule]) -> None:
        """Replaces the province's own rules; the log records the names and versions of those in force."""
    def shutdown(self) -> None:
        """Closes the register: calls under way end as they would, later ones with `Closed`. Closing again does nothing."""
    def standing(self, directive: DirectiveId, obligation: ObligationId, at: Optional[Instant]=...) -> StandingFacts:
        """What an obligation's lateness is judged from."""
    def state(self, directive: DirectiveId) -> AnyDirectiveState:
        """The state that a directive is in, with its data."""
    def statistics(self, directive: DirectiveId, at: Optional[Instant]=...) -> Statistics:
        """The directive in the seven cells of the monitoring statistics."""
    def subscribe(self, after: int=0) -> Subscription:
        """Every event after a position, in the order of commits, as the caller asks for it."""
    def timeline(self, directive: DirectiveId, at: Optional[Instant]=...) -> Timeline:
        """The stages against their deadlines, and the milestones that a reader of the history should see."""
    def verify(self, directive: Optional[DirectiveId]=...) -> Verified:
        """Checks the chain of one directive, or of every directive of the register; `NotFound` where there is no such directive."""
    def version(self, directive: DirectiveId) -> int:
        """How many events a directive was folded from."""

class Rehearsal(Held):
    """One directive that goes through its life under the rules of a province: somebody tries something, time passes.

    It keeps everything in memory and has no clock. It answers what a rule must not do: keep a unit from ever answering, or a
    directive from ever ending.
    """
    @classmethod
    def invented(cls, numbers: bytes, rules: Sequence[CustomRule]=..., swarm: int=0) -> Self:
        """Rehearses a small invented mandate in a small invented province, which follow from the numbers: fewer and smaller
        numbers, from 0 to 255, are a smaller world.

        Raises:
        `CongvanError.Input` where the numbers stand for no world that fits together; a generator draws others.
        """
    def __init__(self, directory: Directory, mandate: Mandate, start: Instant, rules: Sequence[CustomRule]=..., swarm: int=0) -> None:
        """Rehearses a mandate in a directory, from an instant on.

        The bits of `swarm` say which kinds of command this rehearsal does without, so that many rehearsals reach more than one.
        """
    def __del__(self) -> None: ...
    def actors(self) -> List[Actor]:
        """Everybody who may try something, in each capacity that the directory gives, and some that it does not."""
    def attempt(self, attempt: Attempt) -> Attempted:
        """Has an attempt judged, and what is decided happen. Time never goes back."""
    def directory(self) -> Directory:
        """The directory in which it takes place."""
    def flaw(self, name: str='counterexample') -> Optional[RehearsalFlaw]:
        """What the rules do that no rule may, from here on; none where every unit can still answer and the directive can still
        end. Nothing is moved on by it.

        With a name, the way to it is made as short as it goes and written as a scenario of that name.
        """
    def mandate(self) -> Mandate:
        """What the directive orders."""
    def now(self) -> Instant:
        """What time it is."""
    def obligations(self) -> List[RehearsedObligation]:
        """The obligations in their order, each with the state that it is in."""
    def permitted(self, actor: Actor) -> List[Offer]:
        """What an actor could now have accepted with some content."""
    def propose(self, number: int) -> Attempt:
        """Lets time pass and says who tries what next, as the number has it: mostly what is offered to somebody who has a part
        in it, sometimes what nobody should do.
        """
    def state(self) -> AnyDirectiveState:
        """The state that the directive is in, with its data."""

def actor_from_json(text: str) -> Actor:
    """Reads who acts.

    Raises:
    `CongvanError.Input` with everything that is wrong, by line and column.
    """
def actors_in(directory: Directory, on: NaiveDate, skip: int=0, limit: int=1000) -> List[Actor]:
    """Everybody who may act in a directory, in each capacity that it gives, and an impostor or two: so many, after the first so many."""
def build_id() -> str:
    """What names this build: the version, and the hash of everything that both languages see of it.

    Whoever generates the bindings keeps it beside them; at import the two are compared, since a record whose layout changed
    is not noticed otherwise.
    """
def command_from_json(text: str) -> AnyCommand:
    """Reads a command, its obligations and meetings by number.

    Raises:
    `CongvanError.Input` with everything that is wrong, by line and column.
    """
def command_to_json(command: Command) -> str:
    """The command as canonical JSON (RFC 8785).

    Raises:
    Nothing for a command that was built from checked parts.
    """
def describe(error: CongvanError, lang: Lang) -> str:
    """What went wrong and what to do, in one language; several reasons stand on a line each.

    Raises:
    `CongvanError.Input` for an error that the caller made and that holds what is no identifier, day or instant.
    """
def directive_state_name(state: DirectiveState) -> DirectiveStateName:
    """The name of a directive's state, without its data.

    Raises:
    `CongvanError.Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def directive_state_text(name: DirectiveStateName) -> Text:
    """What a directive's state is called by people."""
def event_from_json(text: str) -> AnyEvent:
    """Reads an event; one that a later version wrote is `Unknown` and keeps its text.

    Raises:
    `CongvanError.Input` with everything that is wrong, by line and column.
    """
def event_name_code(name: EventName) -> str:
    """The frozen name of an event, such as `ruling_recorded`."""
def event_name_text(name: EventName) -> Text:
    """What an event is called by people."""
def event_to_json(event: Event) -> str:
    """The event as canonical JSON (RFC 8785); an `Unknown` one as it was read.

    Raises:
    Nothing for an event that was built from checked parts.
    """
def json_schema(of: SchemaOf) -> str:
    """The JSON Schema (draft 2020-12) of a file format, of commands or of events."""
def kind_code(kind: Kind) -> str:
    """The frozen name of a kind of command, such as `record_ruling`."""
def kind_text(kind: Kind) -> Text:
    """What a kind of command is called by people."""
def library_version() -> str:
    """The version of the library, which the package of a language compares with its own before anything else."""
def meeting_state_name(state: MeetingState) -> MeetingStateName:
    """The name of a meeting's state, without its data.

    Raises:
    `CongvanError.Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def meeting_state_text(name: MeetingStateName) -> Text:
    """What a meeting's state is called by people."""
def obligation_state_name(state: ObligationState) -> ObligationStateName:
    """The name of an obligation's state, without its data.

    Raises:
    `CongvanError.Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def obligation_state_text(name: ObligationStateName) -> Text:
    """What an obligation's state is called by people."""
def record_from_json(line: str) -> LogRecord:
    """Reads a record from its line of JSON; its hash is looked at only where this version cannot read it.

    An event that a later version wrote is `Unknown` and keeps its text, also one that this version knows by name only.

    Raises:
    `CongvanError.Input` where the line is not a record, `CongvanError.Newer` where a later version wrote its format or its stamp, `CongvanError.Corrupt` where a
    column cannot be read.
    """
def record_to_json(record: LogRecord) -> str:
    """The record as one line of canonical JSON, as `export` writes it and as it was sealed.

    Raises:
    `CongvanError.Corrupt` where the columns do not have the hash that the record carries, so that nothing altered passes on.
    """
def records_from_json(lines: str) -> List[LogRecord]:
    """Reads many records, each from a line of its own; empty lines are passed over.

    Raises:
    As `record_from_json`, for the first line that is wrong.
    """
def run_journal_conformance(factory: JournalFactory) -> List[ConformanceResult]:
    """Tries every promise that a journal makes on journals of the caller, several of them from several threads at once."""
def run_scenario(path: Union[str, os.PathLike[str]]) -> ScenarioRun:
    """Plays a scenario into a register in memory: a JSON file, or a folder with a `scenario.json`. The command of the first
    step is named `step-0001`.

    Raises:
    `CongvanError.Input` with everything that is wrong with the scenario or a file that it names; or, where a step or the end is not as
    the scenario says, with the place that says so and what happened instead.
    """
def verify(directive: DirectiveId, lines: Sequence[str]) -> Verified:
    """Checks the rows of one directive from the first on: places, links, hashes, and that each can be read.

    Rows cut off at the end show only against a version and a hash kept elsewhere: compare them with the answer.
    """
