//! `congvan provenance`: what each signed consolidation contains, which revisions by hash, and who accepted them.

use congvan::core::evidence::Fate;
use congvan::core::obligation::{Acceptance, Key};
use congvan::core::query::{Contained, Provenance, Vetted};
use congvan::core::{ObligationId, Proceedings};
use congvan::{ContentHash, Register, Stamp};

use super::directive_id;
use crate::called::Called;
use crate::failure::Failure;
use crate::screen::{Mood, Screen, moment};

/// How many digits of a hash are shown; a program reads all of them with --json.
const DIGITS: usize = 12;

pub(super) fn provenance(
    register: &Register,
    directive: &str,
    consolidation: Option<&str>,
    screen: &Screen,
) -> Result<(), Failure> {
    let id = directive_id(directive)?;
    let directory = register.directory();
    register.ask_history(id, |directive, history| {
        let wanted = consolidation.map(|text| directive.find(text)).transpose();
        let wanted = wanted.map_err(|error| Failure::told("bản tổng hợp", "the consolidation", &error))?;
        let found = match (directive.proceedings(), wanted) {
            (Some(proceedings), Some(one)) => proceedings.provenance(one, history).into_iter().collect(),
            (Some(proceedings), None) => signed(proceedings, history),
            (None, _) => Vec::new(),
        };
        if screen.json() {
            screen.value(&found);
        } else if found.is_empty() {
            screen.line(screen.say("Chưa có bản tổng hợp nào được ký.", "No consolidation is signed."));
        } else {
            let day = history.last().map(|(stamp, _)| stamp.effective_at.date()).unwrap_or_default();
            for provenance in &found {
                show(provenance, Called::on(&directory, day), screen);
            }
        }
        Ok(())
    })?
}

/// What every signed consolidation contains, the earlier stages first.
pub(super) fn signed(proceedings: &Proceedings, history: &[(Stamp, congvan::Event)]) -> Vec<Provenance> {
    let mut found: Vec<(u16, ObligationId)> = proceedings
        .obligations()
        .filter(|(_, obligation)| proceedings.is_consolidation(obligation))
        .map(|(id, obligation)| (proceedings.stage(obligation), id))
        .collect();
    found.sort_unstable();
    found.into_iter().filter_map(|(_, id)| proceedings.provenance(id, history)).collect()
}

/// One consolidation, and a row for each input.
fn show(provenance: &Provenance, called: Called<'_>, screen: &Screen) {
    let revision = provenance.revision;
    let title = called.obligation(provenance.key);
    screen.heading(&match screen.lang() {
        congvan::Lang::Vi => format!("Bản tổng hợp {title}, lần trình {revision}"),
        congvan::Lang::En => format!("Consolidation {title}, revision {revision}"),
    });
    screen.line(format!("  {}: {}", screen.say("mã băm nội dung", "content"), provenance.hash));
    screen.line(format!(
        "  {}: {}, {}",
        screen.say("người ký", "signed by"),
        called.person(provenance.signed_by),
        moment(provenance.signed_at)
    ));
    let accepted = provenance.vetted.as_ref().map_or_else(
        || screen.say("chưa", "not yet").to_owned(),
        |vetted| acceptance(vetted, called, screen),
    );
    screen.line(format!("  {}: {accepted}", screen.say("chấp nhận", "accepted")));
    let heading = [
        ("Nội dung đầu vào", "Input"),
        ("Kết quả", "Outcome"),
        ("Mã băm", "Content"),
        ("Nộp lúc", "Submitted"),
        ("Người ký", "Signed by"),
        ("Chấp nhận", "Accepted"),
        ("Lý do", "Why"),
    ];
    let rows = provenance.inputs.iter().map(|input| row(input, called, screen)).collect();
    screen.table(heading.iter().map(|(vi, en)| screen.say(vi, en).to_owned()).collect(), rows);
}

fn row(input: &Contained, called: Called<'_>, screen: &Screen) -> Vec<(String, Mood)> {
    let (hash, mood) = match input.fate {
        Fate::Accepted { hash, .. } => (hash.map(short).unwrap_or_default(), Mood::Good),
        Fate::Consented | Fate::Ended => (String::new(), Mood::Good),
        Fate::Absent => (String::new(), Mood::Bad),
        Fate::Waived | Fate::NoResponse => (String::new(), Mood::Warn),
    };
    vec![
        (called.obligation(input.key), Mood::Plain),
        (fate(input.fate, screen), mood),
        (hash, Mood::Faint),
        (input.submitted_at.map(moment).unwrap_or_default(), Mood::Plain),
        (input.signed_by.map(|person| called.person(person)).unwrap_or_default(), Mood::Plain),
        (input.vetted.map(|vetted| acceptance(&vetted, called, screen)).unwrap_or_default(), Mood::Plain),
        (input.reason.clone().unwrap_or_default(), Mood::Plain),
    ]
}

/// The inputs that are not in a consolidation, each with why.
pub(super) fn left_out<'a>(
    provenance: &'a Provenance,
    screen: &'a Screen,
) -> impl Iterator<Item = (Key, String, Option<&'a str>)> + 'a {
    let out = provenance.inputs.iter().filter(|input| !matches!(input.fate, Fate::Accepted { .. }));
    out.map(|input| (input.key, fate(input.fate, screen), input.reason.as_deref()))
}

fn fate(fate: Fate, screen: &Screen) -> String {
    let (vi, en) = match fate {
        Fate::Accepted { revision: 0, .. } => ("dự họp", "attended"),
        Fate::Accepted { revision, .. } => {
            return format!("{} {revision}", screen.say("chấp nhận lần nộp", "accepted revision"));
        }
        Fate::Waived => ("được miễn", "waived"),
        Fate::Absent => ("vắng", "absent"),
        Fate::NoResponse => ("không phản hồi", "no response"),
        Fate::Consented => ("coi như đồng ý", "deemed consent"),
        Fate::Ended => ("đã kết thúc", "ended"),
    };
    screen.say(vi, en).to_owned()
}

/// Who accepted it, for which unit, and when; or why nobody had to.
pub(super) fn acceptance(vetted: &Vetted, called: Called<'_>, screen: &Screen) -> String {
    let at = moment(vetted.at);
    match vetted.ground {
        Acceptance::Vetted => format!("{}, {at}", called.person_of(vetted.by, vetted.unit)),
        Acceptance::NoVettingRequired => {
            format!("{}, {at}", screen.say("không phải thẩm định", "no vetting required"))
        }
        Acceptance::Attended => format!("{}, {at}", screen.say("đã dự họp", "attended")),
    }
}

/// The first digits of a hash.
pub(super) fn short(hash: ContentHash) -> String {
    let text = hash.to_string();
    text.trim_start_matches("sha256:").chars().take(DIGITS).collect()
}
