"""What the native library offers. Written by `shape.py` from the generated module: not edited by hand."""

import datetime
import enum
from typing import Any, Dict, List, Optional, Union

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
    def capacity(self) -> Capacity: ...
    @property
    def on_behalf(self) -> Optional[UnitId]: ...
    @property
    def person(self) -> PersonId: ...
    @property
    def unit(self) -> UnitId: ...
    def __init__(self, *, capacity: Capacity, on_behalf: Optional[UnitId]=..., person: PersonId, unit: UnitId) -> None: ...

AssignmentId: TypeAlias = str

@final
class AgendaItem(Value):
    """One item of a meeting's agenda: an assignment, and the units whose heads report on it."""
    __match_args__ = ("assignment", "reporting", "title")
    @property
    def assignment(self) -> AssignmentId: ...
    @property
    def reporting(self) -> List[UnitId]: ...
    @property
    def title(self) -> str: ...
    def __init__(self, *, assignment: AssignmentId, reporting: List[UnitId], title: str) -> None: ...

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
    def joint(self) -> bool: ...
    @property
    def cooperating(self) -> List[UnitId]: ...
    @property
    def monitor(self) -> Optional[UnitId]: ...
    @property
    def collector(self) -> Optional[UnitId]: ...
    @property
    def recipients(self) -> List[UnitId]: ...
    @property
    def informed(self) -> List[UnitId]: ...
    def __init__(self, *, joint: bool=False, cooperating: List[UnitId]=..., monitor: Optional[UnitId]=..., collector: Optional[UnitId]=..., recipients: List[UnitId]=..., informed: List[UnitId]=...) -> None: ...

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
        def date(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class Assignment(CountedFrom):
        """The due day of another assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str: ...
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class Named(CountedFrom):
        """An event known by name."""
        __match_args__ = ("name",)
        @property
        def name(self) -> str: ...
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
        def date(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class Before(DeadlineRule):
        """Trước ngày: to the end of the day before."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class AtHour(DeadlineRule):
        """At the latest at an hour of a day."""
        __match_args__ = ("date", "time")
        @property
        def date(self) -> NaiveDate: ...
        @property
        def time(self) -> NaiveTime: ...
        def __init__(self, *, date: NaiveDate, time: NaiveTime) -> None: ...
    @final
    class WorkingDaysAfter(DeadlineRule):
        """Working days after an event."""
        __match_args__ = ("after", "days")
        @property
        def after(self) -> AnyCountedFrom: ...
        @property
        def days(self) -> int: ...
        def __init__(self, *, after: CountedFrom, days: int) -> None: ...
    @final
    class CalendarDaysAfter(DeadlineRule):
        """Calendar days after an event."""
        __match_args__ = ("after", "days")
        @property
        def after(self) -> AnyCountedFrom: ...
        @property
        def days(self) -> int: ...
        def __init__(self, *, after: CountedFrom, days: int) -> None: ...
    @final
    class MonthsAfter(DeadlineRule):
        """Months after an event."""
        __match_args__ = ("after", "months")
        @property
        def after(self) -> AnyCountedFrom: ...
        @property
        def months(self) -> int: ...
        def __init__(self, *, after: CountedFrom, months: int) -> None: ...
    @final
    class EndOfMonth(DeadlineRule):
        """The end of a month."""
        __match_args__ = ("year", "month")
        @property
        def year(self) -> int: ...
        @property
        def month(self) -> int: ...
        def __init__(self, *, year: int, month: int) -> None: ...
    @final
    class EndOfQuarter(DeadlineRule):
        """The end of a quarter."""
        __match_args__ = ("quarter", "year")
        @property
        def quarter(self) -> int: ...
        @property
        def year(self) -> int: ...
        def __init__(self, *, quarter: int, year: int) -> None: ...
    @final
    class EndOfYear(DeadlineRule):
        """The end of a year."""
        __match_args__ = ("year",)
        @property
        def year(self) -> int: ...
        def __init__(self, *, year: int) -> None: ...
    @final
    class On(DeadlineRule):
        """On a day."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class With(DeadlineRule):
        """Together with another assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str: ...
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class Until(DeadlineRule):
        """Until another assignment is due."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> str: ...
        def __init__(self, *, assignment: str) -> None: ...
    @final
    class PerPerformer(DeadlineRule):
        """Another deadline for each performer."""
        __match_args__ = ("rules", "otherwise")
        @property
        def rules(self) -> RulesByPerformer: ...
        @property
        def otherwise(self) -> Optional[AnyDeadlineRule]: ...
        def __init__(self, *, rules: RulesByPerformer, otherwise: Optional[DeadlineRule]=...) -> None: ...
    @final
    class ByReference(DeadlineRule):
        """As another document lays down."""
        __match_args__ = ("document", "provision")
        @property
        def document(self) -> str: ...
        @property
        def provision(self) -> Optional[str]: ...
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
        def condition(self) -> str: ...
        def __init__(self, *, condition: str) -> None: ...
    @final
    class None_(DeadlineRule):
        """None; the word of urgency is kept."""
        __match_args__ = ("urgency_word",)
        @property
        def urgency_word(self) -> Optional[str]: ...
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
        def year(self) -> int: ...
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
        def groups(self) -> List[GroupId]: ...
        def __init__(self, *, groups: List[GroupId]) -> None: ...

AnyCriterionCheck: TypeAlias = Union[CriterionCheck.Human, CriterionCheck.BetterThanBaselineOrNew, CriterionCheck.HasSolution, CriterionCheck.HasMilestoneIn, CriterionCheck.HasProduct, CriterionCheck.StatesConformity, CriterionCheck.RankAmongPeers]

@final
class Criterion(Value):
    """One criterion that a submission is vetted against."""
    __match_args__ = ("id", "title", "check")
    @property
    def id(self) -> CriterionId: ...
    @property
    def title(self) -> str: ...
    @property
    def check(self) -> AnyCriterionCheck: ...
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
    def id(self) -> AssignmentId: ...
    @property
    def title(self) -> str: ...
    @property
    def performers(self) -> List[AnyPerformers]: ...
    @property
    def roles(self) -> Roles: ...
    @property
    def per_field(self) -> List[FieldId]: ...
    @property
    def own_field(self) -> bool: ...
    @property
    def completion(self) -> AnyCompletion: ...
    @property
    def binding(self) -> Binding: ...
    @property
    def vetted_by(self) -> Optional[AnyVetting]: ...
    @property
    def vetted_by_source(self) -> Optional[str]: ...
    @property
    def vetting_deadline(self) -> Optional[AnyDeadlineRule]: ...
    @property
    def criteria(self) -> List[Criterion]: ...
    @property
    def deadline(self) -> AnyDeadlineRule: ...
    @property
    def on_day_off(self) -> Optional[DayOff]: ...
    @property
    def consolidates(self) -> List[AssignmentId]: ...
    @property
    def on_silence(self) -> OnSilence: ...
    @property
    def source(self) -> Optional[str]: ...
    def __init__(self, *, id: AssignmentId, title: str, performers: List[Performers], roles: Roles, per_field: List[FieldId]=..., own_field: bool=False, completion: Completion, binding: Binding, vetted_by: Optional[Vetting]=..., vetted_by_source: Optional[str]=..., vetting_deadline: Optional[DeadlineRule]=..., criteria: List[Criterion]=..., deadline: DeadlineRule, on_day_off: Optional[DayOff]=..., consolidates: List[AssignmentId]=..., on_silence: OnSilence, source: Optional[str]=...) -> None: ...

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
    def vi(self) -> str: ...
    @property
    def en(self) -> str: ...
    def __init__(self, *, vi: str, en: str) -> None: ...

Key: TypeAlias = str

DirectiveId: TypeAlias = str

@final
class Window(Value):
    """From which day to which day, both included."""
    __match_args__ = ("start", "until")
    @property
    def start(self) -> NaiveDate: ...
    @property
    def until(self) -> NaiveDate: ...
    def __init__(self, *, start: NaiveDate, until: NaiveDate) -> None: ...

class Reason(Variants):
    """Why a command is refused, with the facts."""
    @final
    class WrongState(Reason):
        """The directive is in another state."""
        __match_args__ = ("state", "expected")
        @property
        def state(self) -> DirectiveStateName: ...
        @property
        def expected(self) -> List[DirectiveStateName]: ...
        def __init__(self, *, state: DirectiveStateName, expected: List[DirectiveStateName]) -> None: ...
    @final
    class UnknownObligation(Reason):
        """There is no such obligation."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class UnknownMeeting(Reason):
        """There is no such meeting."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex: ...
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class UnknownUnit(Reason):
        """The unit has nothing to do with this directive, or is not in the directory."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class UnknownAssignment(Reason):
        """There is no such assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> AssignmentId: ...
        def __init__(self, *, assignment: AssignmentId) -> None: ...
    @final
    class UnknownField(Reason):
        """There is no such field."""
        __match_args__ = ("field",)
        @property
        def field(self) -> FieldId: ...
        def __init__(self, *, field: FieldId) -> None: ...
    @final
    class WrongObligationState(Reason):
        """The obligation is in another state."""
        __match_args__ = ("obligation", "state", "expected")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def state(self) -> ObligationStateName: ...
        @property
        def expected(self) -> List[ObligationStateName]: ...
        def __init__(self, *, obligation: ObligationId, state: ObligationStateName, expected: List[ObligationStateName]) -> None: ...
    @final
    class WrongMeetingState(Reason):
        """The meeting is in another state."""
        __match_args__ = ("meeting", "state", "expected")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def state(self) -> MeetingStateName: ...
        @property
        def expected(self) -> List[MeetingStateName]: ...
        def __init__(self, *, meeting: MeetingIndex, state: MeetingStateName, expected: List[MeetingStateName]) -> None: ...
    @final
    class NotAConsolidation(Reason):
        """The obligation consolidates nothing."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class IsAConsolidation(Reason):
        """The obligation is a consolidation, which is drafted and signed from its inputs."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class WrongCompletion(Reason):
        """The obligation is completed in another way."""
        __match_args__ = ("obligation", "completion")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def completion(self) -> AnyCompletion: ...
        def __init__(self, *, obligation: ObligationId, completion: Completion) -> None: ...
    @final
    class WrongUnit(Reason):
        """The actor's unit has no part in this."""
        __match_args__ = ("unit", "allowed")
        @property
        def unit(self) -> UnitId: ...
        @property
        def allowed(self) -> List[UnitId]: ...
        def __init__(self, *, unit: UnitId, allowed: List[UnitId]) -> None: ...
    @final
    class WrongCapacity(Reason):
        """The actor's capacity does not suffice."""
        __match_args__ = ("capacity", "allowed")
        @property
        def capacity(self) -> Capacity: ...
        @property
        def allowed(self) -> List[Capacity]: ...
        def __init__(self, *, capacity: Capacity, allowed: List[Capacity]) -> None: ...
    @final
    class NotInCapacity(Reason):
        """The directory does not know the person in this capacity on this day."""
        __match_args__ = ("person", "unit", "capacity", "on")
        @property
        def person(self) -> PersonId: ...
        @property
        def unit(self) -> UnitId: ...
        @property
        def capacity(self) -> Capacity: ...
        @property
        def on(self) -> NaiveDate: ...
        def __init__(self, *, person: PersonId, unit: UnitId, capacity: Capacity, on: NaiveDate) -> None: ...
    @final
    class PowerNotDelegated(Reason):
        """The order or authorisation does not list this power, or is not in force."""
        __match_args__ = ("person", "power")
        @property
        def person(self) -> PersonId: ...
        @property
        def power(self) -> Power: ...
        def __init__(self, *, person: PersonId, power: Power) -> None: ...
    @final
    class OutOfPortfolio(Reason):
        """It touches fields outside the deputy's portfolio, or outside the fields of the order or authorisation."""
        __match_args__ = ("person", "capacity", "fields")
        @property
        def person(self) -> PersonId: ...
        @property
        def capacity(self) -> Capacity: ...
        @property
        def fields(self) -> List[FieldId]: ...
        def __init__(self, *, person: PersonId, capacity: Capacity, fields: List[FieldId]) -> None: ...
    @final
    class OwnWork(Reason):
        """The person drafted or signed what he is to vet."""
        __match_args__ = ("person", "obligation")
        @property
        def person(self) -> PersonId: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, person: PersonId, obligation: ObligationId) -> None: ...
    @final
    class FallbackVets(Reason):
        """The vetting unit's own head signed it: the fallback vetter decides."""
        __match_args__ = ("obligation", "fallback")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def fallback(self) -> UnitId: ...
        def __init__(self, *, obligation: ObligationId, fallback: UnitId) -> None: ...
    @final
    class SignatoryWithoutAuthority(Reason):
        """The signatory may not sign for the unit."""
        __match_args__ = ("person", "unit", "capacity")
        @property
        def person(self) -> PersonId: ...
        @property
        def unit(self) -> UnitId: ...
        @property
        def capacity(self) -> Capacity: ...
        def __init__(self, *, person: PersonId, unit: UnitId, capacity: Capacity) -> None: ...
    @final
    class AskerMayNotDecide(Reason):
        """The person who asked for the extension may not decide on it."""
        __match_args__ = ("person",)
        @property
        def person(self) -> PersonId: ...
        def __init__(self, *, person: PersonId) -> None: ...
    @final
    class NotTheChair(Reason):
        """The person does not hold the office that takes the chair."""
        __match_args__ = ("person", "office")
        @property
        def person(self) -> PersonId: ...
        @property
        def office(self) -> OfficeId: ...
        def __init__(self, *, person: PersonId, office: OfficeId) -> None: ...
    @final
    class NotTheSigner(Reason):
        """The person does not hold the office that signs the directive."""
        __match_args__ = ("person", "office")
        @property
        def person(self) -> PersonId: ...
        @property
        def office(self) -> OfficeId: ...
        def __init__(self, *, person: PersonId, office: OfficeId) -> None: ...
    @final
    class TextMissing(Reason):
        """A text that must be given is empty."""
        __match_args__ = ("what",)
        @property
        def what(self) -> str: ...
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
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class StaleRevision(Reason):
        """Another revision than the current one is cited."""
        __match_args__ = ("obligation", "cited", "current")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def cited(self) -> ContentHash: ...
        @property
        def current(self) -> ContentHash: ...
        def __init__(self, *, obligation: ObligationId, cited: ContentHash, current: ContentHash) -> None: ...
    @final
    class CriterionNotMet(Reason):
        """A criterion that the machine checks is not met."""
        __match_args__ = ("obligation", "criterion")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def criterion(self) -> CriterionId: ...
        def __init__(self, *, obligation: ObligationId, criterion: CriterionId) -> None: ...
    @final
    class VerdictMissing(Reason):
        """A criterion that a person judges has no verdict."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId: ...
        def __init__(self, *, criterion: CriterionId) -> None: ...
    @final
    class UnknownCriterion(Reason):
        """The assignment has no such criterion."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId: ...
        def __init__(self, *, criterion: CriterionId) -> None: ...
    @final
    class VerdictContradicts(Reason):
        """It is to be accepted although a verdict says that a criterion is not met."""
        __match_args__ = ("criterion",)
        @property
        def criterion(self) -> CriterionId: ...
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
        def effective(self) -> Instant: ...
        @property
        def recorded(self) -> Instant: ...
        def __init__(self, *, effective: Instant, recorded: Instant) -> None: ...
    @final
    class EffectiveBeforeIssue(Reason):
        """The effective time lies before the day of issue."""
        __match_args__ = ("effective", "issued")
        @property
        def effective(self) -> Instant: ...
        @property
        def issued(self) -> NaiveDate: ...
        def __init__(self, *, effective: Instant, issued: NaiveDate) -> None: ...
    @final
    class DeadlineNotPassed(Reason):
        """The deadline has not passed."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def due(self) -> Instant: ...
        def __init__(self, *, obligation: ObligationId, due: Instant) -> None: ...
    @final
    class NoDeadline(Reason):
        """The obligation has no deadline yet."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DeadlineAlreadyFixed(Reason):
        """The deadline is fixed already: only an extension moves it."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def due(self) -> Instant: ...
        def __init__(self, *, obligation: ObligationId, due: Instant) -> None: ...
    @final
    class NotLater(Reason):
        """The new deadline is not later than the one in force."""
        __match_args__ = ("obligation", "due", "proposed")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def due(self) -> Instant: ...
        @property
        def proposed(self) -> Instant: ...
        def __init__(self, *, obligation: ObligationId, due: Instant, proposed: Instant) -> None: ...
    @final
    class DependentNotMoved(Reason):
        """A consolidation that waits for it would be due before it."""
        __match_args__ = ("consolidation", "due", "proposed")
        @property
        def consolidation(self) -> ObligationId: ...
        @property
        def due(self) -> Instant: ...
        @property
        def proposed(self) -> Instant: ...
        def __init__(self, *, consolidation: ObligationId, due: Instant, proposed: Instant) -> None: ...
    @final
    class RequestAlreadyOpen(Reason):
        """A request for an extension is open already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NoOpenRequest(Reason):
        """No request for an extension is open."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class TooManyExtensions(Reason):
        """The policy allows no further extension."""
        __match_args__ = ("obligation", "granted", "allowed")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def granted(self) -> int: ...
        @property
        def allowed(self) -> int: ...
        def __init__(self, *, obligation: ObligationId, granted: int, allowed: int) -> None: ...
    @final
    class VettingBegun(Reason):
        """Vetting has begun: it can be asked for, but not taken back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class VettingNotBegun(Reason):
        """Vetting has not begun: it can simply be taken back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class RecallNotRequested(Reason):
        """Nobody asked for it back."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class RecallAlreadyRequested(Reason):
        """It was asked for already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class InputLocked(Reason):
        """A signed consolidation contains it."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NobodyVets(Reason):
        """Nobody vets this obligation."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class VettingStillInTime(Reason):
        """The vetting is still in time, and somebody may do it."""
        __match_args__ = ("obligation", "due")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def due(self) -> Instant: ...
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
        def obligation(self) -> ObligationId: ...
        @property
        def binding(self) -> Binding: ...
        def __init__(self, *, obligation: ObligationId, binding: Binding) -> None: ...
    @final
    class IsAnOrder(Reason):
        """An order is owed: absence is recorded, not a missing response."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DisputeOpen(Reason):
        """The receiver declined the directive, and the authority has not decided."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class NoDispute(Reason):
        """No dispute is open."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class NotDelivered(Reason):
        """No receipt or delivery is recorded for this unit."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class AlreadyAcknowledged(Reason):
        """Receipt is recorded already."""
        __match_args__ = ("unit",)
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, unit: UnitId) -> None: ...
    @final
    class InputsOpen(Reason):
        """Expected inputs are still open."""
        __match_args__ = ("consolidation", "count", "open")
        @property
        def consolidation(self) -> ObligationId: ...
        @property
        def count(self) -> int: ...
        @property
        def open(self) -> List[ObligationId]: ...
        def __init__(self, *, consolidation: ObligationId, count: int, open: List[ObligationId]) -> None: ...
    @final
    class InputsChanged(Reason):
        """Inputs changed since the consolidation was drafted."""
        __match_args__ = ("consolidation", "changed")
        @property
        def consolidation(self) -> ObligationId: ...
        @property
        def changed(self) -> List[ObligationId]: ...
        def __init__(self, *, consolidation: ObligationId, changed: List[ObligationId]) -> None: ...
    @final
    class NotDrafted(Reason):
        """The consolidation was not drafted from its inputs."""
        __match_args__ = ("consolidation",)
        @property
        def consolidation(self) -> ObligationId: ...
        def __init__(self, *, consolidation: ObligationId) -> None: ...
    @final
    class NotYetConsolidated(Reason):
        """No signed consolidation contains it: it can still be submitted or reopened."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class NoCollector(Reason):
        """It is sent through nobody."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class AlreadyForwarded(Reason):
        """The collector has forwarded it already."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class MandateInvalid(Reason):
        """The mandate's structure is wrong."""
        __match_args__ = ("problems",)
        @property
        def problems(self) -> List[Text]: ...
        def __init__(self, *, problems: List[Text]) -> None: ...
    @final
    class ConflictNotRuled(Reason):
        """A conflict of dates carries no ruling."""
        __match_args__ = ("finding", "place")
        @property
        def finding(self) -> str: ...
        @property
        def place(self) -> str: ...
        def __init__(self, *, finding: str, place: str) -> None: ...
    @final
    class UnknownFinding(Reason):
        """The ruling speaks of no finding of this mandate."""
        __match_args__ = ("finding",)
        @property
        def finding(self) -> Optional[str]: ...
        def __init__(self, *, finding: Optional[str]) -> None: ...
    @final
    class NumberTaken(Reason):
        """The number is taken within issuer, series and year."""
        __match_args__ = ("number", "year")
        @property
        def number(self) -> int: ...
        @property
        def year(self) -> int: ...
        def __init__(self, *, number: int, year: int) -> None: ...
    @final
    class NotationInvalid(Reason):
        """Number or notation is not as Decree 30/2020/ND-CP wants it."""
        __match_args__ = ("notation", "problem")
        @property
        def notation(self) -> str: ...
        @property
        def problem(self) -> Text: ...
        def __init__(self, *, notation: str, problem: Text) -> None: ...
    @final
    class DateBeforeSignature(Reason):
        """The date lies before the signature."""
        __match_args__ = ("date", "signed")
        @property
        def date(self) -> NaiveDate: ...
        @property
        def signed(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate, signed: NaiveDate) -> None: ...
    @final
    class DateInFuture(Reason):
        """The date lies in the future."""
        __match_args__ = ("date",)
        @property
        def date(self) -> NaiveDate: ...
        def __init__(self, *, date: NaiveDate) -> None: ...
    @final
    class LateReasonMissing(Reason):
        """It is numbered later than it had to be, and nobody says why."""
        __match_args__ = ("last",)
        @property
        def last(self) -> NaiveDate: ...
        def __init__(self, *, last: NaiveDate) -> None: ...
    @final
    class ObligationsOpen(Reason):
        """Obligations are open."""
        __match_args__ = ("count", "open")
        @property
        def count(self) -> int: ...
        @property
        def open(self) -> List[ObligationId]: ...
        def __init__(self, *, count: int, open: List[ObligationId]) -> None: ...
    @final
    class MeetingsOpen(Reason):
        """Meetings are neither announced nor cancelled."""
        __match_args__ = ("open",)
        @property
        def open(self) -> List[MeetingIndex]: ...
        def __init__(self, *, open: List[MeetingIndex]) -> None: ...
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
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class ObligationExists(Reason):
        """There is such an obligation already."""
        __match_args__ = ("key",)
        @property
        def key(self) -> Key: ...
        def __init__(self, *, key: Key) -> None: ...
    @final
    class AssignmentTwice(Reason):
        """There is such an assignment already, or one act adds to it twice."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> AssignmentId: ...
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
        def by(self) -> DirectiveId: ...
        @property
        def document(self) -> str: ...
        @property
        def date(self) -> NaiveDate: ...
        def __init__(self, *, by: DirectiveId, document: str, date: NaiveDate) -> None: ...
    @final
    class AnotherInstrument(Reason):
        """The document cited is not the one under which the new directive was issued."""
        __match_args__ = ("cited", "issued", "date")
        @property
        def cited(self) -> str: ...
        @property
        def issued(self) -> str: ...
        @property
        def date(self) -> NaiveDate: ...
        def __init__(self, *, cited: str, issued: str, date: NaiveDate) -> None: ...
    @final
    class MeetingNotPrepared(Reason):
        """What the meeting prepares is not settled."""
        __match_args__ = ("meeting", "count")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def count(self) -> int: ...
        def __init__(self, *, meeting: MeetingIndex, count: int) -> None: ...
    @final
    class OutsideWindow(Reason):
        """The day lies outside the window."""
        __match_args__ = ("day", "window")
        @property
        def day(self) -> NaiveDate: ...
        @property
        def window(self) -> Window: ...
        def __init__(self, *, day: NaiveDate, window: Window) -> None: ...
    @final
    class WindowReversed(Reason):
        """The window ends before it begins."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window: ...
        def __init__(self, *, window: Window) -> None: ...
    @final
    class DayOff(Reason):
        """The day is a day off, and the chair has not decided to sit on it."""
        __match_args__ = ("day",)
        @property
        def day(self) -> NaiveDate: ...
        def __init__(self, *, day: NaiveDate) -> None: ...
    @final
    class SlotInPast(Reason):
        """The slot lies in the past."""
        __match_args__ = ("start",)
        @property
        def start(self) -> Instant: ...
        def __init__(self, *, start: Instant) -> None: ...
    @final
    class NotYetBegun(Reason):
        """The sitting has not begun."""
        __match_args__ = ("start",)
        @property
        def start(self) -> Instant: ...
        def __init__(self, *, start: Instant) -> None: ...
    @final
    class QuorumMissing(Reason):
        """The quorum is missing, and no note of the chair is recorded."""
        __match_args__ = ("present", "needed")
        @property
        def present(self) -> int: ...
        @property
        def needed(self) -> int: ...
        def __init__(self, *, present: int, needed: int) -> None: ...
    @final
    class AttendanceMissing(Reason):
        """Nothing is recorded of how an invited unit was represented."""
        __match_args__ = ("units",)
        @property
        def units(self) -> List[UnitId]: ...
        def __init__(self, *, units: List[UnitId]) -> None: ...
    @final
    class Adjourned(Reason):
        """The chair adjourned: a further sitting is to be held first."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex: ...
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class RuleObjects(Reason):
        """A rule of the province objects."""
        __match_args__ = ("rule", "version", "reason", "cure")
        @property
        def rule(self) -> str: ...
        @property
        def version(self) -> str: ...
        @property
        def reason(self) -> Text: ...
        @property
        def cure(self) -> Text: ...
        def __init__(self, *, rule: str, version: str, reason: Text, cure: Text) -> None: ...

AnyReason: TypeAlias = Union[Reason.WrongState, Reason.UnknownObligation, Reason.UnknownMeeting, Reason.UnknownUnit, Reason.UnknownAssignment, Reason.UnknownField, Reason.WrongObligationState, Reason.WrongMeetingState, Reason.NotAConsolidation, Reason.IsAConsolidation, Reason.WrongCompletion, Reason.WrongUnit, Reason.WrongCapacity, Reason.NotInCapacity, Reason.PowerNotDelegated, Reason.OutOfPortfolio, Reason.OwnWork, Reason.FallbackVets, Reason.SignatoryWithoutAuthority, Reason.AskerMayNotDecide, Reason.NotTheChair, Reason.NotTheSigner, Reason.TextMissing, Reason.NothingNamed, Reason.NamedTwice, Reason.StaleRevision, Reason.CriterionNotMet, Reason.VerdictMissing, Reason.UnknownCriterion, Reason.VerdictContradicts, Reason.NoFinding, Reason.EffectiveAfterRecorded, Reason.EffectiveBeforeIssue, Reason.DeadlineNotPassed, Reason.NoDeadline, Reason.DeadlineAlreadyFixed, Reason.NotLater, Reason.DependentNotMoved, Reason.RequestAlreadyOpen, Reason.NoOpenRequest, Reason.TooManyExtensions, Reason.VettingBegun, Reason.VettingNotBegun, Reason.RecallNotRequested, Reason.RecallAlreadyRequested, Reason.InputLocked, Reason.NobodyVets, Reason.VettingStillInTime, Reason.NothingChanges, Reason.NotAnOrder, Reason.IsAnOrder, Reason.DisputeOpen, Reason.NoDispute, Reason.NotDelivered, Reason.AlreadyAcknowledged, Reason.InputsOpen, Reason.InputsChanged, Reason.NotDrafted, Reason.NotYetConsolidated, Reason.NoCollector, Reason.AlreadyForwarded, Reason.MandateInvalid, Reason.ConflictNotRuled, Reason.UnknownFinding, Reason.NumberTaken, Reason.NotationInvalid, Reason.DateBeforeSignature, Reason.DateInFuture, Reason.LateReasonMissing, Reason.ObligationsOpen, Reason.MeetingsOpen, Reason.MeetingOrdered, Reason.NoConclusion, Reason.CarriedNotOpen, Reason.ObligationExists, Reason.AssignmentTwice, Reason.ReplacesItself, Reason.SuccessorNotIssued, Reason.NotItsSuccessor, Reason.AnotherInstrument, Reason.MeetingNotPrepared, Reason.OutsideWindow, Reason.WindowReversed, Reason.DayOff, Reason.SlotInPast, Reason.NotYetBegun, Reason.QuorumMissing, Reason.AttendanceMissing, Reason.Adjourned, Reason.RuleObjects]

@final
class RefusalReason(Value):
    """One reason of a refusal, as it is told to people."""
    __match_args__ = ("code", "facts", "sentence", "cure", "clause")
    @property
    def code(self) -> str: ...
    @property
    def facts(self) -> AnyReason: ...
    @property
    def sentence(self) -> Text: ...
    @property
    def cure(self) -> Text: ...
    @property
    def clause(self) -> Text: ...
    def __init__(self, *, code: str, facts: Reason, sentence: Text, cure: Text, clause: Text) -> None: ...

@final
class InputError(Value):
    """One thing that is wrong in what was given."""
    __match_args__ = ("file", "line", "column", "field", "found", "expected", "what", "remedy", "told")
    @property
    def file(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def field(self) -> str: ...
    @property
    def found(self) -> str: ...
    @property
    def expected(self) -> Text: ...
    @property
    def what(self) -> Text: ...
    @property
    def remedy(self) -> Optional[Text]: ...
    @property
    def told(self) -> Text: ...
    def __init__(self, *, file: str, line: int, column: int, field: str, found: str, expected: Text, what: Text, remedy: Optional[Text], told: Text) -> None: ...

CommandId: TypeAlias = str

class CongvanError(Error):
    """What went wrong."""
    class Refused(CongvanError):
        """The lifecycle refuses it, with every reason: the person corrects the request. Nothing has changed."""
        __match_args__ = ("reasons",)
        reasons: List[RefusalReason]
        def __init__(self, reasons: List[RefusalReason]) -> None: ...
    class Input(CongvanError):
        """What was given is wrong: a file, or an argument."""
        __match_args__ = ("errors",)
        errors: List[InputError]
        def __init__(self, errors: List[InputError]) -> None: ...
    class NotFound(CongvanError):
        """There is no such thing in the register."""
        __match_args__ = ("what",)
        what: Text
        def __init__(self, what: Text) -> None: ...
    class Conflict(CongvanError):
        """The directive has moved on since the decision was made: load it again and decide again."""
        __match_args__ = ("directive", "expected", "found")
        directive: DirectiveId
        expected: int
        found: int
        def __init__(self, directive: DirectiveId, expected: int, found: int) -> None: ...
    class OutOfTurn(CongvanError):
        """The row is not the next one of the directive: give the rows in their order. The directive is as it was."""
        __match_args__ = ("directive", "expected", "found")
        directive: DirectiveId
        expected: int
        found: int
        def __init__(self, directive: DirectiveId, expected: int, found: int) -> None: ...
    class CommandReused(CongvanError):
        """The command's name was used before for another command: send it under a new name."""
        __match_args__ = ("directive", "command_id")
        directive: DirectiveId
        command_id: CommandId
        def __init__(self, directive: DirectiveId, command_id: CommandId) -> None: ...
    class NotCommitted(CongvanError):
        """Nothing was committed, and nothing will be: mend the reason and send the command again."""
        __match_args__ = ("reason",)
        reason: str
        def __init__(self, reason: str) -> None: ...
    class UnknownOutcome(CongvanError):
        """Whether it was committed is not known: open the journal again and send the command again under the same name."""
        __match_args__ = ("reason",)
        reason: str
        def __init__(self, reason: str) -> None: ...
    class Unavailable(CongvanError):
        """The store cannot be reached, read or written."""
        __match_args__ = ("reason",)
        reason: str
        def __init__(self, reason: str) -> None: ...
    class Corrupt(CongvanError):
        """What is stored is not what was written: an operator looks."""
        __match_args__ = ("reason",)
        reason: Text
        def __init__(self, reason: Text) -> None: ...
    class Newer(CongvanError):
        """A later version of the library wrote it, and this one cannot judge it: use the later version."""
        __match_args__ = ("code",)
        code: str
        def __init__(self, code: str) -> None: ...
    class Closed(CongvanError):
        """The object was shut down before the call."""
        __match_args__ = ()
        def __init__(self) -> None: ...
    class Callback(CongvanError):
        """An object that the caller implements raised something else than an error of this family."""
        __match_args__ = ("reason",)
        reason: str
        def __init__(self, reason: str) -> None: ...

@final
class Holding(Value):
    """That a person holds an office on some days."""
    __match_args__ = ("office", "person", "from_", "until", "acting")
    @property
    def office(self) -> OfficeId: ...
    @property
    def person(self) -> PersonId: ...
    @property
    def from_(self) -> NaiveDate: ...
    @property
    def until(self) -> Optional[NaiveDate]: ...
    @property
    def acting(self) -> bool: ...
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
    def person(self) -> PersonId: ...
    @property
    def from_office(self) -> OfficeId: ...
    @property
    def kind(self) -> DelegationKind: ...
    @property
    def powers(self) -> List[Power]: ...
    @property
    def from_(self) -> NaiveDate: ...
    @property
    def instrument(self) -> str: ...
    @property
    def fields(self) -> List[FieldId]: ...
    @property
    def deputies(self) -> List[OfficeId]: ...
    @property
    def until(self) -> Optional[NaiveDate]: ...
    def __init__(self, *, person: PersonId, from_office: OfficeId, kind: DelegationKind, powers: List[Power], from_: NaiveDate, instrument: str, fields: List[FieldId]=..., deputies: List[OfficeId]=..., until: Optional[NaiveDate]=...) -> None: ...

@final
class Posted(Value):
    """What an authority provider knows of a person or an office on a day."""
    __match_args__ = ("holdings", "delegations")
    @property
    def holdings(self) -> List[Holding]: ...
    @property
    def delegations(self) -> List[Delegation]: ...
    def __init__(self, *, holdings: List[Holding]=..., delegations: List[Delegation]=...) -> None: ...

class AuthorityProvider:
    """Who holds which office on a day, as the host's own directory of persons knows it.

    Units and offices stay the directory's; what is answered here stands in place of its holdings and delegations. Within
    one command each question is asked once. Whoever cannot answer raises: the command is then not executed, and the call
    ends with what was raised.
    """
    def of_person(self, person: PersonId, on: NaiveDate) -> Posted:
        """What the person holds and was delegated on the day."""
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
    def from_file(cls, path: str) -> Self:
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
    def from_file(cls, path: str) -> Self:
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
        """The working day so many working days after a day, before it where the number is negative."""
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
    def code(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def place(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def units(self) -> List[UnitId]: ...
    @property
    def assignments(self) -> List[AssignmentId]: ...
    @property
    def days(self) -> List[NaiveDate]: ...
    @property
    def working_days(self) -> Optional[int]: ...
    @property
    def sentence(self) -> Text: ...
    @property
    def cure(self) -> Text: ...
    @property
    def told(self) -> Text: ...
    def __init__(self, *, code: str, severity: Severity, place: str, line: int, column: int, units: List[UnitId], assignments: List[AssignmentId], days: List[NaiveDate], working_days: Optional[int], sentence: Text, cure: Text, told: Text) -> None: ...

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
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Provenance(Question):
        """What a consolidation was made from: the accepted revisions, and who is waived or absent and why."""
        __match_args__ = ("consolidation",)
        @property
        def consolidation(self) -> ObligationId: ...
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
    def finding(self) -> str: ...
    @property
    def place(self) -> Optional[str]: ...
    @property
    def reason(self) -> str: ...
    @property
    def by(self) -> PersonId: ...
    @property
    def on(self) -> NaiveDate: ...
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
    def date(self) -> NaiveDate: ...
    @property
    def notation(self) -> str: ...
    @property
    def number(self) -> int: ...
    def __init__(self, *, date: NaiveDate, notation: str, number: int) -> None: ...

@final
class Entry(Value):
    """One obligation as frozen at issue, or added by amendment. Its position in the log is its [`crate::ObligationId`]."""
    __match_args__ = ("due", "joint", "key", "vetter", "vetting_due")
    @property
    def due(self) -> Optional[Instant]: ...
    @property
    def joint(self) -> List[UnitId]: ...
    @property
    def key(self) -> Key: ...
    @property
    def vetter(self) -> Optional[UnitId]: ...
    @property
    def vetting_due(self) -> Optional[Instant]: ...
    def __init__(self, *, due: Optional[Instant]=..., joint: List[UnitId]=..., key: Key, vetter: Optional[UnitId]=..., vetting_due: Optional[Instant]=...) -> None: ...

@final
class Instrument(Value):
    """The document that an act of the issuing side rests on: number, notation, date and signer, as printed."""
    __match_args__ = ("date", "notation", "number", "signer")
    @property
    def date(self) -> NaiveDate: ...
    @property
    def notation(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def signer(self) -> str: ...
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
        def holiday(self) -> Holiday: ...
        def __init__(self, *, holiday: Holiday) -> None: ...
    @final
    class Compensation(DayReason):
        """Off because a public holiday fell on a weekly day off (Labour Code art. 111.3)."""
        __match_args__ = ("of",)
        @property
        def of(self) -> NaiveDate: ...
        def __init__(self, *, of: NaiveDate) -> None: ...
    @final
    class SwappedOff(DayReason):
        """Off in exchange for a make-up day."""
        __match_args__ = ("makeup",)
        @property
        def makeup(self) -> NaiveDate: ...
        def __init__(self, *, makeup: NaiveDate) -> None: ...
    @final
    class MakeUp(DayReason):
        """A day of the weekend worked in exchange for another."""
        __match_args__ = ("off",)
        @property
        def off(self) -> NaiveDate: ...
        def __init__(self, *, off: NaiveDate) -> None: ...
    @final
    class Local(DayReason):
        """As the province or the office decided."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
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
    def date(self) -> NaiveDate: ...
    @property
    def provisional(self) -> bool: ...
    @property
    def source(self) -> Optional[str]: ...
    @property
    def why(self) -> AnyDayReason: ...
    @property
    def working(self) -> bool: ...
    def __init__(self, *, date: NaiveDate, provisional: bool=False, source: Optional[str]=..., why: DayReason, working: bool) -> None: ...

class Step(Variants):
    """One thing that happened on the way to a due instant."""
    @final
    class Chosen(Step):
        """A rule per performer chose this performer's rule, or the one for everybody else."""
        __match_args__ = ("otherwise", "performer")
        @property
        def otherwise(self) -> bool: ...
        @property
        def performer(self) -> str: ...
        def __init__(self, *, otherwise: bool, performer: str) -> None: ...
    @final
    class Follows(Step):
        """The due instant of another assignment was taken."""
        __match_args__ = ("assignment", "last")
        @property
        def assignment(self) -> str: ...
        @property
        def last(self) -> Instant: ...
        def __init__(self, *, assignment: str, last: Instant) -> None: ...
    @final
    class Skipped(Step):
        """A day off was not counted."""
        __match_args__ = ("day",)
        @property
        def day(self) -> Day: ...
        def __init__(self, *, day: Day) -> None: ...
    @final
    class OnDayOff(Step):
        """The deadline fell on a day off."""
        __match_args__ = ("answer", "day")
        @property
        def answer(self) -> DayOff: ...
        @property
        def day(self) -> Day: ...
        def __init__(self, *, answer: DayOff, day: Day) -> None: ...
    @final
    class Passed(Step):
        """A day off was passed over while the deadline was moved to a working day."""
        __match_args__ = ("day",)
        @property
        def day(self) -> Day: ...
        def __init__(self, *, day: Day) -> None: ...

AnyStep: TypeAlias = Union[Step.Chosen, Step.Follows, Step.Skipped, Step.OnDayOff, Step.Passed]

@final
class Derivation(Value):
    """How a due instant was computed."""
    __match_args__ = ("calendar", "end", "last", "provisional", "rule", "start", "steps")
    @property
    def calendar(self) -> str: ...
    @property
    def end(self) -> NaiveDate: ...
    @property
    def last(self) -> Instant: ...
    @property
    def provisional(self) -> bool: ...
    @property
    def rule(self) -> AnyDeadlineRule: ...
    @property
    def start(self) -> Optional[NaiveDate]: ...
    @property
    def steps(self) -> List[AnyStep]: ...
    def __init__(self, *, calendar: str, end: NaiveDate, last: Instant, provisional: bool=False, rule: DeadlineRule, start: Optional[NaiveDate]=..., steps: List[Step]=...) -> None: ...

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
    def date(self) -> NaiveDate: ...
    @property
    def what(self) -> str: ...
    def __init__(self, *, date: NaiveDate, what: str) -> None: ...

@final
class Novelty(Value):
    """The claim that a breakthrough is new."""
    __match_args__ = ("justification",)
    @property
    def justification(self) -> str: ...
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
    def baseline(self) -> Quantity: ...
    @property
    def direction(self) -> Direction: ...
    @property
    def metric(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def value(self) -> Quantity: ...
    def __init__(self, *, baseline: Quantity, direction: Direction, metric: str, unit: str, value: Quantity) -> None: ...

@final
class Breakthrough(Value):
    """A breakthrough (khâu đột phá) that a unit registers."""
    __match_args__ = ("conformity", "field", "milestones", "novelty", "products", "solutions", "targets", "title")
    @property
    def conformity(self) -> Optional[str]: ...
    @property
    def field(self) -> FieldId: ...
    @property
    def milestones(self) -> List[BreakthroughMilestone]: ...
    @property
    def novelty(self) -> Optional[Novelty]: ...
    @property
    def products(self) -> List[str]: ...
    @property
    def solutions(self) -> List[str]: ...
    @property
    def targets(self) -> List[BreakthroughTarget]: ...
    @property
    def title(self) -> str: ...
    def __init__(self, *, conformity: Optional[str]=..., field: FieldId, milestones: List[BreakthroughMilestone]=..., novelty: Optional[Novelty]=..., products: List[str]=..., solutions: List[str]=..., targets: List[BreakthroughTarget]=..., title: str) -> None: ...

NamedTexts: TypeAlias = Dict[str, str]

@final
class RankCommitment(Value):
    """The rank in an index that a unit commits to."""
    __match_args__ = ("index", "rank", "year")
    @property
    def index(self) -> str: ...
    @property
    def rank(self) -> int: ...
    @property
    def year(self) -> int: ...
    def __init__(self, *, index: str, rank: int, year: int) -> None: ...

@final
class Fields(Value):
    """The structured fields of a submission."""
    __match_args__ = ("breakthroughs", "other", "rank")
    @property
    def breakthroughs(self) -> List[Breakthrough]: ...
    @property
    def other(self) -> NamedTexts: ...
    @property
    def rank(self) -> Optional[RankCommitment]: ...
    def __init__(self, *, breakthroughs: List[Breakthrough]=..., other: NamedTexts, rank: Optional[RankCommitment]=...) -> None: ...

@final
class Receipt(Value):
    """How a receiving clerk came by a submission."""
    __match_args__ = ("channel", "evidence")
    @property
    def channel(self) -> str: ...
    @property
    def evidence(self) -> str: ...
    def __init__(self, *, channel: str, evidence: str) -> None: ...

@final
class Submission(Value):
    """One revision as submitted: what the log keeps of it."""
    __match_args__ = ("completed", "drafted_by", "failed", "fields", "hash", "joint", "location", "media_type", "obligation", "receipt", "revision", "signed_as", "signed_by", "submitted_at")
    @property
    def completed(self) -> Completed: ...
    @property
    def drafted_by(self) -> Drafters: ...
    @property
    def failed(self) -> List[CriterionId]: ...
    @property
    def fields(self) -> Fields: ...
    @property
    def hash(self) -> ContentHash: ...
    @property
    def joint(self) -> List[ObligationId]: ...
    @property
    def location(self) -> Optional[str]: ...
    @property
    def media_type(self) -> str: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def receipt(self) -> Optional[Receipt]: ...
    @property
    def revision(self) -> int: ...
    @property
    def signed_as(self) -> Capacity: ...
    @property
    def signed_by(self) -> PersonId: ...
    @property
    def submitted_at(self) -> Instant: ...
    def __init__(self, *, completed: Completed, drafted_by: Drafters, failed: List[CriterionId]=..., fields: Fields, hash: ContentHash, joint: List[ObligationId]=..., location: Optional[str]=..., media_type: str, obligation: ObligationId, receipt: Optional[Receipt]=..., revision: int, signed_as: Capacity, signed_by: PersonId, submitted_at: Instant) -> None: ...

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
    def criterion(self) -> CriterionId: ...
    @property
    def met(self) -> bool: ...
    @property
    def reason(self) -> str: ...
    def __init__(self, *, criterion: CriterionId, met: bool, reason: str) -> None: ...

class Fate(Variants):
    """What became of one expected input."""
    @final
    class Accepted(Fate):
        """Accepted: with the number and the hash of the accepted revision, where it has one."""
        __match_args__ = ("hash", "revision")
        @property
        def hash(self) -> Optional[ContentHash]: ...
        @property
        def revision(self) -> int: ...
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
    def fate(self) -> AnyFate: ...
    @property
    def obligation(self) -> ObligationId: ...
    def __init__(self, *, fate: Fate, obligation: ObligationId) -> None: ...

Inputs: TypeAlias = List[Input]

@final
class Slot(Value):
    """When and where a meeting sits."""
    __match_args__ = ("minutes", "room", "start")
    @property
    def minutes(self) -> int: ...
    @property
    def room(self) -> Optional[str]: ...
    @property
    def start(self) -> Instant: ...
    def __init__(self, *, minutes: int, room: Optional[str]=..., start: Instant) -> None: ...

@final
class ChairOverride(Value):
    """The chair's recorded decision to sit on a day off."""
    __match_args__ = ("by", "reason")
    @property
    def by(self) -> PersonId: ...
    @property
    def reason(self) -> str: ...
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
    def person(self) -> Optional[PersonId]: ...
    @property
    def presence(self) -> Presence: ...
    @property
    def unit(self) -> UnitId: ...
    def __init__(self, *, person: Optional[PersonId]=..., presence: Presence, unit: UnitId) -> None: ...

@final
class FollowUp(Value):
    """A follow-up assignment that a conclusion orders."""
    __match_args__ = ("assignment", "decision")
    @property
    def assignment(self) -> Assignment: ...
    @property
    def decision(self) -> Optional[int]: ...
    def __init__(self, *, assignment: Assignment, decision: Optional[int]=...) -> None: ...

@final
class Carried(Value):
    """An open obligation that goes on under a follow-up directive."""
    __match_args__ = ("into", "obligation")
    @property
    def into(self) -> str: ...
    @property
    def obligation(self) -> ObligationId: ...
    def __init__(self, *, into: str, obligation: ObligationId) -> None: ...

class Event(Variants):
    """Something that happened to a directive."""
    @final
    class Drafted(Event):
        """A mandate was drafted, or a draft was replaced."""
        __match_args__ = ("mandate",)
        @property
        def mandate(self) -> Mandate: ...
        def __init__(self, *, mandate: Mandate) -> None: ...
    @final
    class RulingRecorded(Event):
        """A ruling on a finding was recorded."""
        __match_args__ = ("ruling",)
        @property
        def ruling(self) -> Ruling: ...
        def __init__(self, *, ruling: Ruling) -> None: ...
    @final
    class Signed(Event):
        """The signer's act froze the content."""
        __match_args__ = ("authority", "hash")
        @property
        def authority(self) -> List[SigningAuthority]: ...
        @property
        def hash(self) -> ContentHash: ...
        def __init__(self, *, authority: List[SigningAuthority], hash: ContentHash) -> None: ...
    @final
    class ReturnedToDraft(Event):
        """The clerk refused the number: the text goes back to its drafter."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Discarded(Event):
        """The draft was given up."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Issued(Event):
        """The directive was numbered, dated and dispatched; its roster is frozen."""
        __match_args__ = ("issue", "late_reason", "roster")
        @property
        def issue(self) -> Issue: ...
        @property
        def late_reason(self) -> Optional[str]: ...
        @property
        def roster(self) -> List[Entry]: ...
        def __init__(self, *, issue: Issue, late_reason: Optional[str], roster: List[Entry]) -> None: ...
    @final
    class Acknowledged(Event):
        """A receiver registered the directive, or delivery to it was recorded (Decree 30/2020/ND-CP, article 22.1)."""
        __match_args__ = ("arrival_number", "evidence", "registered_at", "unit")
        @property
        def arrival_number(self) -> Optional[str]: ...
        @property
        def evidence(self) -> Optional[str]: ...
        @property
        def registered_at(self) -> Instant: ...
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, arrival_number: Optional[str], evidence: Optional[str], registered_at: Instant, unit: UnitId) -> None: ...
    @final
    class Declined(Event):
        """A receiver declined it as misaddressed."""
        __match_args__ = ("reason", "unit")
        @property
        def reason(self) -> str: ...
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, reason: str, unit: UnitId) -> None: ...
    @final
    class DeclineSettled(Event):
        """The authority settled a decline."""
        __match_args__ = ("instrument", "outcome", "reason", "unit")
        @property
        def instrument(self) -> Optional[Instrument]: ...
        @property
        def outcome(self) -> AnySettlement: ...
        @property
        def reason(self) -> str: ...
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, instrument: Optional[Instrument], outcome: Settlement, reason: str, unit: UnitId) -> None: ...
    @final
    class Revoked(Event):
        """The directive was revoked; open obligations lapsed (Decree 30/2020/ND-CP, article 18.4)."""
        __match_args__ = ("instrument", "reason")
        @property
        def instrument(self) -> Instrument: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, instrument: Instrument, reason: str) -> None: ...
    @final
    class Replaced(Event):
        """The directive was replaced by another, in equivalent form (Decree 30/2020/ND-CP, article 18.3)."""
        __match_args__ = ("by", "carried", "instrument")
        @property
        def by(self) -> DirectiveId: ...
        @property
        def carried(self) -> List[ObligationId]: ...
        @property
        def instrument(self) -> Instrument: ...
        def __init__(self, *, by: DirectiveId, carried: List[ObligationId], instrument: Instrument) -> None: ...
    @final
    class WindowMoved(Event):
        """A meeting's window was moved by instrument."""
        __match_args__ = ("instrument", "meeting", "reason", "window")
        @property
        def instrument(self) -> Instrument: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        @property
        def window(self) -> Window: ...
        def __init__(self, *, instrument: Instrument, meeting: MeetingIndex, reason: str, window: Window) -> None: ...
    @final
    class Added(Event):
        """Obligations were added by instrument."""
        __match_args__ = ("assignment", "instrument", "reason", "roster")
        @property
        def assignment(self) -> Optional[Assignment]: ...
        @property
        def instrument(self) -> Instrument: ...
        @property
        def reason(self) -> str: ...
        @property
        def roster(self) -> List[Entry]: ...
        def __init__(self, *, assignment: Optional[Assignment], instrument: Instrument, reason: str, roster: List[Entry]) -> None: ...
    @final
    class DeadlineFixed(Event):
        """A deadline was fixed from a cited source, once."""
        __match_args__ = ("derivation", "due", "obligations", "source")
        @property
        def derivation(self) -> Optional[Derivation]: ...
        @property
        def due(self) -> Instant: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def source(self) -> str: ...
        def __init__(self, *, derivation: Optional[Derivation], due: Instant, obligations: List[ObligationId], source: str) -> None: ...
    @final
    class Extended(Event):
        """Deadlines were extended."""
        __match_args__ = ("due", "instrument", "obligations", "reason", "unmoved")
        @property
        def due(self) -> Instant: ...
        @property
        def instrument(self) -> Optional[Instrument]: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def reason(self) -> str: ...
        @property
        def unmoved(self) -> Optional[str]: ...
        def __init__(self, *, due: Instant, instrument: Optional[Instrument], obligations: List[ObligationId], reason: str, unmoved: Optional[str]) -> None: ...
    @final
    class ExtensionAsked(Event):
        """A lead asked for an extension."""
        __match_args__ = ("due", "obligation", "reason")
        @property
        def due(self) -> Instant: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, due: Instant, obligation: ObligationId, reason: str) -> None: ...
    @final
    class ExtensionRefused(Event):
        """An extension was refused, perhaps with a counter-proposal."""
        __match_args__ = ("counter", "obligation", "reason")
        @property
        def counter(self) -> Optional[Instant]: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, counter: Optional[Instant], obligation: ObligationId, reason: str) -> None: ...
    @final
    class Reminded(Event):
        """Units were reminded (đôn đốc)."""
        __match_args__ = ("obligations", "text")
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def text(self) -> str: ...
        def __init__(self, *, obligations: List[ObligationId], text: str) -> None: ...
    @final
    class VettingReassigned(Event):
        """The vetting of obligations was given to another unit."""
        __match_args__ = ("instrument", "obligations", "reason", "to")
        @property
        def instrument(self) -> Optional[Instrument]: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def reason(self) -> str: ...
        @property
        def to(self) -> UnitId: ...
        def __init__(self, *, instrument: Optional[Instrument], obligations: List[ObligationId], reason: str, to: UnitId) -> None: ...
    @final
    class DraftStarted(Event):
        """A draft was begun."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class DraftSaved(Event):
        """A draft was saved."""
        __match_args__ = ("hash", "obligation")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, hash: ContentHash, obligation: ObligationId) -> None: ...
    @final
    class Submitted(Event):
        """A revision was submitted."""
        __match_args__ = ("submission",)
        @property
        def submission(self) -> Submission: ...
        def __init__(self, *, submission: Submission) -> None: ...
    @final
    class Recalled(Event):
        """The sender took a submission back before vetting."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecallRequested(Event):
        """The sender asked for a submission after vetting had begun (status code 13)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecallRefused(Event):
        """The vetter refused to give it back (status code 16)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class VettingStarted(Event):
        """Vetting began."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Accepted(Event):
        """A revision was accepted."""
        __match_args__ = ("ground", "hash", "obligation", "verdicts")
        @property
        def ground(self) -> Acceptance: ...
        @property
        def hash(self) -> Optional[ContentHash]: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def verdicts(self) -> List[Verdict]: ...
        def __init__(self, *, ground: Acceptance, hash: Optional[ContentHash], obligation: ObligationId, verdicts: List[Verdict]) -> None: ...
    @final
    class Returned(Event):
        """A revision was returned with findings."""
        __match_args__ = ("findings", "hash", "obligation", "reason")
        @property
        def findings(self) -> List[Verdict]: ...
        @property
        def hash(self) -> ContentHash: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, findings: List[Verdict], hash: ContentHash, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Reopened(Event):
        """An acceptance was reopened: an error was found after it."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Waived(Event):
        """Obligations were waived."""
        __match_args__ = ("instrument", "obligations", "reason")
        @property
        def instrument(self) -> Optional[Instrument]: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, instrument: Optional[Instrument], obligations: List[ObligationId], reason: str) -> None: ...
    @final
    class AbsenceRecorded(Event):
        """Absence was recorded after the deadline."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class NoResponseRecorded(Event):
        """No response was recorded for what was not an order."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class ConsentDeemed(Event):
        """Silence after the deadline counted as consent (Decree 191/2026/ND-CP)."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class AddendumAdded(Event):
        """A document came after the consolidation was signed: the state stays as it is."""
        __match_args__ = ("at", "hash", "location", "media_type", "obligation")
        @property
        def at(self) -> Instant: ...
        @property
        def hash(self) -> ContentHash: ...
        @property
        def location(self) -> Optional[str]: ...
        @property
        def media_type(self) -> str: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, at: Instant, hash: ContentHash, location: Optional[str], media_type: str, obligation: ObligationId) -> None: ...
    @final
    class StandingEnded(Event):
        """A standing duty was ended."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Forwarded(Event):
        """The collector forwarded a submission."""
        __match_args__ = ("obligation", "to")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def to(self) -> UnitId: ...
        def __init__(self, *, obligation: ObligationId, to: UnitId) -> None: ...
    @final
    class ConsolidationDrafted(Event):
        """A consolidation was drafted from its settled inputs."""
        __match_args__ = ("inputs", "obligation")
        @property
        def inputs(self) -> Inputs: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, inputs: Inputs, obligation: ObligationId) -> None: ...
    @final
    class ConsolidationSigned(Event):
        """A consolidation was signed: its inputs are locked until it is accepted or returned."""
        __match_args__ = ("inputs", "submission")
        @property
        def inputs(self) -> Inputs: ...
        @property
        def submission(self) -> Submission: ...
        def __init__(self, *, inputs: Inputs, submission: Submission) -> None: ...
    @final
    class MeetingProposed(Event):
        """A tentative date was proposed."""
        __match_args__ = ("meeting", "slot")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def slot(self) -> Slot: ...
        def __init__(self, *, meeting: MeetingIndex, slot: Slot) -> None: ...
    @final
    class MeetingScheduled(Event):
        """A meeting was scheduled and invitations went out."""
        __match_args__ = ("agenda", "invited", "meeting", "overriding", "slot")
        @property
        def agenda(self) -> List[AgendaItem]: ...
        @property
        def invited(self) -> List[UnitId]: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def overriding(self) -> Optional[ChairOverride]: ...
        @property
        def slot(self) -> Slot: ...
        def __init__(self, *, agenda: List[AgendaItem], invited: List[UnitId], meeting: MeetingIndex, overriding: Optional[ChairOverride], slot: Slot) -> None: ...
    @final
    class MeetingRescheduled(Event):
        """A meeting was moved to another slot."""
        __match_args__ = ("meeting", "overriding", "reason", "slot")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def overriding(self) -> Optional[ChairOverride]: ...
        @property
        def reason(self) -> str: ...
        @property
        def slot(self) -> Slot: ...
        def __init__(self, *, meeting: MeetingIndex, overriding: Optional[ChairOverride], reason: str, slot: Slot) -> None: ...
    @final
    class MeetingPostponed(Event):
        """A meeting was postponed without a date."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class MeetingCancelled(Event):
        """A meeting was cancelled."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class MeetingHeld(Event):
        """A meeting was held."""
        __match_args__ = ("adjourned", "attendance", "ended_at", "meeting", "note")
        @property
        def adjourned(self) -> bool: ...
        @property
        def attendance(self) -> List[Attendance]: ...
        @property
        def ended_at(self) -> Instant: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def note(self) -> Optional[str]: ...
        def __init__(self, *, adjourned: bool, attendance: List[Attendance], ended_at: Instant, meeting: MeetingIndex, note: Optional[str]) -> None: ...
    @final
    class ConclusionAnnounced(Event):
        """A meeting's conclusion was announced (thông báo kết luận), with its own number."""
        __match_args__ = ("decisions", "follow_ups", "meeting", "notice")
        @property
        def decisions(self) -> List[str]: ...
        @property
        def follow_ups(self) -> List[FollowUp]: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def notice(self) -> Instrument: ...
        def __init__(self, *, decisions: List[str], follow_ups: List[FollowUp], meeting: MeetingIndex, notice: Instrument) -> None: ...
    @final
    class Closed(Event):
        """A directive without a meeting was closed."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Concluded(Event):
        """The directive was concluded after its meetings."""
        __match_args__ = ("carried",)
        @property
        def carried(self) -> List[Carried]: ...
        def __init__(self, *, carried: List[Carried]) -> None: ...
    @final
    class Annotated(Event):
        """An annotation was added, which changes no state."""
        __match_args__ = ("about", "corrects", "text", "told_by")
        @property
        def about(self) -> Optional[ObligationId]: ...
        @property
        def corrects(self) -> Optional[int]: ...
        @property
        def text(self) -> str: ...
        @property
        def told_by(self) -> Optional[PersonId]: ...
        def __init__(self, *, about: Optional[ObligationId], corrects: Optional[int], text: str, told_by: Optional[PersonId]) -> None: ...
    @final
    class Unknown(Event):
        """Something that a later version of the library wrote and this one does not know."""
        __match_args__ = ("code", "raw")
        @property
        def code(self) -> str: ...
        @property
        def raw(self) -> str: ...
        def __init__(self, *, code: str, raw: str) -> None: ...

AnyEvent: TypeAlias = Union[Event.Drafted, Event.RulingRecorded, Event.Signed, Event.ReturnedToDraft, Event.Discarded, Event.Issued, Event.Acknowledged, Event.Declined, Event.DeclineSettled, Event.Revoked, Event.Replaced, Event.WindowMoved, Event.Added, Event.DeadlineFixed, Event.Extended, Event.ExtensionAsked, Event.ExtensionRefused, Event.Reminded, Event.VettingReassigned, Event.DraftStarted, Event.DraftSaved, Event.Submitted, Event.Recalled, Event.RecallRequested, Event.RecallRefused, Event.VettingStarted, Event.Accepted, Event.Returned, Event.Reopened, Event.Waived, Event.AbsenceRecorded, Event.NoResponseRecorded, Event.ConsentDeemed, Event.AddendumAdded, Event.StandingEnded, Event.Forwarded, Event.ConsolidationDrafted, Event.ConsolidationSigned, Event.MeetingProposed, Event.MeetingScheduled, Event.MeetingRescheduled, Event.MeetingPostponed, Event.MeetingCancelled, Event.MeetingHeld, Event.ConclusionAnnounced, Event.Closed, Event.Concluded, Event.Annotated, Event.Unknown]

@final
class SealedRow(Value):
    """One sealed row as it is stored: the line, and what it is looked up by."""
    __match_args__ = ("sequence", "position", "hash", "line")
    @property
    def sequence(self) -> int: ...
    @property
    def position(self) -> int: ...
    @property
    def hash(self) -> ContentHash: ...
    @property
    def line(self) -> str: ...
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
        def key(self) -> Key: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, key: Key, obligation: ObligationId) -> None: ...
    @final
    class Meeting(Awaited):
        """A meeting whose conclusion is not announced."""
        __match_args__ = ("id", "meeting", "state")
        @property
        def id(self) -> MeetingId: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def state(self) -> MeetingStateName: ...
        def __init__(self, *, id: MeetingId, meeting: MeetingIndex, state: MeetingStateName) -> None: ...
    @final
    class Conclusion(Awaited):
        """The end of the directive."""
        __match_args__ = ("meetings",)
        @property
        def meetings(self) -> List[MeetingId]: ...
        def __init__(self, *, meetings: List[MeetingId]) -> None: ...

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
        def unit(self) -> UnitId: ...
        @property
        def capacities(self) -> List[Capacity]: ...
        def __init__(self, *, unit: UnitId, capacities: List[Capacity]) -> None: ...
    @final
    class Office(Who):
        """Whoever holds an office."""
        __match_args__ = ("office",)
        @property
        def office(self) -> OfficeId: ...
        def __init__(self, *, office: OfficeId) -> None: ...

AnyWho: TypeAlias = Union[Who.Unit, Who.Office]

@final
class Unblock(Value):
    """One command that would help, and who may give it."""
    __match_args__ = ("kind", "target", "who")
    @property
    def kind(self) -> Kind: ...
    @property
    def target(self) -> AnyTarget: ...
    @property
    def who(self) -> List[AnyWho]: ...
    def __init__(self, *, kind: Kind, target: Target, who: List[Who]) -> None: ...

@final
class Blocker(Value):
    """An open obligation that something waits for."""
    __match_args__ = ("key", "obligation", "state", "standing", "holder", "open_inputs", "moves")
    @property
    def key(self) -> Key: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def state(self) -> ObligationStateName: ...
    @property
    def standing(self) -> AnyStanding: ...
    @property
    def holder(self) -> AnyPerformer: ...
    @property
    def open_inputs(self) -> int: ...
    @property
    def moves(self) -> List[Unblock]: ...
    def __init__(self, *, key: Key, obligation: ObligationId, state: ObligationStateName, standing: Standing, holder: Performer, open_inputs: int, moves: List[Unblock]) -> None: ...

@final
class Blockage(Value):
    """Something that waits: a consolidation, a meeting or the end of the directive."""
    __match_args__ = ("stage", "awaited", "due", "blockers", "moves")
    @property
    def stage(self) -> int: ...
    @property
    def awaited(self) -> AnyAwaited: ...
    @property
    def due(self) -> Optional[Instant]: ...
    @property
    def blockers(self) -> List[Blocker]: ...
    @property
    def moves(self) -> List[Unblock]: ...
    def __init__(self, *, stage: int, awaited: Awaited, due: Optional[Instant], blockers: List[Blocker], moves: List[Unblock]) -> None: ...

@final
class BoardColumn(Value):
    """A column: an assignment, in a field where it is owed once per field."""
    __match_args__ = ("assignment", "field", "title")
    @property
    def assignment(self) -> AssignmentId: ...
    @property
    def field(self) -> Optional[FieldId]: ...
    @property
    def title(self) -> str: ...
    def __init__(self, *, assignment: AssignmentId, field: Optional[FieldId], title: str) -> None: ...

ListIndex: TypeAlias = int

@final
class Marks(Value):
    """What a person should notice about an obligation beside its state."""
    __match_args__ = ("returned", "extended", "recalled", "addendum", "was_absent", "late_against_printed")
    @property
    def returned(self) -> int: ...
    @property
    def extended(self) -> int: ...
    @property
    def recalled(self) -> int: ...
    @property
    def addendum(self) -> bool: ...
    @property
    def was_absent(self) -> bool: ...
    @property
    def late_against_printed(self) -> bool: ...
    def __init__(self, *, returned: int, extended: int, recalled: int, addendum: bool, was_absent: bool, late_against_printed: bool) -> None: ...

@final
class BoardCell(Value):
    """A cell: one obligation at the instant of the board."""
    __match_args__ = ("column", "obligation", "key", "state", "standing", "due", "revision", "holder", "marks")
    @property
    def column(self) -> ListIndex: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def key(self) -> Key: ...
    @property
    def state(self) -> ObligationStateName: ...
    @property
    def standing(self) -> AnyStanding: ...
    @property
    def due(self) -> Optional[Instant]: ...
    @property
    def revision(self) -> int: ...
    @property
    def holder(self) -> Optional[AnyPerformer]: ...
    @property
    def marks(self) -> Marks: ...
    def __init__(self, *, column: ListIndex, obligation: ObligationId, key: Key, state: ObligationStateName, standing: Standing, due: Optional[Instant], revision: int, holder: Optional[Performer], marks: Marks) -> None: ...

@final
class BoardRow(Value):
    """A row: what one performer owes."""
    __match_args__ = ("performer", "cells")
    @property
    def performer(self) -> AnyPerformer: ...
    @property
    def cells(self) -> List[BoardCell]: ...
    def __init__(self, *, performer: Performer, cells: List[BoardCell]) -> None: ...

@final
class Board(Value):
    """Units by assignments and fields."""
    __match_args__ = ("columns", "rows")
    @property
    def columns(self) -> List[BoardColumn]: ...
    @property
    def rows(self) -> List[BoardRow]: ...
    def __init__(self, *, columns: List[BoardColumn], rows: List[BoardRow]) -> None: ...

@final
class EmulationRow(Value):
    """What one unit did with the orders it holds.

    Every order stands in exactly one of the columns from `on_time` to `no_deadline`; `returned` counts beside them.
    """
    __match_args__ = ("holder", "total", "on_time", "late", "late_on_arrival", "absent", "waived", "fell_away", "open", "no_deadline", "returned")
    @property
    def holder(self) -> AnyPerformer: ...
    @property
    def total(self) -> int: ...
    @property
    def on_time(self) -> int: ...
    @property
    def late(self) -> int: ...
    @property
    def late_on_arrival(self) -> int: ...
    @property
    def absent(self) -> int: ...
    @property
    def waived(self) -> int: ...
    @property
    def fell_away(self) -> int: ...
    @property
    def open(self) -> int: ...
    @property
    def no_deadline(self) -> int: ...
    @property
    def returned(self) -> int: ...
    def __init__(self, *, holder: Performer, total: int, on_time: int, late: int, late_on_arrival: int, absent: int, waived: int, fell_away: int, open: int, no_deadline: int, returned: int) -> None: ...

@final
class Emulation(Value):
    """What each unit did with the orders it holds; one line per unit, in order."""
    __match_args__ = ("rows",)
    @property
    def rows(self) -> List[EmulationRow]: ...
    def __init__(self, *, rows: List[EmulationRow]) -> None: ...

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
    def authority(self) -> List[SigningAuthority]: ...
    @property
    def office(self) -> OfficeId: ...
    @property
    def name(self) -> Optional[str]: ...
    def __init__(self, *, authority: List[SigningAuthority]=..., office: OfficeId, name: Optional[str]=...) -> None: ...

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
    def kind(self) -> LinkKind: ...
    @property
    def document(self) -> str: ...
    @property
    def date(self) -> Optional[NaiveDate]: ...
    @property
    def issuer(self) -> Optional[str]: ...
    @property
    def note(self) -> Optional[str]: ...
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
    def document_type(self) -> DocumentType: ...
    @property
    def number(self) -> Optional[int]: ...
    @property
    def notation(self) -> Optional[str]: ...
    @property
    def series(self) -> Optional[str]: ...
    @property
    def date(self) -> Optional[NaiveDate]: ...
    @property
    def place(self) -> Optional[str]: ...
    @property
    def issuing_body(self) -> UnitId: ...
    @property
    def authority(self) -> IssuingAuthority: ...
    @property
    def instructing_leader(self) -> Optional[OfficeId]: ...
    @property
    def signer(self) -> SignerLine: ...
    @property
    def drafting_unit(self) -> Optional[UnitId]: ...
    @property
    def office(self) -> Optional[UnitId]: ...
    @property
    def subject(self) -> str: ...
    @property
    def urgency(self) -> Optional[Urgency]: ...
    @property
    def links(self) -> List[Link]: ...
    @property
    def addressees(self) -> List[AnyAddressee]: ...
    @property
    def recipients(self) -> List[str]: ...
    def __init__(self, *, document_type: DocumentType, number: Optional[int]=..., notation: Optional[str]=..., series: Optional[str]=..., date: Optional[NaiveDate]=..., place: Optional[str]=..., issuing_body: UnitId, authority: IssuingAuthority, instructing_leader: Optional[OfficeId]=..., signer: SignerLine, drafting_unit: Optional[UnitId]=..., office: Optional[UnitId]=..., subject: str, urgency: Optional[Urgency]=..., links: List[Link]=..., addressees: List[Addressee]=..., recipients: List[str]=...) -> None: ...

class MeetingState(Variants):
    """The states of a meeting."""
    @final
    class Planned(MeetingState):
        """Ordered, without a date; perhaps with a tentative one."""
        __match_args__ = ("tentative",)
        @property
        def tentative(self) -> Optional[Slot]: ...
        def __init__(self, *, tentative: Optional[Slot]) -> None: ...
    @final
    class Scheduled(MeetingState):
        """Scheduled, with invitations out."""
        __match_args__ = ("slot", "sitting")
        @property
        def slot(self) -> Slot: ...
        @property
        def sitting(self) -> int: ...
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
        def slot(self) -> Slot: ...
        @property
        def sittings(self) -> int: ...
        @property
        def adjourned(self) -> bool: ...
        def __init__(self, *, slot: Slot, sittings: int, adjourned: bool) -> None: ...
    @final
    class Announced(MeetingState):
        """Its conclusion is announced."""
        __match_args__ = ("slot", "sittings")
        @property
        def slot(self) -> Slot: ...
        @property
        def sittings(self) -> int: ...
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
    def number(self) -> int: ...
    @property
    def hash(self) -> ContentHash: ...
    @property
    def drafted_by(self) -> Drafters: ...
    @property
    def signed_by(self) -> PersonId: ...
    @property
    def at(self) -> Instant: ...
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
        def drafted_by(self) -> Drafters: ...
        @property
        def saved(self) -> Optional[ContentHash]: ...
        @property
        def inputs(self) -> Optional[Inputs]: ...
        def __init__(self, *, drafted_by: Drafters, saved: Optional[ContentHash], inputs: Optional[Inputs]) -> None: ...
    @final
    class Submitted(ObligationState):
        """Submitted, and to be vetted."""
        __match_args__ = ("revision", "recall", "failed")
        @property
        def revision(self) -> Revision: ...
        @property
        def recall(self) -> Recalling: ...
        @property
        def failed(self) -> List[CriterionId]: ...
        def __init__(self, *, revision: Revision, recall: Recalling, failed: List[CriterionId]) -> None: ...
    @final
    class Returned(ObligationState):
        """Returned with findings, to be drafted again."""
        __match_args__ = ("revision",)
        @property
        def revision(self) -> Revision: ...
        def __init__(self, *, revision: Revision) -> None: ...
    @final
    class Accepted(ObligationState):
        """Accepted."""
        __match_args__ = ("revision", "ground")
        @property
        def revision(self) -> Optional[Revision]: ...
        @property
        def ground(self) -> Acceptance: ...
        def __init__(self, *, revision: Optional[Revision], ground: Acceptance) -> None: ...
    @final
    class Incorporated(ObligationState):
        """Accepted, and part of an accepted consolidation."""
        __match_args__ = ("revision", "consolidation")
        @property
        def revision(self) -> Optional[Revision]: ...
        @property
        def consolidation(self) -> ObligationId: ...
        def __init__(self, *, revision: Optional[Revision], consolidation: ObligationId) -> None: ...
    @final
    class Waived(ObligationState):
        """Waived by the authority."""
        __match_args__ = ("revision",)
        @property
        def revision(self) -> Optional[Revision]: ...
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
        def lapse(self) -> Lapse: ...
        @property
        def revision(self) -> Optional[Revision]: ...
        def __init__(self, *, lapse: Lapse, revision: Optional[Revision]) -> None: ...

AnyObligationState: TypeAlias = Union[ObligationState.Owed, ObligationState.Drafting, ObligationState.Submitted, ObligationState.Returned, ObligationState.Accepted, ObligationState.Incorporated, ObligationState.Waived, ObligationState.Absent, ObligationState.NoResponse, ObligationState.Consented, ObligationState.Continuing, ObligationState.Ended, ObligationState.Lapsed]

@final
class Offer(Value):
    """A kind of command with its target, without a payload: permitted exactly when some payload of it is accepted."""
    __match_args__ = ("kind", "target")
    @property
    def kind(self) -> Kind: ...
    @property
    def target(self) -> AnyTarget: ...
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
    def who(self) -> AnyEngaged: ...
    @property
    def start(self) -> Instant: ...
    @property
    def until(self) -> Instant: ...
    def __init__(self, *, who: Engaged, start: Instant, until: Instant) -> None: ...

@final
class Demand(Value):
    """What the planner is asked."""
    __match_args__ = ("now", "busy", "rooms", "step_minutes", "limit")
    @property
    def now(self) -> Instant: ...
    @property
    def busy(self) -> List[Busy]: ...
    @property
    def rooms(self) -> List[str]: ...
    @property
    def step_minutes(self) -> int: ...
    @property
    def limit(self) -> int: ...
    def __init__(self, *, now: Instant, busy: List[Busy]=..., rooms: List[str]=..., step_minutes: int=30, limit: int=10) -> None: ...

CommitteeId: TypeAlias = str

@final
class RankedSlot(Value):
    """A free slot with its place among the others, and why."""
    __match_args__ = ("rank", "slot", "time_to_prepare", "morning", "deputies", "reasons")
    @property
    def rank(self) -> int: ...
    @property
    def slot(self) -> Slot: ...
    @property
    def time_to_prepare(self) -> bool: ...
    @property
    def morning(self) -> bool: ...
    @property
    def deputies(self) -> List[UnitId]: ...
    @property
    def reasons(self) -> List[Text]: ...
    def __init__(self, *, rank: int, slot: Slot, time_to_prepare: bool, morning: bool, deputies: List[UnitId], reasons: List[Text]) -> None: ...

@final
class Clash(Value):
    """With what slots clash."""
    __match_args__ = ("slots", "engaged", "vacant")
    @property
    def slots(self) -> int: ...
    @property
    def engaged(self) -> Optional[AnyEngaged]: ...
    @property
    def vacant(self) -> Optional[OfficeId]: ...
    def __init__(self, *, slots: int, engaged: Optional[Engaged], vacant: Optional[OfficeId]) -> None: ...

class PlanningCause(Variants):
    """Why there is no free slot."""
    @final
    class UnknownMeeting(PlanningCause):
        """There is no such meeting."""
        __match_args__ = ("meeting",)
        @property
        def meeting(self) -> MeetingIndex: ...
        def __init__(self, *, meeting: MeetingIndex) -> None: ...
    @final
    class NotToBeScheduled(PlanningCause):
        """The meeting was held, announced or cancelled."""
        __match_args__ = ("state",)
        @property
        def state(self) -> MeetingStateName: ...
        def __init__(self, *, state: MeetingStateName) -> None: ...
    @final
    class WindowPassed(PlanningCause):
        """The window has passed, or too little of its last day is left."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window: ...
        def __init__(self, *, window: Window) -> None: ...
    @final
    class NoWorkingDay(PlanningCause):
        """No day of the window that is left is a working day."""
        __match_args__ = ("window",)
        @property
        def window(self) -> Window: ...
        def __init__(self, *, window: Window) -> None: ...
    @final
    class TooLong(PlanningCause):
        """The meeting is longer than every stretch of working hours in the window."""
        __match_args__ = ("minutes", "longest")
        @property
        def minutes(self) -> int: ...
        @property
        def longest(self) -> int: ...
        def __init__(self, *, minutes: int, longest: int) -> None: ...
    @final
    class AllClash(PlanningCause):
        """Every slot clashes with something."""
        __match_args__ = ("candidates", "clashes")
        @property
        def candidates(self) -> int: ...
        @property
        def clashes(self) -> List[Clash]: ...
        def __init__(self, *, candidates: int, clashes: List[Clash]) -> None: ...

AnyPlanningCause: TypeAlias = Union[PlanningCause.UnknownMeeting, PlanningCause.NotToBeScheduled, PlanningCause.WindowPassed, PlanningCause.NoWorkingDay, PlanningCause.TooLong, PlanningCause.AllClash]

@final
class Planning(Value):
    """What the planner found."""
    __match_args__ = ("committees", "agenda", "tentative", "slots", "none_because", "none_told")
    @property
    def committees(self) -> List[CommitteeId]: ...
    @property
    def agenda(self) -> List[AgendaItem]: ...
    @property
    def tentative(self) -> bool: ...
    @property
    def slots(self) -> List[RankedSlot]: ...
    @property
    def none_because(self) -> Optional[AnyPlanningCause]: ...
    @property
    def none_told(self) -> Optional[Text]: ...
    def __init__(self, *, committees: List[CommitteeId], agenda: List[AgendaItem], tentative: bool, slots: List[RankedSlot], none_because: Optional[PlanningCause], none_told: Optional[Text]) -> None: ...

@final
class Counts(Value):
    """How far a set of obligations has come."""
    __match_args__ = ("total", "settled", "open", "lapsed", "on_time", "late", "resubmitted", "returned", "absent", "waived")
    @property
    def total(self) -> int: ...
    @property
    def settled(self) -> int: ...
    @property
    def open(self) -> int: ...
    @property
    def lapsed(self) -> int: ...
    @property
    def on_time(self) -> int: ...
    @property
    def late(self) -> int: ...
    @property
    def resubmitted(self) -> int: ...
    @property
    def returned(self) -> int: ...
    @property
    def absent(self) -> int: ...
    @property
    def waived(self) -> int: ...
    def __init__(self, *, total: int, settled: int, open: int, lapsed: int, on_time: int, late: int, resubmitted: int, returned: int, absent: int, waived: int) -> None: ...

@final
class UnitProgress(Value):
    """How far a unit or an outside party has come with what it holds."""
    __match_args__ = ("holder", "counts")
    @property
    def holder(self) -> AnyPerformer: ...
    @property
    def counts(self) -> Counts: ...
    def __init__(self, *, holder: Performer, counts: Counts) -> None: ...

@final
class WorkProgress(Value):
    """How far an assignment has come."""
    __match_args__ = ("assignment", "counts")
    @property
    def assignment(self) -> AssignmentId: ...
    @property
    def counts(self) -> Counts: ...
    def __init__(self, *, assignment: AssignmentId, counts: Counts) -> None: ...

@final
class FieldProgress(Value):
    """How far a field has come."""
    __match_args__ = ("field", "counts")
    @property
    def field(self) -> Optional[FieldId]: ...
    @property
    def counts(self) -> Counts: ...
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
    def stage(self) -> int: ...
    @property
    def kind(self) -> StageKind: ...
    @property
    def assignments(self) -> List[AssignmentId]: ...
    @property
    def counts(self) -> Counts: ...
    def __init__(self, *, stage: int, kind: StageKind, assignments: List[AssignmentId], counts: Counts) -> None: ...

@final
class Progress(Value):
    """How far a directive has come."""
    __match_args__ = ("total", "units", "assignments", "fields", "stages")
    @property
    def total(self) -> Counts: ...
    @property
    def units(self) -> List[UnitProgress]: ...
    @property
    def assignments(self) -> List[WorkProgress]: ...
    @property
    def fields(self) -> List[FieldProgress]: ...
    @property
    def stages(self) -> List[StageProgress]: ...
    def __init__(self, *, total: Counts, units: List[UnitProgress], assignments: List[WorkProgress], fields: List[FieldProgress], stages: List[StageProgress]) -> None: ...

@final
class Vetted(Value):
    """How a revision was accepted."""
    __match_args__ = ("by", "unit", "at", "ground")
    @property
    def by(self) -> PersonId: ...
    @property
    def unit(self) -> UnitId: ...
    @property
    def at(self) -> Instant: ...
    @property
    def ground(self) -> Acceptance: ...
    def __init__(self, *, by: PersonId, unit: UnitId, at: Instant, ground: Acceptance) -> None: ...

@final
class Contained(Value):
    """One input of a consolidation."""
    __match_args__ = ("key", "obligation", "fate", "submitted_at", "signed_by", "vetted", "reason", "contains")
    @property
    def key(self) -> Key: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def fate(self) -> AnyFate: ...
    @property
    def submitted_at(self) -> Optional[Instant]: ...
    @property
    def signed_by(self) -> Optional[PersonId]: ...
    @property
    def vetted(self) -> Optional[Vetted]: ...
    @property
    def reason(self) -> Optional[str]: ...
    @property
    def contains(self) -> Optional[Provenance]: ...
    def __init__(self, *, key: Key, obligation: ObligationId, fate: Fate, submitted_at: Optional[Instant], signed_by: Optional[PersonId], vetted: Optional[Vetted], reason: Optional[str], contains: Optional[Provenance]) -> None: ...

@final
class Provenance(Value):
    """What a signed consolidation contains."""
    __match_args__ = ("key", "obligation", "revision", "hash", "signed_by", "signed_at", "vetted", "inputs")
    @property
    def key(self) -> Key: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def revision(self) -> int: ...
    @property
    def hash(self) -> ContentHash: ...
    @property
    def signed_by(self) -> PersonId: ...
    @property
    def signed_at(self) -> Instant: ...
    @property
    def vetted(self) -> Optional[Vetted]: ...
    @property
    def inputs(self) -> List[Contained]: ...
    def __init__(self, *, key: Key, obligation: ObligationId, revision: int, hash: ContentHash, signed_by: PersonId, signed_at: Instant, vetted: Optional[Vetted], inputs: List[Contained]) -> None: ...

@final
class StandingFacts(Value):
    """What a standing rests on."""
    __match_args__ = ("standing", "due", "printed_due", "late", "late_against_printed", "first_submitted", "submitted", "registered", "overdue_on_arrival", "was_absent", "addendum")
    @property
    def standing(self) -> AnyStanding: ...
    @property
    def due(self) -> Optional[Instant]: ...
    @property
    def printed_due(self) -> Optional[Instant]: ...
    @property
    def late(self) -> bool: ...
    @property
    def late_against_printed(self) -> bool: ...
    @property
    def first_submitted(self) -> Optional[Instant]: ...
    @property
    def submitted(self) -> Optional[Instant]: ...
    @property
    def registered(self) -> Optional[Instant]: ...
    @property
    def overdue_on_arrival(self) -> bool: ...
    @property
    def was_absent(self) -> bool: ...
    @property
    def addendum(self) -> Optional[Instant]: ...
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
        def mandate(self) -> Mandate: ...
        @property
        def rulings(self) -> List[Ruling]: ...
        def __init__(self, *, mandate: Mandate, rulings: List[Ruling]) -> None: ...
    @final
    class Signed(DirectiveState):
        """Signed: the content is frozen, number and date are missing."""
        __match_args__ = ("mandate", "rulings", "hash", "at")
        @property
        def mandate(self) -> Mandate: ...
        @property
        def rulings(self) -> List[Ruling]: ...
        @property
        def hash(self) -> ContentHash: ...
        @property
        def at(self) -> Instant: ...
        def __init__(self, *, mandate: Mandate, rulings: List[Ruling], hash: ContentHash, at: Instant) -> None: ...
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
        def carried(self) -> int: ...
        @property
        def with_meeting(self) -> bool: ...
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
        def by(self) -> DirectiveId: ...
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
    def done_on_time(self) -> int: ...
    @property
    def done_late(self) -> int: ...
    @property
    def open_on_time(self) -> int: ...
    @property
    def open_late(self) -> int: ...
    @property
    def no_deadline_done(self) -> int: ...
    @property
    def no_deadline_open(self) -> int: ...
    @property
    def not_counted(self) -> int: ...
    def __init__(self, *, done_on_time: int, done_late: int, open_on_time: int, open_late: int, no_deadline_done: int, no_deadline_open: int, not_counted: int) -> None: ...

@final
class InstantSpan(Value):
    """From the earliest instant to the latest, both included."""
    __match_args__ = ("earliest", "latest")
    @property
    def earliest(self) -> Instant: ...
    @property
    def latest(self) -> Instant: ...
    def __init__(self, *, earliest: Instant, latest: Instant) -> None: ...

Span: TypeAlias = InstantSpan

@final
class Tracked(Value):
    """What became of one obligation, and when."""
    __match_args__ = ("key", "obligation", "facts", "submitted", "returned", "resubmitted", "recalled", "extended", "absent", "accepted")
    @property
    def key(self) -> Key: ...
    @property
    def obligation(self) -> ObligationId: ...
    @property
    def facts(self) -> StandingFacts: ...
    @property
    def submitted(self) -> List[Instant]: ...
    @property
    def returned(self) -> List[Instant]: ...
    @property
    def resubmitted(self) -> int: ...
    @property
    def recalled(self) -> List[Instant]: ...
    @property
    def extended(self) -> List[Instant]: ...
    @property
    def absent(self) -> List[Instant]: ...
    @property
    def accepted(self) -> Optional[Instant]: ...
    def __init__(self, *, key: Key, obligation: ObligationId, facts: StandingFacts, submitted: List[Instant], returned: List[Instant], resubmitted: int, recalled: List[Instant], extended: List[Instant], absent: List[Instant], accepted: Optional[Instant]) -> None: ...

@final
class StageLine(Value):
    """One stage: what was owed in it, and when it came."""
    __match_args__ = ("stage", "assignments", "due", "tracked")
    @property
    def stage(self) -> int: ...
    @property
    def assignments(self) -> List[AssignmentId]: ...
    @property
    def due(self) -> Optional[Span]: ...
    @property
    def tracked(self) -> List[Tracked]: ...
    def __init__(self, *, stage: int, assignments: List[AssignmentId], due: Optional[Span], tracked: List[Tracked]) -> None: ...

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
    def at(self) -> Instant: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def kind(self) -> MilestoneKind: ...
    @property
    def keys(self) -> List[Key]: ...
    @property
    def meeting(self) -> Optional[MeetingId]: ...
    @property
    def reason(self) -> Optional[str]: ...
    def __init__(self, *, at: Instant, actor: Actor, kind: MilestoneKind, keys: List[Key], meeting: Optional[MeetingId], reason: Optional[str]) -> None: ...

@final
class Timeline(Value):
    """Stages against their deadlines, and the milestones."""
    __match_args__ = ("stages", "milestones")
    @property
    def stages(self) -> List[StageLine]: ...
    @property
    def milestones(self) -> List[Milestone]: ...
    def __init__(self, *, stages: List[StageLine], milestones: List[Milestone]) -> None: ...

class Directive(DirectiveMore):
    """A directive (văn bản chỉ đạo) folded from its rows; it has no clock and stores nothing.

    Threads may share it: questions are answered side by side, and moving it on waits until they are.
    """
    def __init__(self, id: DirectiveId) -> None:
        """A directive before its first event."""
    @classmethod
    def replay(cls, id: DirectiveId, lines: List[str]) -> Self:
        """A directive folded from its rows, oldest first, as `seal` wrote their lines; hashes are `verify`'s matter."""
    def __del__(self) -> None: ...
    def answer_json(self, question: Question, at: Instant, lines: List[str]=...) -> str:
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
    def follow_up(self, header: Header, lines: List[str], meeting: Optional[MeetingIndex]=...) -> Mandate:
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
    def meetings_ical(self, lines: List[str], context: Context) -> str:
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
    def provenance(self, obligation: ObligationId, lines: List[str]) -> Provenance:
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
    def timeline(self, at: Instant, lines: List[str]) -> Timeline:
        """The stages against their deadlines, and the milestones that a reader of the history should see, from the lines of
        the rows.
        """
    def version(self) -> int:
        """How many events it was folded from."""

class Context(Held):
    """What the pure core judges with, beside who asks and when: directory, calendar, the province's rules, the numbers taken."""
    def __init__(self, directory: Directory, calendar: Optional[Calendar]=..., rules: List[CustomRule]=...) -> None:
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
    def name(self) -> str: ...
    @property
    def text(self) -> str: ...
    def __init__(self, *, name: str, text: str) -> None: ...

@final
class Exploration(Value):
    """What an exploration found."""
    __match_args__ = ("proved", "complete", "states", "transitions", "told", "counterexample")
    @property
    def proved(self) -> bool: ...
    @property
    def complete(self) -> bool: ...
    @property
    def states(self) -> int: ...
    @property
    def transitions(self) -> int: ...
    @property
    def told(self) -> Text: ...
    @property
    def counterexample(self) -> List[NamedText]: ...
    def __init__(self, *, proved: bool, complete: bool, states: int, transitions: int, told: Text, counterexample: List[NamedText]) -> None: ...

@final
class Field(Value):
    """A field of work (lĩnh vực) with the committee that leads it and the agency that stands for the committee."""
    __match_args__ = ("id", "name", "committee", "standing_agency", "source")
    @property
    def id(self) -> FieldId: ...
    @property
    def name(self) -> str: ...
    @property
    def committee(self) -> Optional[CommitteeId]: ...
    @property
    def standing_agency(self) -> Optional[UnitId]: ...
    @property
    def source(self) -> Optional[str]: ...
    def __init__(self, *, id: FieldId, name: str, committee: Optional[CommitteeId]=..., standing_agency: Optional[UnitId]=..., source: Optional[str]=...) -> None: ...

@final
class Quorum(Value):
    """How many of the required heads (or their deputies) make a quorum."""
    __match_args__ = ("present",)
    @property
    def present(self) -> int: ...
    def __init__(self, *, present: int) -> None: ...

@final
class MeetingPlan(Value):
    """A meeting to be scheduled, held and concluded."""
    __match_args__ = ("id", "name", "lead", "cooperating", "chair", "committees", "window", "prepares", "reports", "minutes", "quorum")
    @property
    def id(self) -> MeetingId: ...
    @property
    def name(self) -> str: ...
    @property
    def lead(self) -> UnitId: ...
    @property
    def cooperating(self) -> List[UnitId]: ...
    @property
    def chair(self) -> OfficeId: ...
    @property
    def committees(self) -> List[CommitteeId]: ...
    @property
    def window(self) -> Optional[Window]: ...
    @property
    def prepares(self) -> List[AssignmentId]: ...
    @property
    def reports(self) -> List[AssignmentId]: ...
    @property
    def minutes(self) -> int: ...
    @property
    def quorum(self) -> Optional[Quorum]: ...
    def __init__(self, *, id: MeetingId, name: str, lead: UnitId, cooperating: List[UnitId]=..., chair: OfficeId, committees: List[CommitteeId]=..., window: Optional[Window]=..., prepares: List[AssignmentId]=..., reports: List[AssignmentId]=..., minutes: int, quorum: Optional[Quorum]=...) -> None: ...

class Mandate(MandateMore):
    """The mandate (nội dung giao): what a directive orders, as data read from TOML or JSON."""
    @classmethod
    def from_file(cls, path: str) -> Self:
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
    def explore(self, context: Context, issue_day: NaiveDate, units: int=1, max_states: int=100000) -> Exploration:
        """Looks at every state that a directive with this mandate can reach, with the directory, calendar and rules of a context
        and as if it were issued on a day: whether any report can be lost, any guard passed by, any directive stuck.

        `units` of each shape stand for all that owe the same; a search gives up after `max_states` and then says so.
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
        def due(self) -> Instant: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def unmoved(self) -> Optional[str]: ...
        def __init__(self, *, due: Instant, obligations: List[ObligationId], unmoved: Optional[str]=...) -> None: ...
    @final
    class AddPerformers(Change):
        """An assignment of the mandate is owed by others too."""
        __match_args__ = ("assignment", "performers")
        @property
        def assignment(self) -> AssignmentId: ...
        @property
        def performers(self) -> List[AnyPerformers]: ...
        def __init__(self, *, assignment: AssignmentId, performers: List[Performers]) -> None: ...
    @final
    class AddAssignment(Change):
        """A new assignment."""
        __match_args__ = ("assignment",)
        @property
        def assignment(self) -> Assignment: ...
        def __init__(self, *, assignment: Assignment) -> None: ...
    @final
    class Waive(Change):
        """Obligations are waived."""
        __match_args__ = ("obligations",)
        @property
        def obligations(self) -> List[ObligationId]: ...
        def __init__(self, *, obligations: List[ObligationId]) -> None: ...
    @final
    class MoveWindow(Change):
        """A meeting's window is moved."""
        __match_args__ = ("meeting", "window")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def window(self) -> Window: ...
        def __init__(self, *, meeting: MeetingIndex, window: Window) -> None: ...

AnyChange: TypeAlias = Union[Change.Extend, Change.AddPerformers, Change.AddAssignment, Change.Waive, Change.MoveWindow]

class Command(Variants):
    """What somebody wants done."""
    @final
    class Draft(Command):
        """Draft a mandate, or replace the draft."""
        __match_args__ = ("mandate",)
        @property
        def mandate(self) -> Mandate: ...
        def __init__(self, *, mandate: Mandate) -> None: ...
    @final
    class RecordRuling(Command):
        """Record a ruling on a finding, before issue."""
        __match_args__ = ("finding", "reason", "place")
        @property
        def finding(self) -> str: ...
        @property
        def reason(self) -> str: ...
        @property
        def place(self) -> Optional[str]: ...
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
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Discard(Command):
        """Give the draft up."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Issue(Command):
        """Number, date and dispatch the signed text: the roster is frozen."""
        __match_args__ = ("date", "notation", "number", "late_reason")
        @property
        def date(self) -> NaiveDate: ...
        @property
        def notation(self) -> str: ...
        @property
        def number(self) -> int: ...
        @property
        def late_reason(self) -> Optional[str]: ...
        def __init__(self, *, date: NaiveDate, notation: str, number: int, late_reason: Optional[str]=...) -> None: ...
    @final
    class Acknowledge(Command):
        """Register receipt, or record delivery from the issuer's side (Decree 30/2020/ND-CP, articles 21.2 and 22.1)."""
        __match_args__ = ("registered_at", "unit", "arrival_number", "evidence")
        @property
        def registered_at(self) -> Instant: ...
        @property
        def unit(self) -> UnitId: ...
        @property
        def arrival_number(self) -> Optional[str]: ...
        @property
        def evidence(self) -> Optional[str]: ...
        def __init__(self, *, registered_at: Instant, unit: UnitId, arrival_number: Optional[str]=..., evidence: Optional[str]=...) -> None: ...
    @final
    class Decline(Command):
        """Decline a misaddressed directive: it opens a dispute and settles nothing."""
        __match_args__ = ("reason", "unit")
        @property
        def reason(self) -> str: ...
        @property
        def unit(self) -> UnitId: ...
        def __init__(self, *, reason: str, unit: UnitId) -> None: ...
    @final
    class SettleDecline(Command):
        """Settle a decline: uphold the obligations, waive them, or give them to another unit."""
        __match_args__ = ("outcome", "reason", "unit", "instrument")
        @property
        def outcome(self) -> AnySettlement: ...
        @property
        def reason(self) -> str: ...
        @property
        def unit(self) -> UnitId: ...
        @property
        def instrument(self) -> Optional[Instrument]: ...
        def __init__(self, *, outcome: Settlement, reason: str, unit: UnitId, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class Revoke(Command):
        """Revoke the directive: open obligations lapse, content is kept (Decree 30/2020/ND-CP, article 18.4)."""
        __match_args__ = ("instrument", "reason")
        @property
        def instrument(self) -> Instrument: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, instrument: Instrument, reason: str) -> None: ...
    @final
    class Replace(Command):
        """Replace the directive by another one that was issued in equivalent form (Decree 30/2020/ND-CP, article 18.3)."""
        __match_args__ = ("by", "instrument", "carried")
        @property
        def by(self) -> DirectiveId: ...
        @property
        def instrument(self) -> Instrument: ...
        @property
        def carried(self) -> List[ObligationId]: ...
        def __init__(self, *, by: DirectiveId, instrument: Instrument, carried: List[ObligationId]=...) -> None: ...
    @final
    class Amend(Command):
        """Amend by instrument."""
        __match_args__ = ("changes", "instrument", "reason")
        @property
        def changes(self) -> List[AnyChange]: ...
        @property
        def instrument(self) -> Instrument: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, changes: List[Change], instrument: Instrument, reason: str) -> None: ...
    @final
    class FixDeadline(Command):
        """Fix a deadline that was left open, once, from a cited source."""
        __match_args__ = ("due", "obligations", "source")
        @property
        def due(self) -> Instant: ...
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def source(self) -> str: ...
        def __init__(self, *, due: Instant, obligations: List[ObligationId], source: str) -> None: ...
    @final
    class AskExtension(Command):
        """Ask for an extension: the lead may, one request at a time."""
        __match_args__ = ("due", "obligation", "reason")
        @property
        def due(self) -> Instant: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, due: Instant, obligation: ObligationId, reason: str) -> None: ...
    @final
    class DecideExtension(Command):
        """Decide on an extension that was asked for: grant it, or refuse it with a reason and perhaps a counter-proposal."""
        __match_args__ = ("grant", "obligation", "reason", "counter", "instrument", "unmoved")
        @property
        def grant(self) -> bool: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        @property
        def counter(self) -> Optional[Instant]: ...
        @property
        def instrument(self) -> Optional[Instrument]: ...
        @property
        def unmoved(self) -> Optional[str]: ...
        def __init__(self, *, grant: bool, obligation: ObligationId, reason: str, counter: Optional[Instant]=..., instrument: Optional[Instrument]=..., unmoved: Optional[str]=...) -> None: ...
    @final
    class Remind(Command):
        """Remind units of what they owe: the monitor, the office, a consolidator or the authority may."""
        __match_args__ = ("obligations", "text")
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def text(self) -> str: ...
        def __init__(self, *, obligations: List[ObligationId], text: str) -> None: ...
    @final
    class ReassignVetting(Command):
        """Give the vetting to another unit: after vetting is overdue, or at once where nobody may do it."""
        __match_args__ = ("obligations", "reason", "to", "instrument")
        @property
        def obligations(self) -> List[ObligationId]: ...
        @property
        def reason(self) -> str: ...
        @property
        def to(self) -> UnitId: ...
        @property
        def instrument(self) -> Optional[Instrument]: ...
        def __init__(self, *, obligations: List[ObligationId], reason: str, to: UnitId, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class StartDraft(Command):
        """Begin a draft."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class SaveDraft(Command):
        """Save a draft; its content stays with the host."""
        __match_args__ = ("hash", "obligation")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, hash: ContentHash, obligation: ObligationId) -> None: ...
    @final
    class Submit(Command):
        """Submit a revision, or the first one straight away; one document may discharge several obligations."""
        __match_args__ = ("fields", "hash", "media_type", "obligation", "signed_as", "signed_by", "joint", "location")
        @property
        def fields(self) -> Fields: ...
        @property
        def hash(self) -> ContentHash: ...
        @property
        def media_type(self) -> str: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def signed_as(self) -> Capacity: ...
        @property
        def signed_by(self) -> PersonId: ...
        @property
        def joint(self) -> List[ObligationId]: ...
        @property
        def location(self) -> Optional[str]: ...
        def __init__(self, *, fields: Fields, hash: ContentHash, media_type: str, obligation: ObligationId, signed_as: Capacity, signed_by: PersonId, joint: List[ObligationId]=..., location: Optional[str]=...) -> None: ...
    @final
    class RecordOnBehalf(Command):
        """Record a submission on paper, or of an outside party, on behalf of its performer."""
        __match_args__ = ("effective_at", "fields", "hash", "media_type", "obligation", "receipt", "signed_as", "signed_by", "joint", "location")
        @property
        def effective_at(self) -> Instant: ...
        @property
        def fields(self) -> Fields: ...
        @property
        def hash(self) -> ContentHash: ...
        @property
        def media_type(self) -> str: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def receipt(self) -> Receipt: ...
        @property
        def signed_as(self) -> Capacity: ...
        @property
        def signed_by(self) -> PersonId: ...
        @property
        def joint(self) -> List[ObligationId]: ...
        @property
        def location(self) -> Optional[str]: ...
        def __init__(self, *, effective_at: Instant, fields: Fields, hash: ContentHash, media_type: str, obligation: ObligationId, receipt: Receipt, signed_as: Capacity, signed_by: PersonId, joint: List[ObligationId]=..., location: Optional[str]=...) -> None: ...
    @final
    class DeclareDone(Command):
        """Declare done what needs no document; its statement is vetted like a submission."""
        __match_args__ = ("obligation", "statement")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def statement(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, statement: str) -> None: ...
    @final
    class RecordOwnAct(Command):
        """Record the unit's own act or document that completes the assignment."""
        __match_args__ = ("obligation", "statement")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def statement(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, statement: str) -> None: ...
    @final
    class Recall(Command):
        """Take a submission back before vetting has begun."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RequestRecall(Command):
        """Ask for a submission after vetting has begun (status code 13)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RefuseRecall(Command):
        """Refuse to give a submission back (status code 16)."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class StartVetting(Command):
        """Begin vetting: from now on the sender can only ask for the submission."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class Accept(Command):
        """Accept a revision; its content hash is cited, so that an older one is never approved by mistake."""
        __match_args__ = ("hash", "obligation", "verdicts")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def verdicts(self) -> List[Verdict]: ...
        def __init__(self, *, hash: ContentHash, obligation: ObligationId, verdicts: List[Verdict]=...) -> None: ...
    @final
    class Return(Command):
        """Return a revision with findings per criterion; granting a recall is a return too (status code 15)."""
        __match_args__ = ("hash", "obligation", "reason", "findings")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        @property
        def findings(self) -> List[Verdict]: ...
        def __init__(self, *, hash: ContentHash, obligation: ObligationId, reason: str, findings: List[Verdict]=...) -> None: ...
    @final
    class Reopen(Command):
        """Reopen an acceptance in which an error was found, until the consolidation is signed."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Waive(Command):
        """Waive an obligation: the authority alone may, and only before it is accepted."""
        __match_args__ = ("obligation", "reason", "instrument")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        @property
        def instrument(self) -> Optional[Instrument]: ...
        def __init__(self, *, obligation: ObligationId, reason: str, instrument: Optional[Instrument]=...) -> None: ...
    @final
    class RecordAbsence(Command):
        """Record that an order was not carried out by its deadline."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class RecordNoResponse(Command):
        """Record that nobody responded to what was not an order, or that silence counts as consent."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class AddAddendum(Command):
        """Add a document after the consolidation was signed: the state stays, the board says so."""
        __match_args__ = ("hash", "media_type", "obligation", "location")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def media_type(self) -> str: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def location(self) -> Optional[str]: ...
        def __init__(self, *, hash: ContentHash, media_type: str, obligation: ObligationId, location: Optional[str]=...) -> None: ...
    @final
    class EndStanding(Command):
        """End a standing duty: its monitor or the authority may."""
        __match_args__ = ("obligation", "reason")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, obligation: ObligationId, reason: str) -> None: ...
    @final
    class Forward(Command):
        """Forward what was collected to whom it is meant for: an event, not a condition of settlement."""
        __match_args__ = ("obligation", "to")
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def to(self) -> UnitId: ...
        def __init__(self, *, obligation: ObligationId, to: UnitId) -> None: ...
    @final
    class DraftConsolidation(Command):
        """Draft a consolidation from its settled inputs."""
        __match_args__ = ("obligation",)
        @property
        def obligation(self) -> ObligationId: ...
        def __init__(self, *, obligation: ObligationId) -> None: ...
    @final
    class SignConsolidation(Command):
        """Sign a consolidation: proofs and hashes are rechecked, and its inputs locked."""
        __match_args__ = ("hash", "media_type", "obligation", "location", "nil_reason")
        @property
        def hash(self) -> ContentHash: ...
        @property
        def media_type(self) -> str: ...
        @property
        def obligation(self) -> ObligationId: ...
        @property
        def location(self) -> Optional[str]: ...
        @property
        def nil_reason(self) -> Optional[str]: ...
        def __init__(self, *, hash: ContentHash, media_type: str, obligation: ObligationId, location: Optional[str]=..., nil_reason: Optional[str]=...) -> None: ...
    @final
    class Propose(Command):
        """Propose a tentative date; it may be done at any time and binds nobody."""
        __match_args__ = ("meeting", "slot")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def slot(self) -> Slot: ...
        def __init__(self, *, meeting: MeetingIndex, slot: Slot) -> None: ...
    @final
    class Schedule(Command):
        """Schedule a meeting: what it prepares is settled, the slot lies in the window and on a working day."""
        __match_args__ = ("meeting", "slot", "overriding")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def slot(self) -> Slot: ...
        @property
        def overriding(self) -> Optional[ChairOverride]: ...
        def __init__(self, *, meeting: MeetingIndex, slot: Slot, overriding: Optional[ChairOverride]=...) -> None: ...
    @final
    class Reschedule(Command):
        """Move a scheduled meeting to another slot."""
        __match_args__ = ("meeting", "reason", "slot", "overriding")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        @property
        def slot(self) -> Slot: ...
        @property
        def overriding(self) -> Optional[ChairOverride]: ...
        def __init__(self, *, meeting: MeetingIndex, reason: str, slot: Slot, overriding: Optional[ChairOverride]=...) -> None: ...
    @final
    class Postpone(Command):
        """Postpone a scheduled meeting: it is again without a date."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class Cancel(Command):
        """Cancel a meeting: the authority alone may."""
        __match_args__ = ("meeting", "reason")
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def reason(self) -> str: ...
        def __init__(self, *, meeting: MeetingIndex, reason: str) -> None: ...
    @final
    class Hold(Command):
        """Record that a meeting was held: how each reporting unit was represented, and whether it was adjourned."""
        __match_args__ = ("attendance", "ended_at", "meeting", "adjourned", "note")
        @property
        def attendance(self) -> List[Attendance]: ...
        @property
        def ended_at(self) -> Instant: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def adjourned(self) -> bool: ...
        @property
        def note(self) -> Optional[str]: ...
        def __init__(self, *, attendance: List[Attendance], ended_at: Instant, meeting: MeetingIndex, adjourned: bool=False, note: Optional[str]=...) -> None: ...
    @final
    class Announce(Command):
        """Announce a meeting's conclusion (thông báo kết luận) with its own number: the office issues it for the chair."""
        __match_args__ = ("decisions", "meeting", "notice", "follow_ups")
        @property
        def decisions(self) -> List[str]: ...
        @property
        def meeting(self) -> MeetingIndex: ...
        @property
        def notice(self) -> Instrument: ...
        @property
        def follow_ups(self) -> List[FollowUp]: ...
        def __init__(self, *, decisions: List[str], meeting: MeetingIndex, notice: Instrument, follow_ups: List[FollowUp]=...) -> None: ...
    @final
    class Close(Command):
        """Close a directive that orders no meeting, when every ending obligation is settled."""
        __match_args__ = ("reason",)
        @property
        def reason(self) -> str: ...
        def __init__(self, *, reason: str) -> None: ...
    @final
    class Conclude(Command):
        """Conclude the directive after its meetings: what is open is carried into a follow-up, or refused."""
        __match_args__ = ("carried",)
        @property
        def carried(self) -> List[Carried]: ...
        def __init__(self, *, carried: List[Carried]=...) -> None: ...
    @final
    class Annotate(Command):
        """Annotate or correct by a note that changes no state; allowed for ever after issue."""
        __match_args__ = ("text", "about", "corrects", "told_by")
        @property
        def text(self) -> str: ...
        @property
        def about(self) -> Optional[ObligationId]: ...
        @property
        def corrects(self) -> Optional[int]: ...
        @property
        def told_by(self) -> Optional[PersonId]: ...
        def __init__(self, *, text: str, about: Optional[ObligationId]=..., corrects: Optional[int]=..., told_by: Optional[PersonId]=...) -> None: ...

AnyCommand: TypeAlias = Union[Command.Draft, Command.RecordRuling, Command.Sign, Command.ReturnToDraft, Command.Discard, Command.Issue, Command.Acknowledge, Command.Decline, Command.SettleDecline, Command.Revoke, Command.Replace, Command.Amend, Command.FixDeadline, Command.AskExtension, Command.DecideExtension, Command.Remind, Command.ReassignVetting, Command.StartDraft, Command.SaveDraft, Command.Submit, Command.RecordOnBehalf, Command.DeclareDone, Command.RecordOwnAct, Command.Recall, Command.RequestRecall, Command.RefuseRecall, Command.StartVetting, Command.Accept, Command.Return, Command.Reopen, Command.Waive, Command.RecordAbsence, Command.RecordNoResponse, Command.AddAddendum, Command.EndStanding, Command.Forward, Command.DraftConsolidation, Command.SignConsolidation, Command.Propose, Command.Schedule, Command.Reschedule, Command.Postpone, Command.Cancel, Command.Hold, Command.Announce, Command.Close, Command.Conclude, Command.Annotate]

@final
class Attempt(Value):
    """Who tries what when."""
    __match_args__ = ("actor", "at", "command")
    @property
    def actor(self) -> Actor: ...
    @property
    def at(self) -> Instant: ...
    @property
    def command(self) -> AnyCommand: ...
    def __init__(self, *, actor: Actor, at: Instant, command: Command) -> None: ...

@final
class Attempted(Value):
    """What came of an attempt."""
    __match_args__ = ("events", "refused")
    @property
    def events(self) -> List[str]: ...
    @property
    def refused(self) -> List[str]: ...
    def __init__(self, *, events: List[str], refused: List[str]) -> None: ...

@final
class Committed(Value):
    """What was committed: the rows and where they stand."""
    __match_args__ = ("first", "last", "position", "replayed")
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def position(self) -> int: ...
    @property
    def replayed(self) -> bool: ...
    def __init__(self, *, first: int, last: int, position: int, replayed: bool) -> None: ...

@final
class ConformanceResult(Value):
    """What became of one promise of the suite."""
    __match_args__ = ("name", "failure")
    @property
    def name(self) -> str: ...
    @property
    def failure(self) -> Optional[str]: ...
    def __init__(self, *, name: str, failure: Optional[str]) -> None: ...

@final
class DueItem(Value):
    """A directive that wants attention, and when."""
    __match_args__ = ("due", "directive")
    @property
    def due(self) -> Instant: ...
    @property
    def directive(self) -> DirectiveId: ...
    def __init__(self, *, due: Instant, directive: DirectiveId) -> None: ...

@final
class ExecuteRequest(Value):
    """One of many commands."""
    __match_args__ = ("directive", "actor", "command", "at", "command_id")
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def command(self) -> AnyCommand: ...
    @property
    def at(self) -> Optional[Instant]: ...
    @property
    def command_id(self) -> Optional[CommandId]: ...
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
    def actor(self) -> Actor: ...
    @property
    def authority(self) -> Authority: ...
    @property
    def effective_at(self) -> Instant: ...
    @property
    def recorded_at(self) -> Instant: ...
    def __init__(self, *, actor: Actor, authority: Authority, effective_at: Instant, recorded_at: Instant) -> None: ...

@final
class Executed(Value):
    """What a command did."""
    __match_args__ = ("committed", "stamp", "events")
    @property
    def committed(self) -> Committed: ...
    @property
    def stamp(self) -> Stamp: ...
    @property
    def events(self) -> List[AnyEvent]: ...
    def __init__(self, *, committed: Committed, stamp: Stamp, events: List[Event]) -> None: ...

@final
class InboxEntry(Value):
    """One thing that a person may do, or that waits for something."""
    __match_args__ = ("directive", "kind", "target", "name", "due", "blocked_by")
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def target(self) -> AnyTarget: ...
    @property
    def name(self) -> Optional[str]: ...
    @property
    def due(self) -> Optional[Instant]: ...
    @property
    def blocked_by(self) -> List[RefusalReason]: ...
    def __init__(self, *, directive: DirectiveId, kind: Kind, target: Target, name: Optional[str], due: Optional[Instant], blocked_by: List[RefusalReason]) -> None: ...

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
    def entries(self) -> List[InboxEntry]: ...
    @property
    def total(self) -> int: ...
    @property
    def next(self) -> Optional[InboxNext]: ...
    def __init__(self, *, entries: List[InboxEntry], total: int, next: Optional[InboxNext]) -> None: ...

@final
class JournalOutcome(Value):
    """What became of a command that was committed earlier."""
    __match_args__ = ("first", "last", "position", "fingerprint")
    @property
    def first(self) -> int: ...
    @property
    def last(self) -> int: ...
    @property
    def position(self) -> int: ...
    @property
    def fingerprint(self) -> ContentHash: ...
    def __init__(self, *, first: int, last: int, position: int, fingerprint: ContentHash) -> None: ...

@final
class JournalStream(Value):
    """One directive's log: how long it is and the hash it ends with."""
    __match_args__ = ("directive", "version", "head")
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def version(self) -> int: ...
    @property
    def head(self) -> ContentHash: ...
    def __init__(self, *, directive: DirectiveId, version: int, head: ContentHash) -> None: ...

@final
class KeptDocument(Value):
    """A version of a text that is kept beside the log; a version is never changed."""
    __match_args__ = ("kind", "name", "version", "text")
    @property
    def kind(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    @property
    def text(self) -> str: ...
    def __init__(self, *, kind: str, name: str, version: int, text: str) -> None: ...

@final
class KeptVersion(Value):
    """A kept document and its latest version."""
    __match_args__ = ("name", "version")
    @property
    def name(self) -> str: ...
    @property
    def version(self) -> int: ...
    def __init__(self, *, name: str, version: int) -> None: ...

Position: TypeAlias = int

@final
class LogRecord(Value):
    """One event as it was recorded, with everything that its hash covers."""
    __match_args__ = ("command_id", "directive", "event", "fingerprint", "format", "hash", "position", "previous", "rules", "sequence", "stamp")
    @property
    def command_id(self) -> CommandId: ...
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def event(self) -> AnyEvent: ...
    @property
    def fingerprint(self) -> ContentHash: ...
    @property
    def format(self) -> int: ...
    @property
    def hash(self) -> ContentHash: ...
    @property
    def position(self) -> Position: ...
    @property
    def previous(self) -> ContentHash: ...
    @property
    def rules(self) -> ContentHash: ...
    @property
    def sequence(self) -> int: ...
    @property
    def stamp(self) -> Stamp: ...
    def __init__(self, *, command_id: CommandId, directive: DirectiveId, event: Event, fingerprint: ContentHash, format: int, hash: ContentHash, position: Position, previous: ContentHash, rules: ContentHash, sequence: int, stamp: Stamp) -> None: ...

@final
class Objection(Value):
    """Why a rule refuses, in both languages."""
    __match_args__ = ("sentence", "cure")
    @property
    def sentence(self) -> Text: ...
    @property
    def cure(self) -> Text: ...
    def __init__(self, *, sentence: Text, cure: Text) -> None: ...

@final
class Policy(Value):
    """What holds among the assignments where they say nothing else."""
    __match_args__ = ("fallback_vetter", "joint_leads", "near_due_days", "max_extensions", "ending", "on_day_off")
    @property
    def fallback_vetter(self) -> Optional[UnitId]: ...
    @property
    def joint_leads(self) -> bool: ...
    @property
    def near_due_days(self) -> int: ...
    @property
    def max_extensions(self) -> Optional[int]: ...
    @property
    def ending(self) -> List[AssignmentId]: ...
    @property
    def on_day_off(self) -> DayOff: ...
    def __init__(self, *, fallback_vetter: Optional[UnitId]=..., joint_leads: bool=False, near_due_days: int, max_extensions: Optional[int]=..., ending: List[AssignmentId]=..., on_day_off: DayOff) -> None: ...

@final
class RehearsalFlaw(Value):
    """What a rule does that no rule may, with the shortest way to it."""
    __match_args__ = ("what", "story", "files")
    @property
    def what(self) -> Text: ...
    @property
    def story(self) -> List[Text]: ...
    @property
    def files(self) -> List[NamedText]: ...
    def __init__(self, *, what: Text, story: List[Text], files: List[NamedText]) -> None: ...

@final
class RehearsedObligation(Value):
    """An obligation of the directive that is rehearsed."""
    __match_args__ = ("key", "state")
    @property
    def key(self) -> Key: ...
    @property
    def state(self) -> AnyObligationState: ...
    def __init__(self, *, key: Key, state: ObligationState) -> None: ...

@final
class RuleQuestion(Value):
    """What a rule is asked about."""
    __match_args__ = ("directive", "directive_version", "directive_state", "mandate", "actor", "at", "kind", "target", "obligation_key", "obligation_state", "obligation_due")
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def directive_version(self) -> int: ...
    @property
    def directive_state(self) -> DirectiveStateName: ...
    @property
    def mandate(self) -> Optional[Mandate]: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def at(self) -> Instant: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def target(self) -> AnyTarget: ...
    @property
    def obligation_key(self) -> Optional[Key]: ...
    @property
    def obligation_state(self) -> Optional[ObligationStateName]: ...
    @property
    def obligation_due(self) -> Optional[Instant]: ...
    def __init__(self, *, directive: DirectiveId, directive_version: int, directive_state: DirectiveStateName, mandate: Optional[Mandate], actor: Actor, at: Instant, kind: Kind, target: Target, obligation_key: Optional[Key], obligation_state: Optional[ObligationStateName], obligation_due: Optional[Instant]) -> None: ...

@final
class ScenarioStep(Value):
    """One step of a scenario, as it was played."""
    __match_args__ = ("directive", "actor", "at", "command_json", "events", "refused")
    @property
    def directive(self) -> DirectiveId: ...
    @property
    def actor(self) -> Actor: ...
    @property
    def at(self) -> Instant: ...
    @property
    def command_json(self) -> str: ...
    @property
    def events(self) -> List[str]: ...
    @property
    def refused(self) -> List[str]: ...
    def __init__(self, *, directive: DirectiveId, actor: Actor, at: Instant, command_json: str, events: List[str], refused: List[str]) -> None: ...

@final
class ScenarioRun(Value):
    """A scenario that went as it expects."""
    __match_args__ = ("title", "steps", "lines")
    @property
    def title(self) -> str: ...
    @property
    def steps(self) -> List[ScenarioStep]: ...
    @property
    def lines(self) -> List[str]: ...
    def __init__(self, *, title: str, steps: List[ScenarioStep], lines: List[str]) -> None: ...

@final
class Verified(Value):
    """What was checked: every row is the one that was sealed."""
    __match_args__ = ("directives", "events", "head")
    @property
    def directives(self) -> int: ...
    @property
    def events(self) -> int: ...
    @property
    def head(self) -> Optional[ContentHash]: ...
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
        def executed(self) -> Executed: ...
        def __init__(self, *, executed: Executed) -> None: ...
    @final
    class Failed(ExecuteOutcome):
        """It was not executed; the others were tried all the same."""
        __match_args__ = ("error",)
        @property
        def error(self) -> CongvanError: ...
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

class Clock:
    """A clock that stands in place of the machine's; asked when a call is not told the instant."""
    def now(self) -> Instant:
        """The present instant."""

class ClockImpl(Clock, Held):
    """A clock that stands in place of the machine's; asked when a call is not told the instant."""
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def now(self) -> Instant:
        """The present instant."""

class CustomRule:
    """A rule that a province adds: it can refuse, never permit, and is never asked about a way out (extend, waive, reassign,
    revoke, recall).

    Whoever raises decides nothing: the command is not executed, and the call ends with what was raised.
    """
    def name(self) -> str:
        """The rule's name, asked once when the rule is set."""
    def version(self) -> str:
        """The rule's version, asked once when the rule is set; a changed rule needs a new one, since the log records it."""
    def on_offer(self, question: RuleQuestion) -> Optional[Objection]:
        """What the rule objects before the content of a command is known; what it refuses is not offered."""
    def on_command(self, question: RuleQuestion, command: Command) -> Optional[Objection]:
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

class EventSubscriber:
    """Is told of events in the order of commits, each at least once.

    It is told in the thread that executed a command, after the commit and under no lock; another thread that commits
    meanwhile leaves its events to the one that is telling. Whoever raises is told the same events again later.
    """
    def on_events(self, lines: List[str]) -> None:
        """Takes records of the log, one line of canonical JSON each, oldest first."""

class EventSubscriberImpl(EventSubscriber, Held):
    """Is told of events in the order of commits, each at least once.

    It is told in the thread that executed a command, after the commit and under no lock; another thread that commits
    meanwhile leaves its events to the one that is telling. Whoever raises is told the same events again later.
    """
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    def __del__(self) -> None: ...
    def on_events(self, lines: List[str]) -> None:
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

class Journal:
    """A journal: it appends what was decided and reads it again.

    Sequences of a directive and positions of the journal begin at 1 and have no gaps. A reader never sees a part of an
    entry, nor a position before all earlier ones. Several threads call at once. `run_journal_conformance` tries every promise.
    """
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

class JournalFactory:
    """Opens empty journals for the conformance suite."""
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
    def execute_many(self, requests: List[ExecuteRequest]) -> List[AnyExecuteOutcome]:
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
    def set_rules(self, rules: List[CustomRule]) -> None:
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
        """Checks the chain of one directive, or of every directive of the register."""
    def version(self, directive: DirectiveId) -> int:
        """How many events a directive was folded from."""

class Rehearsal(Held):
    """One directive that goes through its life under the rules of a province: somebody tries something, time passes.

    It keeps everything in memory and has no clock. It answers what a rule must not do: keep a unit from ever answering, or a
    directive from ever ending.
    """
    @classmethod
    def invented(cls, numbers: bytes, rules: List[CustomRule]=..., swarm: int=0) -> Self:
        """Rehearses a small invented mandate in a small invented province, which follow from the numbers: fewer and smaller
        numbers, from 0 to 255, are a smaller world.

        # Errors
        `Input` where the numbers stand for no world that fits together; a generator draws others.
        """
    def __init__(self, directory: Directory, mandate: Mandate, start: Instant, rules: List[CustomRule]=..., swarm: int=0) -> None:
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

    # Errors
    `Input` with everything that is wrong, by line and column.
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

    # Errors
    `Input` with everything that is wrong, by line and column.
    """
def command_to_json(command: Command) -> str:
    """The command as canonical JSON (RFC 8785).

    # Errors
    None for a command that was built from checked parts.
    """
def describe(error: CongvanError, lang: Lang) -> str:
    """What went wrong and what to do, in one language; several reasons stand on a line each.

    # Errors
    `Input` for an error that the caller made and that holds what is no identifier, day or instant.
    """
def directive_state_name(state: DirectiveState) -> DirectiveStateName:
    """The name of a directive's state, without its data.

    # Errors
    `Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def directive_state_text(name: DirectiveStateName) -> Text:
    """What a directive's state is called by people."""
def event_from_json(text: str) -> AnyEvent:
    """Reads an event; one that a later version wrote is `Unknown` and keeps its text.

    # Errors
    `Input` with everything that is wrong, by line and column.
    """
def event_name_code(name: EventName) -> str:
    """The frozen name of an event, such as `ruling_recorded`."""
def event_name_text(name: EventName) -> Text:
    """What an event is called by people."""
def event_to_json(event: Event) -> str:
    """The event as canonical JSON (RFC 8785); an `Unknown` one as it was read.

    # Errors
    None for an event that was built from checked parts.
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

    # Errors
    `Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def meeting_state_text(name: MeetingStateName) -> Text:
    """What a meeting's state is called by people."""
def obligation_state_name(state: ObligationState) -> ObligationStateName:
    """The name of an obligation's state, without its data.

    # Errors
    `Input` for a state that was not given by the library and holds what is no identifier or instant.
    """
def obligation_state_text(name: ObligationStateName) -> Text:
    """What an obligation's state is called by people."""
def record_from_json(line: str) -> LogRecord:
    """Reads a record from its line of JSON; its hash is not looked at.

    An event that a later version wrote is `Unknown` and keeps its text, also one that this version knows by name only.

    # Errors
    `Input` where the line is not a record, `Newer` where a later version wrote its format or its stamp, `Corrupt` where a
    column cannot be read.
    """
def record_to_json(record: LogRecord) -> str:
    """The record as one line of canonical JSON, as `export` writes it and as it was sealed.

    # Errors
    `Corrupt` where the columns do not have the hash that the record carries, so that nothing altered passes on.
    """
def records_from_json(lines: str) -> List[LogRecord]:
    """Reads many records, each from a line of its own; empty lines are passed over.

    # Errors
    As [`record_from_json`], for the first line that is wrong.
    """
def run_journal_conformance(factory: JournalFactory) -> List[ConformanceResult]:
    """Tries every promise that a journal makes on journals of the caller, several of them from several threads at once."""
def run_scenario(path: str) -> ScenarioRun:
    """Plays a scenario into a register in memory: a JSON file, or a folder with a `scenario.json`. The command of the first
    step is named `step-0001`.

    # Errors
    `Input` with everything that is wrong with the scenario or a file that it names; or, where a step or the end is not as
    the scenario says, with the place that says so and what happened instead.
    """
def verify(directive: DirectiveId, lines: List[str]) -> Verified:
    """Checks the rows of one directive from the first on: places, links, hashes, and that each can be read.

    Rows cut off at the end show only against a version and a hash kept elsewhere: compare them with the answer.
    """
