//! Tests of what refusals say: one sample per reason, complete by construction.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use congvan_calendar::Instant;
use congvan_text::{Lang, Say, Text};

use super::{Names, Reason, ReasonCode, Reasons, Refusal};
use crate::actor::Capacity;
use crate::directive::StateName as DirectiveStateName;
use crate::directory::Power;
use crate::hash::ContentHash;
use crate::mandate::{Binding, Completion, Window};
use crate::meeting::{MeetingIndex, MeetingStateName};
use crate::obligation::{ObligationId, StateName};

fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, day).unwrap()
}

fn due(day: u32) -> Instant {
    Instant::end_of(date(day))
}

fn at(day: u32) -> Instant {
    Instant::at(date(day), 8, 30).unwrap()
}

fn hash(text: &str) -> ContentHash {
    ContentHash::of(text.as_bytes())
}

fn window() -> Window {
    Window { from: date(29), until: date(31) }
}

const O: ObligationId = ObligationId(7);
const M: MeetingIndex = MeetingIndex(3);

macro_rules! samples {
    ($($name:ident $({ $($field:ident: $value:expr),+ $(,)? })? => $facts:expr;)+) => {
        /// A reason of this code, and the facts that its text must show in both languages.
        fn sample(code: ReasonCode) -> (Reason, &'static [&'static str]) {
            match code {
                $(ReasonCode::$name => (Reason::$name $({ $($field: $value),+ })?, &$facts),)+
            }
        }
    };
}

samples! {
    WrongState { state: DirectiveStateName::Drafted, expected: vec![DirectiveStateName::InForce] } => [];
    UnknownObligation { obligation: O } => ["`#7`"];
    UnknownMeeting { meeting: M } => ["`#3`"];
    UnknownUnit { unit: id("so-y-te") } => ["`so-y-te`"];
    UnknownAssignment { assignment: id("1a") } => ["`1a`"];
    UnknownField { field: id("cchc") } => ["`cchc`"];
    WrongObligationState { obligation: O, state: StateName::Owed, expected: vec![StateName::Submitted] } => ["`#7`"];
    WrongMeetingState { meeting: M, state: MeetingStateName::Held, expected: vec![MeetingStateName::Planned] } =>
        ["`#3`"];
    NotAConsolidation { obligation: O } => ["`#7`"];
    IsAConsolidation { obligation: O } => ["`#7`"];
    WrongCompletion { obligation: O, completion: Completion::Attendance(id("hop-1")) } => ["`#7`", "hop-1"];
    WrongUnit { unit: id("so-y-te"), allowed: vec![id("so-noi-vu"), id("vp-ubnd")] } =>
        ["`so-y-te`", "`so-noi-vu`, `vp-ubnd`"];
    WrongCapacity { capacity: Capacity::Clerk, allowed: vec![Capacity::Deputy] } => ["(KT.)"];
    NotInCapacity { person: id("p-1"), unit: id("so-y-te"), capacity: Capacity::Acting, on: date(5) } =>
        ["`p-1`", "`so-y-te`", "(Q.)", "`05/03/2024`"];
    PowerNotDelegated { person: id("p-1"), power: Power::Waive } => ["`p-1`"];
    OutOfPortfolio { person: id("p-1"), capacity: Capacity::Deputy, fields: vec![id("cchc")] } =>
        ["`p-1`", "`cchc`"];
    OwnWork { person: id("p-1"), obligation: O } => ["`p-1`", "`#7`"];
    FallbackVets { obligation: O, fallback: id("vp-ubnd") } => ["`#7`", "`vp-ubnd`"];
    SignatoryWithoutAuthority { person: id("p-1"), unit: id("so-y-te"), capacity: Capacity::ByOrder } =>
        ["`p-1`", "`so-y-te`", "(TL.)"];
    AskerMayNotDecide { person: id("p-1") } => ["`p-1`"];
    NotTheChair { person: id("p-1"), office: id("chu-tich") } => ["`p-1`", "`chu-tich`"];
    NotTheSigner { person: id("p-1"), office: id("chu-tich") } => ["`p-1`", "`chu-tich`"];
    TextMissing { what: "nil_reason" } => ["`nil_reason`"];
    NothingNamed => [];
    NamedTwice { obligation: O } => ["`#7`"];
    StaleRevision { obligation: O, cited: hash("a"), current: hash("b") } => [
        "`#7`",
        "`sha256:ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb`",
        "`sha256:3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d`",
    ];
    CriterionNotMet { obligation: O, criterion: id("moc") } => ["`#7`", "`moc`"];
    VerdictMissing { criterion: id("moc") } => ["`moc`"];
    UnknownCriterion { criterion: id("moc") } => ["`moc`"];
    VerdictContradicts { criterion: id("moc") } => ["`moc`"];
    NoFinding => [];
    EffectiveAfterRecorded { effective: at(27), recorded: at(26) } => ["`27/03/2024 08:30`", "`26/03/2024 08:30`"];
    EffectiveBeforeIssue { effective: at(24), issued: date(25) } => ["`24/03/2024 08:30`", "`25/03/2024`"];
    DeadlineNotPassed { obligation: O, due: due(25) } => ["`#7`", "`25/03/2024`"];
    NoDeadline { obligation: O } => ["`#7`"];
    DeadlineAlreadyFixed { obligation: O, due: at(25) } => ["`#7`", "`25/03/2024 08:30`"];
    NotLater { obligation: O, due: due(27), proposed: due(26) } => ["`#7`", "`27/03/2024`", "`26/03/2024`"];
    DependentNotMoved { consolidation: O, due: due(28), proposed: due(29) } =>
        ["`#7`", "`28/03/2024`", "`29/03/2024`"];
    RequestAlreadyOpen { obligation: O } => ["`#7`"];
    NoOpenRequest { obligation: O } => ["`#7`"];
    TooManyExtensions { obligation: O, granted: 2, allowed: 1 } => ["`#7`", "`2`", "`1`"];
    VettingBegun { obligation: O } => ["`#7`"];
    VettingNotBegun { obligation: O } => ["`#7`"];
    RecallNotRequested { obligation: O } => ["`#7`"];
    RecallAlreadyRequested { obligation: O } => ["`#7`"];
    InputLocked { obligation: O } => ["`#7`"];
    NobodyVets { obligation: O } => ["`#7`"];
    VettingStillInTime { obligation: O, due: due(28) } => ["`#7`", "`28/03/2024`"];
    NothingChanges => [];
    NotAnOrder { obligation: O, binding: Binding::Target } => ["`#7`"];
    IsAnOrder { obligation: O } => ["`#7`"];
    DisputeOpen { unit: id("so-y-te") } => ["`so-y-te`"];
    NoDispute { unit: id("so-y-te") } => ["`so-y-te`"];
    NotDelivered { unit: id("so-y-te") } => ["`so-y-te`"];
    AlreadyAcknowledged { unit: id("so-y-te") } => ["`so-y-te`"];
    InputsOpen { consolidation: O, count: 5, open: vec![ObligationId(1), ObligationId(2)] } =>
        ["`#7`", "`5`", "`#1`, `#2`", "`3`"];
    InputsChanged { consolidation: O, changed: vec![ObligationId(1), ObligationId(2)] } => ["`#7`", "`#1`, `#2`"];
    NotDrafted { consolidation: O } => ["`#7`"];
    NotYetConsolidated { obligation: O } => ["`#7`"];
    NoCollector { obligation: O } => ["`#7`"];
    AlreadyForwarded { obligation: O } => ["`#7`"];
    MandateInvalid { problems: vec![Text::fixed("vòng lặp X1", "a cycle X1"), Text::fixed("nhóm X2 rỗng", "X2 is empty")] } =>
        ["X1", "X2"];
    ConflictNotRuled { finding: "deadline-on-issue-day", place: "assignments.1a".to_owned() } =>
        ["`deadline-on-issue-day`", "`assignments.1a`"];
    UnknownFinding { finding: Some("f-1".to_owned()) } => ["`f-1`"];
    NumberTaken { number: 3552, year: 2024 } => ["`3552`", "`2024`"];
    NotationInvalid { notation: "CV-3552".to_owned(), problem: Text::fixed("ký hiệu X1", "the sign X1") } =>
        ["`CV-3552`", "X1"];
    DateBeforeSignature { date: date(24), signed: date(25) } => ["`24/03/2024`", "`25/03/2024`"];
    DateInFuture { date: date(30) } => ["`30/03/2024`"];
    LateReasonMissing { last: date(26) } => ["`26/03/2024`"];
    ObligationsOpen { count: 2, open: vec![ObligationId(1), ObligationId(2)] } => ["`2`", "`#1`, `#2`"];
    MeetingsOpen { open: vec![MeetingIndex(0), M] } => ["`#0`, `#3`"];
    MeetingOrdered => [];
    NoConclusion => [];
    CarriedNotOpen { obligation: O } => ["`#7`"];
    ObligationExists { key: "so-y-te/1a/cchc".parse().unwrap() } => ["`so-y-te/1a/cchc`"];
    AssignmentTwice { assignment: id("1a") } => ["`1a`"];
    ReplacesItself => [];
    SuccessorNotIssued => [];
    NotItsSuccessor { by: id("d2"), document: "07/UBND-NV".to_owned(), date: date(25) } =>
        ["`d2`", "`07/UBND-NV`", "`25/03/2024`"];
    AnotherInstrument { cited: "8/UBND-NV".to_owned(), issued: "09/UBND-NV".to_owned(), date: date(25) } =>
        ["`8/UBND-NV`", "`09/UBND-NV`", "`25/03/2024`"];
    MeetingNotPrepared { meeting: M, count: 4 } => ["`#3`", "`4`"];
    OutsideWindow { day: date(28), window: window() } => ["`28/03/2024`", "`29/03/2024`", "`31/03/2024`"];
    WindowReversed { window: window() } => ["`29/03/2024`", "`31/03/2024`"];
    DayOff { day: date(30) } => ["`30/03/2024`"];
    SlotInPast { start: at(24) } => ["`24/03/2024 08:30`"];
    NotYetBegun { start: at(29) } => ["`29/03/2024 08:30`"];
    QuorumMissing { present: 4, needed: 6 } => ["`4`", "`6`"];
    AttendanceMissing { units: vec![id("so-y-te"), id("so-noi-vu")] } => ["`so-y-te`, `so-noi-vu`"];
    Adjourned { meeting: M } => ["`#3`"];
    RuleObjects {
        rule: "quy-che".to_owned(),
        version: "1.2".to_owned(),
        reason: Text::fixed("lý do X1", "reason X1"),
        cure: Text::fixed("cách xử lý X2", "cure X2"),
    } => ["`quy-che`", "`1.2`", "X1", "X2"];
}

fn samples() -> impl Iterator<Item = (Reason, &'static [&'static str])> {
    ReasonCode::ALL.iter().map(|code| {
        let (reason, facts) = sample(*code);
        assert_eq!(reason.code(), *code);
        (reason, facts)
    })
}

/// Letters with a Vietnamese diacritic, outside what is quoted.
fn has_diacritic(text: &str) -> bool {
    let plain = text.split('`').step_by(2);
    plain.flat_map(str::chars).any(|letter| !letter.is_ascii() && letter.is_alphabetic())
}

#[test]
fn every_reason_speaks_both_languages() {
    for (reason, _) in samples() {
        for text in [reason.sentence(), reason.cure()] {
            let code = reason.code().as_str();
            assert!(!text.vi.trim().is_empty() && !text.en.trim().is_empty(), "{code}");
            assert_ne!(text.vi, text.en, "{code}");
            assert!(has_diacritic(&text.vi), "{code}: {}", text.vi);
            let en = text.en.split('`').step_by(2).collect::<String>();
            assert!(en.is_ascii(), "{code}: {en}");
            assert!(text.vi != code && text.en != code, "{code}");
        }
    }
}

#[test]
fn every_text_is_one_clause_without_a_code_or_a_doubled_mark() {
    for (reason, _) in samples() {
        for text in [reason.sentence(), reason.cure()] {
            for told in [&text.vi, &text.en] {
                assert!(!told.ends_with('.') && !told.contains("  ") && !told.contains("``"), "{told}");
                assert_eq!(told.matches('`').count() % 2, 0, "{told}");
                assert!(
                    !told.contains(reason.code().as_str()) || !reason.code().as_str().contains('_'),
                    "{told}"
                );
                let first = told.chars().next().unwrap();
                assert!(!first.is_uppercase(), "{told}");
                // The words are in Unicode's composed form, so that hosts can search them.
                assert!(told.chars().all(|letter| !('\u{300}'..='\u{36f}').contains(&letter)), "{told}");
            }
        }
    }
}

#[test]
fn every_fact_is_shown() {
    for (reason, facts) in samples() {
        let text = reason.say();
        for fact in facts {
            assert!(text.vi.contains(fact), "{fact} in {}", text.vi);
            assert!(text.en.contains(fact), "{fact} in {}", text.en);
        }
    }
}

#[test]
fn no_two_reasons_say_the_same() {
    let said: BTreeSet<_> = samples().map(|(reason, _)| reason.sentence().vi.into_owned()).collect();
    assert_eq!(said.len(), ReasonCode::ALL.len());
}

#[test]
fn every_command_that_a_cure_names_exists() {
    let parameters = [
        "late_reason",
        "note",
        "overriding",
        "unmoved",
        "portfolio",
        "fields",
        "links",
        "replaces",
        "3552/UBND-SNV",
    ];
    let commands: BTreeSet<_> = crate::command::Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    for (reason, facts) in samples() {
        let shown: Vec<_> = facts.iter().flat_map(|fact| fact.split('`')).collect();
        for text in [reason.cure().vi, reason.cure().en] {
            for quoted in text.split('`').skip(1).step_by(2) {
                let known =
                    commands.contains(quoted) || parameters.contains(&quoted) || shown.contains(&quoted);
                let word = quoted.contains(' ') || !quoted.is_ascii() || reason_shows_states(&reason);
                assert!(known || word, "`{quoted}` in {text}");
            }
        }
    }
}

const fn reason_shows_states(reason: &Reason) -> bool {
    matches!(
        reason,
        Reason::WrongState { .. }
            | Reason::WrongObligationState { .. }
            | Reason::WrongMeetingState { .. }
            | Reason::WrongCapacity { .. }
    )
}

#[test]
fn every_clause_is_of_the_law_or_of_the_lifecycle_in_both_languages() {
    for code in ReasonCode::ALL {
        let Text { vi, en } = code.clause();
        let decree = en.starts_with("Decree 30/2020/ND-CP, a");
        assert_eq!(decree, vi.ends_with("Nghị định số 30/2020/NĐ-CP"), "{vi}, {en}");
        if decree {
            let article = |text: &str| text.split(", article ").nth(1).map(ToOwned::to_owned);
            let told = article(&en).map(|number| match number.split_once('.') {
                Some((article, paragraph)) => format!("khoản {paragraph} Điều {article} "),
                None => format!("Điều {number} "),
            });
            assert!(told.is_none_or(|told| vi.starts_with(&told)), "{vi}, {en}");
        } else if let Some(rule) = en.strip_prefix("congvan rule ") {
            let number = rule.split(':').next().unwrap();
            assert!(vi.starts_with(&format!("quy tắc {number} của vòng đời văn bản: ")), "{vi}, {en}");
        } else {
            assert!(en.starts_with("congvan lifecycle: "), "{en}");
            assert!(vi.starts_with("vòng đời văn bản: "), "{vi}");
        }
        assert!(en.is_ascii() && has_diacritic(&vi), "{vi}, {en}");
    }
}

#[test]
fn a_refusal_tells_every_reason_on_its_own_line() {
    let refusal = Refusal(Box::new(vec![Reason::NoDeadline { obligation: O }, Reason::NoFinding]));
    for lang in [Lang::Vi, Lang::En] {
        let lines = refusal.reasons().iter().map(|reason| reason.in_lang(lang)).collect::<Vec<_>>();
        assert_eq!(refusal.in_lang(lang), lines.join("\n"));
    }
}

#[test]
fn only_what_has_ended_cites_the_rule_that_it_is_never_re_opened() {
    let ended = [
        DirectiveStateName::Concluded,
        DirectiveStateName::Discarded,
        DirectiveStateName::Replaced,
        DirectiveStateName::Revoked,
    ];
    for state in DirectiveStateName::ALL {
        let reason = Reason::WrongState { state: *state, expected: vec![DirectiveStateName::InForce] };
        let Text { vi, en } = reason.clause();
        let cited = (vi.contains("quy tắc 29 "), en.contains("rule 29:"));
        assert_eq!(cited, (ended.contains(state), ended.contains(state)), "{state:?}: {vi}, {en}");
    }
    // A code alone knows no state, and must not say more than is true of all of them.
    assert_eq!(ReasonCode::WrongState.clause().en, "congvan lifecycle: the states of a directive");
}

#[test]
fn a_dead_directive_points_to_a_new_one() {
    let reason = Reason::WrongState {
        state: DirectiveStateName::Concluded,
        expected: vec![DirectiveStateName::InForce],
    };
    assert!(reason.cure().en.contains("never re-opened"), "{}", reason.cure().en);
    let reason =
        Reason::WrongState { state: DirectiveStateName::Signed, expected: vec![DirectiveStateName::InForce] };
    assert!(!reason.cure().en.contains("never re-opened"), "{}", reason.cure().en);
}

#[test]
fn states_and_words_are_told_in_the_readers_language() {
    let reason = Reason::WrongObligationState {
        obligation: O,
        state: StateName::NoResponse,
        expected: vec![StateName::Owed, StateName::Returned],
    };
    assert_eq!(
        reason.in_lang(Lang::Vi),
        "nghĩa vụ `#7` đang ở trạng thái `không phản hồi`; chỉ thực hiện được khi nghĩa vụ ở trạng thái `chưa thực hiện`, `bị trả lại`"
    );
    assert_eq!(
        reason.in_lang(Lang::En),
        "the obligation `#7` is in the state `no response`; this can be done only when it is in the state `owed`, `returned`"
    );
}

#[test]
fn an_outside_party_is_recorded_for() {
    let reason = Reason::WrongUnit { unit: id("so-y-te"), allowed: Vec::new() };
    assert!(reason.cure().en.contains("`record_on_behalf`"));
    assert!(reason.cure().vi.contains("`record_on_behalf`"));
}

macro_rules! snapshots {
    ($($name:ident: $vi:literal, $en:literal;)+) => {
        #[test]
        fn a_dozen_reasons_read_like_this() {
            $(
                let (reason, _) = sample(ReasonCode::$name);
                assert_eq!(reason.in_lang(Lang::Vi), $vi);
                assert_eq!(reason.in_lang(Lang::En), $en);
            )+
        }
    };
}

snapshots! {
    NotDelivered:
        "chưa ghi nhận đơn vị `so-y-te` đã tiếp nhận, đăng ký văn bản đến; văn thư của `so-y-te` đăng ký văn bản đến, hoặc văn phòng cơ quan ban hành ghi nhận kèm bằng chứng (`acknowledge`)",
        "no receipt by the unit `so-y-te` is recorded; the clerk of `so-y-te` registers it, or the issuer's office records the receipt with evidence (`acknowledge`)";
    DeadlineNotPassed:
        "nghĩa vụ `#7` chưa hết hạn (`25/03/2024`); ghi nhận sau `25/03/2024`",
        "the deadline of `#7` (`25/03/2024`) has not passed; record it after `25/03/2024`";
    FallbackVets:
        "người đứng đầu của chính đơn vị thẩm định đã ký sản phẩm của nghĩa vụ `#7`; đơn vị thẩm định dự phòng `vp-ubnd` thẩm định",
        "the vetting unit's own head signed what was submitted for `#7`; the fallback vetter `vp-ubnd` vets it";
    WrongUnit:
        "đơn vị `so-y-te` không có thẩm quyền thực hiện việc này; việc này do một trong các đơn vị sau thực hiện: `so-noi-vu`, `vp-ubnd`",
        "the unit `so-y-te` has no part in this; one of these units does this: `so-noi-vu`, `vp-ubnd`";
    TooManyExtensions:
        "nghĩa vụ `#7` đã được gia hạn `2` lần, quy định cho phép tối đa `1` lần; cơ quan ban hành sửa đổi thời hạn bằng văn bản (`amend`) hoặc miễn nghĩa vụ (`waive`)",
        "`#7` was extended `2` times; the policy allows `1`; the issuing body amends the deadline by instrument (`amend`) or waives the obligation (`waive`)";
    VettingNotBegun:
        "việc thẩm định nghĩa vụ `#7` chưa bắt đầu nên không cần đề nghị; đơn vị đã nộp tự lấy lại (`recall`)",
        "the vetting of `#7` has not begun, so that nobody need be asked; the sender takes it back (`recall`)";
    NotAnOrder:
        "nghĩa vụ `#7` là `chỉ tiêu phấn đấu`, không phải yêu cầu bắt buộc nên không ghi nhận vắng; ghi nhận không phản hồi (`record_no_response`)",
        "`#7` is `a target` and no order, and only an order can be absent; record that there was no response (`record_no_response`)";
    TextMissing:
        "chưa ghi lý do lập bản tổng hợp không có nội dung (`nil_reason`); ghi rõ lý do lập bản tổng hợp không có nội dung",
        "the reason of the nil consolidation (`nil_reason`) is empty; give the reason of the nil consolidation";
    NumberTaken:
        "số `3552` đã được cấp trong năm `2024` cho cùng cơ quan ban hành và cùng hệ thống số; văn thư cấp số tiếp theo còn trống trong sổ",
        "the number `3552` of the year `2024` is taken in this issuer's series; the clerk takes the next free number of the register";
    DateInFuture:
        "ngày ban hành `30/03/2024` chưa đến; ghi ngày hiện tại, hoặc ban hành vào ngày `30/03/2024`",
        "the date of issue `30/03/2024` lies in the future; give today's date, or issue it on `30/03/2024`";
    DayOff:
        "ngày `30/03/2024` là ngày nghỉ và người chủ trì chưa quyết định họp vào ngày này; chọn ngày làm việc, hoặc ghi quyết định của người chủ trì kèm lý do (`overriding`)",
        "`30/03/2024` is a day off, and the chair has not decided to sit on it; choose a working day, or record the chair's decision with its reason (`overriding`)";
    NotYetBegun:
        "cuộc họp chưa bắt đầu (`29/03/2024 08:30`); ghi nhận cuộc họp từ `29/03/2024 08:30` trở đi, hoặc đổi lịch họp (`reschedule`)",
        "the sitting has not begun (`29/03/2024 08:30`); record it from `29/03/2024 08:30` on, or reschedule the meeting (`reschedule`)";
}

#[test]
fn proceedings_give_obligations_and_meetings_their_names() {
    let mandate = std::sync::Arc::new(crate::mandate::sample::mandate());
    let (assignment, field, plan) = (mandate.assignments[0].id, mandate.fields[0].id, mandate.meetings[0].id);
    let key: crate::obligation::Key = format!("so-y-te/{assignment}/{field}").parse().unwrap();
    let entry = crate::roster::Entry { due: None, joint: Vec::new(), key, vetter: None, vetting_due: None };
    let issue = crate::proceedings::Issue { date: date(25), notation: "UBND-SNV".to_owned(), number: 3552 };
    let proceedings =
        crate::proceedings::Proceedings::build(mandate, hash("m"), (issue, at(25)), &[entry]).unwrap();

    let known = Reason::NoDeadline { obligation: ObligationId(0) };
    let named = known.named(&proceedings);
    assert_eq!(named.en.replace(&key.to_string(), "#0"), known.in_lang(Lang::En));
    assert_eq!(named.vi.replace(&key.to_string(), "#0"), known.in_lang(Lang::Vi));
    assert!(known.named_sentence(&proceedings).vi.contains(&format!("`{key}`")));
    // A directory adds whose it is.
    let text = include_str!("../../../../examples/directive-3552/directory.toml");
    let directory = crate::Directory::read("directory.toml", text, congvan_text::read::Format::Toml).unwrap();
    let names = Names::on(&directory, date(25)).within(Some(&proceedings));
    assert!(known.named_sentence(names).vi.contains(&format!("`{key}` (Sở Y tế)")));

    // What the proceedings do not know keeps its number.
    let unknown = Reason::UnknownObligation { obligation: O };
    assert_eq!(unknown.named(&proceedings), unknown.say());

    let meeting = Reason::Adjourned { meeting: MeetingIndex(0) };
    assert!(meeting.named(&proceedings).en.contains(&format!("`{plan}`")));
    let refusal = Refusal(Box::new(vec![known, meeting]));
    assert!(refusal.named(&proceedings).vi.contains(&format!("`{key}`")));
}

#[test]
fn a_directory_gives_units_persons_and_offices_their_names() {
    let text = include_str!("../../../../examples/directive-3552/directory.toml");
    let directory = crate::Directory::read("directory.toml", text, congvan_text::read::Format::Toml).unwrap();
    let names = Names::on(&directory, date(25));
    for code in ReasonCode::ALL {
        let (reason, _) = sample(*code);
        let told = reason.named(names);
        for text in [&told.vi, &told.en] {
            assert!(!text.contains("`so-y-te`") && !text.contains("`so-noi-vu`"), "{text}");
        }
    }
    let wrong = Reason::WrongUnit { unit: id("so-y-te"), allowed: vec![id("so-noi-vu"), id("khong-co")] };
    assert_eq!(wrong.named_sentence(names).vi, "đơn vị Sở Y tế không có thẩm quyền thực hiện việc này");
    assert_eq!(wrong.named_cure(names).en, "one of these units does this: Sở Nội vụ, `khong-co`");
    let chair = Reason::NotTheChair { person: id("p.so-noi-vu.head"), office: id("ubnd-tinh.head") };
    assert_eq!(
        chair.named_sentence(names).vi,
        "Giám đốc Sở Nội vụ không giữ chức vụ Chủ tịch (Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu) là chức vụ chủ trì cuộc họp"
    );
}

#[test]
fn reasons_are_gathered_once_each_and_told_in_their_order() {
    let mut of_all = samples().map(|(reason, _)| reason);
    let (first, second) = (of_all.next().unwrap(), of_all.next().unwrap());
    assert!(Reasons::none().check().is_ok() && Reasons::none().finish(Some(7)) == Ok(7));
    assert_eq!(Reasons::none().finish::<u8>(None), Err(Reasons::none()));
    let mut gathered = Reasons::one(first.clone());
    assert_eq!(gathered.keep(Ok::<_, Reasons>(7)), Some(7));
    gathered.require(true, || second.clone());
    assert!(gathered.says(first.code()) && !gathered.says(second.code()));
    gathered.require(false, || second.clone());
    gathered.require(false, || first.clone());
    assert_eq!(gathered.keep(Err::<u8, _>(Reasons::one(second.clone()))), None);
    assert_eq!(gathered.clone().check(), Err(gathered.clone()));
    assert_eq!(gathered.clone().finish(Some(7)), Err(gathered.clone()));

    let refusal = gathered.into_refusal();
    assert_eq!(refusal.reasons(), [first.clone(), second.clone()]);
    assert_eq!(refusal.codes().collect::<Vec<_>>(), [first.code(), second.code()]);
    assert!(refusal.has(first.code()) && refusal.has(second.code()));
    assert!(ReasonCode::ALL.iter().filter(|code| refusal.has(**code)).count() == 2);
    let sentence = |reason: &Reason| reason.sentence().get(Lang::En).to_owned();
    assert_eq!(refusal.to_string(), format!("{}; {}", sentence(&first), sentence(&second)));
}
