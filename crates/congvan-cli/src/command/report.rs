//! What a person wants to see of a directive that was run: board, timeline, consolidations, meetings, conclusions.

mod further;
mod sittings;

pub(super) use further::further;

use std::path::Path;

use congvan::core::Proceedings;
use congvan::core::directive::StateName;
use congvan::core::event::Event;
use congvan::core::id::DirectiveId;
use congvan::core::query::Provenance;
use congvan::{Instant, Lang, Register, Stamp};
use congvan_testkit::scenario::Prepared;

use super::{board, provenance, statistics, timeline};
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen, moment};

pub(super) fn report(
    register: &Register,
    id: DirectiveId,
    path: &Path,
    prepared: &Prepared,
    (state, refused): (StateName, usize),
    screen: &Screen,
) -> Result<(), Failure> {
    if screen.json() {
        screen.value(&serde_json::json!({
            "directive": id,
            "refused_as_expected": refused,
            "register": path,
            "state": state,
            "steps": prepared.scenario.steps.len(),
        }));
        return Ok(());
    }
    if state == StateName::Unwritten {
        return Ok(());
    }
    let directory = register.directory();
    register.ask_history(id, |directive, history| {
        let proceedings = directive.proceedings()?;
        let now = history.last()?.0.recorded_at;
        let called = Called::on(&directory, now.date());
        introduce(proceedings, refused, prepared, screen);
        show(proceedings, history, called, now, screen);
        sittings::tell(proceedings, history, called, screen);
        Some(())
    })?;
    Ok(())
}

fn introduce(proceedings: &Proceedings, refused: usize, prepared: &Prepared, screen: &Screen) {
    let subject = &proceedings.mandate().header.subject;
    screen.heading(&format!("{}  {subject}", proceedings.issue()));
    let (steps, count) = (prepared.scenario.steps.len(), proceedings.obligations().len());
    let issued = proceedings.issue().date.format("%d/%m/%Y");
    screen.line(match screen.lang() {
        Lang::Vi => {
            format!("Ban hành {issued}; {count} nghĩa vụ; {steps} bước, trong đó {refused} bước bị từ chối đúng như dự kiến.")
        }
        Lang::En => format!("Issued {issued}; {count} obligations; {steps} steps, {refused} of them refused as expected."),
    });
}

fn show(
    proceedings: &Proceedings,
    history: &[(Stamp, Event)],
    called: Called<'_>,
    now: Instant,
    screen: &Screen,
) {
    screen.heading(screen.say("Bảng theo dõi", "Board"));
    board::show(proceedings, called, now, screen);
    let told = proceedings.timeline(history, now);
    screen.heading(screen.say("Tiến độ theo giai đoạn", "Timeline"));
    timeline::stages(proceedings, &told, called, screen);
    screen.heading(screen.say("Các mốc", "Milestones"));
    timeline::milestones(&told, called, screen);
    screen.heading(screen.say("Thống kê nhiệm vụ", "Statistics of orders"));
    statistics::orders(proceedings, now, screen);
    consolidations(&provenance::signed(proceedings, history), called, screen);
}

fn consolidations(signed: &[Provenance], called: Called<'_>, screen: &Screen) {
    if signed.is_empty() {
        return;
    }
    screen.heading(screen.say("Các bản tổng hợp", "Consolidations"));
    let heading = [
        ("Bản tổng hợp", "Consolidation"),
        ("Người ký", "Signed by"),
        ("Ký lúc", "Signed"),
        ("Chấp nhận", "Accepted"),
        ("Gồm", "Contains"),
        ("Không gồm", "Not in it"),
    ];
    let rows = signed.iter().map(|found| {
        let left_out = provenance::left_out(found, screen).count();
        let accepted = found.vetted.as_ref();
        vec![
            (called.obligation(found.key), Mood::Plain),
            (called.person(found.signed_by), Mood::Plain),
            (moment(found.signed_at), Mood::Plain),
            (
                accepted.map(|vetted| provenance::acceptance(vetted, called, screen)).unwrap_or_default(),
                Mood::Plain,
            ),
            (found.inputs.len().saturating_sub(left_out).to_string(), Mood::Good),
            (left_out.to_string(), if left_out > 0 { Mood::Warn } else { Mood::Faint }),
        ]
    });
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows.collect());
    for found in signed {
        for (key, fate, reason) in provenance::left_out(found, screen) {
            let reason = reason.map(|reason| format!(": {reason}")).unwrap_or_default();
            let (consolidation, input) = (found.key, called.obligation(key));
            screen.line(match screen.lang() {
                Lang::Vi => format!("  {consolidation} không gồm {input}, {fate}{reason}"),
                Lang::En => format!("  {consolidation} leaves out {input}, {fate}{reason}"),
            });
        }
    }
}
