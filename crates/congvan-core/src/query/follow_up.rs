//! The mandate that follows up a meeting's conclusion: what the conclusion assigns, resting on its notice.

use congvan_text::{Say, Text};

use crate::event::{ConclusionAnnounced, Event, Stamp};
use crate::id::{FieldId, MeetingId};
use crate::instrument::Instrument;
use crate::mandate::{Addressee, Assignment, Field, Header, Link, LinkKind, Mandate, Performers, Policy};
use crate::meeting::MeetingIndex;
use crate::proceedings::Proceedings;

/// Why there is no mandate that follows up a conclusion.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FollowUpError {
    /// No conclusion is announced yet, of this meeting or of any.
    #[error("{}", not_announced(*meeting).en)]
    NotAnnounced {
        /// Which meeting was asked for.
        meeting: Option<MeetingId>,
    },
    /// What was announced assigns nothing.
    #[error("conclusion {} assigns nothing to follow up", cited(notices))]
    NoFollowUps {
        /// The notices that were announced.
        notices: Vec<Instrument>,
    },
    /// Several conclusions assign something, and none was chosen.
    #[error("the conclusions of several meetings assign something; choose one of: {}", listed(meetings))]
    Several {
        /// The meetings whose conclusions assign something.
        meetings: Vec<MeetingId>,
    },
}

impl Say for FollowUpError {
    fn say(&self) -> Text {
        let vi = match self {
            Self::NotAnnounced { meeting } => return not_announced(*meeting),
            Self::NoFollowUps { notices } => {
                format!("thông báo kết luận {} không giao nhiệm vụ nào để thực hiện tiếp", cited(notices))
            }
            Self::Several { meetings } => {
                format!(
                    "kết luận của nhiều cuộc họp cùng giao nhiệm vụ; chọn một trong: {}",
                    listed(meetings)
                )
            }
        };
        Text::new(vi, self.to_string()).visible()
    }
}

fn not_announced(meeting: Option<MeetingId>) -> Text {
    meeting.map_or_else(
        || {
            Text::fixed(
                "chưa có cuộc họp nào được thông báo kết luận",
                "no meeting's conclusion is announced yet",
            )
        },
        |meeting| {
            Text::new(
                format!("chưa thông báo kết luận cuộc họp `{meeting}`"),
                format!("the conclusion of meeting `{meeting}` is not announced yet"),
            )
        },
    )
}

fn cited(notices: &[Instrument]) -> String {
    notices.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn listed(meetings: &[MeetingId]) -> String {
    meetings.iter().map(|meeting| format!("`{meeting}`")).collect::<Vec<_>>().join(", ")
}

impl Proceedings {
    /// The mandate of a directive that carries out a meeting's conclusion (văn bản triển khai kết luận): its follow-up
    /// assignments as they were announced, under a header of the caller's.
    ///
    /// The events are those of this directive, from the first on. Where no meeting is named, it is the one whose
    /// conclusion assigns something. The conclusion's notice stands first among the links, as the basis and as what is
    /// followed, and this directive is referred to; an assignment that says no source has the decision that it carries
    /// out. A header without addressees gets the performers. Fields that the assignments name and the policy come from
    /// this directive's mandate. Whether the whole is sound is for [`Mandate::read`] and the checker to say.
    ///
    /// # Errors
    /// No conclusion is announced yet; what was announced assigns nothing; or several conclusions assign something and
    /// no meeting was named.
    pub fn follow_up(
        &self,
        events: &[(Stamp, Event)],
        meeting: Option<MeetingIndex>,
        mut header: Header,
    ) -> Result<Mandate, FollowUpError> {
        let conclusion = self.conclusion_to_follow(events, meeting)?;
        let assignments: Vec<Assignment> = conclusion
            .follow_ups
            .iter()
            .map(|follow_up| {
                let mut assignment = follow_up.assignment.clone();
                let decision = follow_up.decision.map(|number| format!("decision {number}"));
                assignment.source = assignment.source.or(decision);
                assignment
            })
            .collect();
        let mut links = self.links_to(conclusion);
        header.links.retain(|link| !links.iter().any(|own| is_same(own, link)));
        links.append(&mut header.links);
        header.links = links;
        if header.addressees.is_empty() {
            header.addressees = addressees(&assignments);
        }
        Ok(Mandate {
            format: self.mandate.format,
            header,
            fields: self.fields_of(&assignments),
            assignments,
            meetings: Vec::new(),
            policy: Policy { ending: Vec::new(), ..self.mandate.policy.clone() },
            rulings: Vec::new(),
        })
    }

    /// The conclusion of the meeting that is named, or the only one that assigns something.
    fn conclusion_to_follow<'e>(
        &self,
        events: &'e [(Stamp, Event)],
        meeting: Option<MeetingIndex>,
    ) -> Result<&'e ConclusionAnnounced, FollowUpError> {
        let announced: Vec<&ConclusionAnnounced> = events
            .iter()
            .filter_map(
                |(_, event)| {
                    if let Event::ConclusionAnnounced(found) = event { Some(&**found) } else { None }
                },
            )
            .filter(|found| meeting.is_none_or(|meeting| found.meeting == meeting))
            .collect();
        let named = |at: MeetingIndex| self.meeting_plan(at).map(|plan| plan.id);
        if announced.is_empty() {
            return Err(FollowUpError::NotAnnounced { meeting: meeting.and_then(named) });
        }
        let assigning: Vec<&ConclusionAnnounced> =
            announced.iter().filter(|found| !found.follow_ups.is_empty()).copied().collect();
        match assigning.as_slice() {
            [] => Err(FollowUpError::NoFollowUps {
                notices: announced.iter().map(|found| found.notice.clone()).collect(),
            }),
            [conclusion] => Ok(conclusion),
            several => Err(FollowUpError::Several {
                meetings: several.iter().filter_map(|found| named(found.meeting)).collect(),
            }),
        }
    }

    /// What the follow-up cites: the conclusion, and the directive whose meeting it was.
    fn links_to(&self, conclusion: &ConclusionAnnounced) -> Vec<Link> {
        let notice = &conclusion.notice;
        let link = |kind, document, date| Link { kind, document, date: Some(date), issuer: None, note: None };
        let to_notice = |kind| link(kind, format!("{}/{}", notice.number, notice.notation), notice.date);
        let basis = Link {
            issuer: Some(notice.signer.clone()),
            note: self.meeting_plan(conclusion.meeting).map(|plan| plan.name.clone()),
            ..to_notice(LinkKind::Basis)
        };
        vec![
            basis,
            to_notice(LinkKind::FollowsConclusion),
            link(LinkKind::Refers, self.issue.to_string(), self.issue.date),
        ]
    }

    /// The fields that the assignments name; all of them where an assignment is for every standing agency.
    fn fields_of(&self, assignments: &[Assignment]) -> Vec<Field> {
        let every = assignments.iter().any(|found| found.performers.contains(&Performers::StandingAgencies));
        let named = |id: FieldId| every || assignments.iter().any(|found| found.per_field.contains(&id));
        self.mandate.fields.iter().filter(|field| named(field.id)).cloned().collect()
    }
}

/// Whether two links say the same of the same document.
fn is_same(one: &Link, other: &Link) -> bool {
    one.kind == other.kind && one.document == other.document
}

/// Whoever performs is addressed, each once; an office or a standing agency is addressed by no name of its own.
fn addressees(assignments: &[Assignment]) -> Vec<Addressee> {
    let mut found = Vec::new();
    for performers in assignments.iter().flat_map(|assignment| &assignment.performers) {
        let addressee = match *performers {
            Performers::Unit(unit) => Addressee::Unit(unit),
            Performers::Group(group) => Addressee::Group(group),
            Performers::Party(party) => Addressee::Party(party),
            Performers::Office(_) | Performers::StandingAgencies => continue,
        };
        if !found.contains(&addressee) {
            found.push(addressee);
        }
    }
    found
}
