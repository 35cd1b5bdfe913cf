//! The structure of a mandate against a directory: everything it names exists on the day, and every group has members.

use std::fmt::Display;

use chrono::NaiveDate;
use congvan_calendar::DeadlineRule;
use congvan_text::Text;
use congvan_text::read::{InputErrors, Places};

use super::read::{Noun, Slips};
use super::{Addressee, Assignment, CriterionCheck, Mandate, MeetingPlan, Performers, Vetting};
use crate::directory::Directory;
use crate::id::{GroupId, OfficeId, UnitId};

const UNIT: Noun = Noun { vi: "đơn vị", en: "unit" };
const GROUP: Noun = Noun { vi: "nhóm đơn vị", en: "group" };
const OFFICE: Noun = Noun { vi: "chức vụ", en: "office" };
const PARTY: Noun = Noun { vi: "tổ chức, cá nhân bên ngoài", en: "outside party" };
const COMMITTEE: Noun = Noun { vi: "Ban Chỉ đạo", en: "committee" };
const PERSON: Noun = Noun { vi: "người", en: "person" };

impl Mandate {
    /// Judges the structure against a directory on a day, the day of issue or the day of the check.
    ///
    /// `places` locates the errors: [`congvan_text::read::Read::places`], or [`Places::none`] for a mandate built in
    /// code.
    ///
    /// # Errors
    /// Everything that is wrong at once: units, groups, offices, outside parties, committees and persons that the
    /// directory does not have; units that do not exist on the day; groups without a member on the day; assignments
    /// that nobody owes; and whatever [`Mandate::read`] refuses without a directory.
    pub fn structure(
        &self,
        directory: &Directory,
        on: NaiveDate,
        places: &Places,
    ) -> Result<(), InputErrors> {
        let mut survey = Survey { directory, on, slips: self.shape(places) };
        survey.header(self);
        for (at, field) in self.fields.iter().enumerate() {
            if let Some(committee) = field.committee {
                let known = directory.committee(committee).is_some();
                survey.known(&format!("fields[{at}].committee"), COMMITTEE, committee, known);
            }
            survey.maybe_unit(&format!("fields[{at}].standing_agency"), field.standing_agency);
        }
        for (at, assignment) in self.assignments.iter().enumerate() {
            survey.assignment(self, assignment, &format!("assignments[{at}]"));
        }
        for (at, meeting) in self.meetings.iter().enumerate() {
            survey.meeting(meeting, &format!("meetings[{at}]"));
        }
        survey.maybe_unit("policy.fallback_vetter", self.policy.fallback_vetter);
        for (at, ruling) in self.rulings.iter().enumerate() {
            survey.known(
                &format!("rulings[{at}].by"),
                PERSON,
                ruling.by,
                directory.person(ruling.by).is_some(),
            );
        }
        InputErrors::of(survey.slips.into_errors()).map_or(Ok(()), Err)
    }
}

struct Survey<'a> {
    directory: &'a Directory,
    on: NaiveDate,
    slips: Slips<'a>,
}

impl Survey<'_> {
    fn header(&mut self, mandate: &Mandate) {
        let header = &mandate.header;
        self.unit("header.issuing_body", header.issuing_body);
        self.maybe_unit("header.drafting_unit", header.drafting_unit);
        self.maybe_unit("header.office", header.office);
        self.office("header.signer.office", header.signer.office);
        if let Some(leader) = header.instructing_leader {
            self.office("header.instructing_leader", leader);
        }
        for (at, addressee) in header.addressees.iter().enumerate() {
            let path = format!("header.addressees[{at}]");
            match *addressee {
                Addressee::Group(group) => self.group(&format!("{path}.group"), group),
                Addressee::Unit(unit) => self.unit(&format!("{path}.unit"), unit),
                Addressee::Party(party) => {
                    let known = self.directory.party(party).is_some();
                    self.known(&format!("{path}.party"), PARTY, party, known);
                }
            }
        }
    }

    fn assignment(&mut self, mandate: &Mandate, assignment: &Assignment, path: &str) {
        for (nth, performers) in assignment.performers.iter().enumerate() {
            let path = format!("{path}.performers[{nth}]");
            match *performers {
                Performers::Unit(unit) => self.unit(&format!("{path}.unit"), unit),
                Performers::Group(group) => self.group(&format!("{path}.group"), group),
                Performers::Office(office) => self.office(&format!("{path}.office"), office),
                Performers::Party(party) => {
                    let known = self.directory.party(party).is_some();
                    self.known(&format!("{path}.party"), PARTY, party, known);
                }
                Performers::StandingAgencies => {}
            }
        }
        self.roles(assignment, &format!("{path}.roles"));
        match assignment.vetted_by {
            Some(Vetting::Unit(unit)) => self.unit(&format!("{path}.vetted_by.unit"), unit),
            Some(Vetting::StandingAgency | Vetting::Nobody) | None => {}
        }
        for (nth, criterion) in assignment.criteria.iter().enumerate() {
            if let CriterionCheck::RankAmongPeers { groups } = &criterion.check {
                for (at, group) in groups.iter().enumerate() {
                    self.group(
                        &format!("{path}.criteria[{nth}].check.rank_among_peers.groups[{at}]"),
                        *group,
                    );
                }
            }
        }
        self.deadline(&assignment.deadline, &format!("{path}.deadline"));
        if let Some(rule) = &assignment.vetting_deadline {
            self.deadline(rule, &format!("{path}.vetting_deadline"));
        }
        self.owed_by_somebody(mandate, assignment, path);
    }

    fn roles(&mut self, assignment: &Assignment, path: &str) {
        let roles = &assignment.roles;
        self.maybe_unit(&format!("{path}.monitor"), roles.monitor);
        self.maybe_unit(&format!("{path}.collector"), roles.collector);
        let lists = [
            ("cooperating", &roles.cooperating),
            ("recipients", &roles.recipients),
            ("informed", &roles.informed),
        ];
        for (key, units) in lists {
            for (nth, unit) in units.iter().enumerate() {
                self.unit(&format!("{path}.{key}[{nth}]"), *unit);
            }
        }
    }

    fn deadline(&mut self, rule: &DeadlineRule, path: &str) {
        if let DeadlineRule::PerPerformer { rules, .. } = rule {
            for key in rules.keys() {
                let path = format!("{path}.rules.{key}");
                match key.parse::<UnitId>() {
                    Ok(unit) => self.unit(&path, unit),
                    Err(_) => self.known(&path, UNIT, key, false),
                }
            }
        }
    }

    /// Only an assignment owed in the performer's own fields can be owed by nobody although every group has members.
    fn owed_by_somebody(&mut self, mandate: &Mandate, assignment: &Assignment, path: &str) {
        if !assignment.own_field || assignment.performers.contains(&Performers::StandingAgencies) {
            return;
        }
        let agencies = assignment
            .per_field
            .iter()
            .filter_map(|field| mandate.field(*field))
            .filter_map(|(_, field)| field.standing_agency)
            .collect::<Vec<_>>();
        let performs = |unit: UnitId| {
            assignment.performers.iter().any(|performers| match *performers {
                Performers::Unit(own) => own == unit,
                Performers::Group(group) => self.directory.is_member(group, unit, self.on),
                Performers::Office(office) => {
                    self.directory.office(office).is_some_and(|office| office.unit == unit)
                }
                Performers::Party(_) | Performers::StandingAgencies => false,
            })
        };
        if !agencies.is_empty() && !agencies.iter().any(|agency| performs(*agency)) {
            let what = Text::new(
                format!("không đơn vị nào phải thực hiện nhiệm vụ `{}`", assignment.id),
                format!("nobody owes assignment `{}`", assignment.id),
            );
            let expected = Text::fixed(
                "một đơn vị thực hiện là cơ quan thường trực của một lĩnh vực",
                "a performer that is the standing agency of one of the fields",
            );
            self.slips.add(&format!("{path}.performers"), "", what, expected, None);
        }
    }

    fn meeting(&mut self, meeting: &MeetingPlan, path: &str) {
        self.unit(&format!("{path}.lead"), meeting.lead);
        self.office(&format!("{path}.chair"), meeting.chair);
        for (nth, unit) in meeting.cooperating.iter().enumerate() {
            self.unit(&format!("{path}.cooperating[{nth}]"), *unit);
        }
        for (nth, committee) in meeting.committees.iter().enumerate() {
            let known = self.directory.committee(*committee).is_some();
            self.known(&format!("{path}.committees[{nth}]"), COMMITTEE, committee, known);
        }
    }

    fn maybe_unit(&mut self, path: &str, unit: Option<UnitId>) {
        if let Some(unit) = unit {
            self.unit(path, unit);
        }
    }

    fn unit(&mut self, path: &str, id: UnitId) {
        let Some(unit) = self.directory.unit(id) else {
            self.known(path, UNIT, id, false);
            return;
        };
        if !unit.exists_on(self.on) {
            let what = Text::new(
                format!("đơn vị `{id}` không tồn tại vào ngày {}", self.on.format("%d/%m/%Y")),
                format!("unit `{id}` does not exist on {}", self.on),
            );
            let expected = Text::fixed("đơn vị đang hoạt động", "a unit that exists on that day");
            let remedy = Text::fixed(
                "hãy dùng đơn vị kế thừa, hoặc sửa thời gian tồn tại trong danh bạ",
                "name its successor, or correct in the directory when it exists",
            );
            self.slips.add(path, id, what, expected, Some(remedy));
        }
    }

    fn group(&mut self, path: &str, id: GroupId) {
        match self.directory.members(id, self.on) {
            None => self.known(path, GROUP, id, false),
            Some(members) if members.is_empty() => {
                let what = Text::new(
                    format!("nhóm đơn vị `{id}` không có thành viên vào ngày {}", self.on.format("%d/%m/%Y")),
                    format!("group `{id}` has no member on {}", self.on),
                );
                let expected = Text::fixed("ít nhất một thành viên", "at least one member");
                let remedy =
                    Text::fixed("hãy bổ sung thành viên trong danh bạ", "add its members to the directory");
                self.slips.add(path, id, what, expected, Some(remedy));
            }
            Some(_) => {}
        }
    }

    fn office(&mut self, path: &str, id: OfficeId) {
        self.known(path, OFFICE, id, self.directory.office(id).is_some());
    }

    fn known(&mut self, path: &str, noun: Noun, id: impl Display, known: bool) {
        if known {
            return;
        }
        let what = Text::new(
            format!("danh bạ không có {} `{id}`", noun.vi),
            format!("the directory has no {} `{id}`", noun.en),
        );
        let expected = Text::new(format!("{} có trong danh bạ", noun.vi), format!("a known {}", noun.en));
        let remedy = Text::fixed(
            "hãy sửa mã định danh, hoặc bổ sung vào danh bạ",
            "correct the identifier, or add it to the directory",
        );
        self.slips.add(path, id, what, expected, Some(remedy));
    }
}

#[cfg(test)]
mod tests;
