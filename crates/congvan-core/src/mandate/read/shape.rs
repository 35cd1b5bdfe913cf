//! Assignments and meetings that mean nothing on their own: no performer, no standing agency, a window turned round.

use congvan_calendar::DeadlineRule;
use congvan_text::Text;

use super::Slips;
use crate::mandate::{Assignment, Completion, CriterionCheck, Mandate, MeetingPlan, Performers, Vetting};

pub(super) fn check(mandate: &Mandate, slips: &mut Slips<'_>) {
    for (at, assignment) in mandate.assignments.iter().enumerate() {
        let path = format!("assignments[{at}]");
        performers(mandate, assignment, &path, slips);
        standing_agencies(mandate, assignment, &path, slips);
        completion(assignment, &path, slips);
        deadline(&assignment.deadline, &format!("{path}.deadline"), slips);
        vetting_deadline(assignment, &path, slips);
        for (nth, criterion) in assignment.criteria.iter().enumerate() {
            criterion_check(&criterion.check, &format!("{path}.criteria[{nth}].check"), slips);
        }
    }
    for (at, meeting) in mandate.meetings.iter().enumerate() {
        of_meeting(meeting, &format!("meetings[{at}]"), slips);
    }
    if mandate.assignments.is_empty() && mandate.meetings.is_empty() {
        slips.add(
            "assignments",
            "",
            Text::fixed("nội dung giao không giao gì", "the mandate orders nothing"),
            Text::fixed("ít nhất một nhiệm vụ hoặc một cuộc họp", "at least one assignment or one meeting"),
            None,
        );
    }
}

fn performers(mandate: &Mandate, assignment: &Assignment, path: &str, slips: &mut Slips<'_>) {
    if assignment.performers.is_empty() {
        slips.add(
            &format!("{path}.performers"),
            "",
            Text::new(
                format!("nhiệm vụ `{}` không có đơn vị thực hiện", assignment.id),
                format!("assignment `{}` has nobody to perform it", assignment.id),
            ),
            Text::fixed("ít nhất một đơn vị, nhóm, chức vụ", "at least one unit, group or office"),
            None,
        );
    }
    let lone = matches!(
        assignment.performers.as_slice(),
        [Performers::Unit(_) | Performers::Office(_) | Performers::Party(_)]
    );
    if assignment.roles.joint && !lone && !mandate.policy.joint_leads {
        slips.add(
            &format!("{path}.roles.joint"),
            "",
            Text::new(
                format!("nhiệm vụ `{}` có nhiều đơn vị chủ trì", assignment.id),
                format!("assignment `{}` has several leads", assignment.id),
            ),
            Text::fixed("đúng một đơn vị chủ trì", "exactly one lead"),
            Some(Text::fixed(
                "hãy chuyển các đơn vị khác sang `roles.cooperating`, hoặc đặt `policy.joint_leads = true`",
                "make the others `roles.cooperating`, or set `policy.joint_leads = true`",
            )),
        );
    }
}

/// Who vets or performs as a standing agency must be found for every field the assignment is owed in.
fn standing_agencies(mandate: &Mandate, assignment: &Assignment, path: &str, slips: &mut Slips<'_>) {
    let vetted_so = assignment.vetted_by == Some(Vetting::StandingAgency);
    let performed_so = assignment.performers.contains(&Performers::StandingAgencies);
    if assignment.per_field.is_empty() && (vetted_so || assignment.own_field) {
        let key = if assignment.own_field { "own_field" } else { "vetted_by" };
        slips.add(
            &format!("{path}.{key}"),
            "",
            Text::new(
                format!("nhiệm vụ `{}` cần cơ quan thường trực nhưng không theo lĩnh vực nào", assignment.id),
                format!("assignment `{}` needs a standing agency and is owed in no field", assignment.id),
            ),
            Text::fixed("`per_field` ghi các lĩnh vực", "`per_field` naming the fields"),
            None,
        );
    }
    if performed_so && !mandate.fields.iter().any(|field| field.standing_agency.is_some()) {
        slips.add(
            &format!("{path}.performers"),
            "standing_agencies",
            Text::fixed("không lĩnh vực nào có cơ quan thường trực", "no field has a standing agency"),
            Text::fixed("`standing_agency` của lĩnh vực", "the field's `standing_agency`"),
            None,
        );
    }
    if !(vetted_so || assignment.own_field) {
        return;
    }
    for (nth, id) in assignment.per_field.iter().enumerate() {
        if mandate.field(*id).is_some_and(|(_, field)| field.standing_agency.is_none()) {
            slips.add(
                &format!("{path}.per_field[{nth}]"),
                id,
                Text::new(
                    format!("lĩnh vực `{id}` chưa có cơ quan thường trực, nhiệm vụ `{}` cần", assignment.id),
                    format!(
                        "field `{id}` has no standing agency, which assignment `{}` needs",
                        assignment.id
                    ),
                ),
                Text::fixed("`standing_agency` của lĩnh vực", "the field's `standing_agency`"),
                None,
            );
        }
    }
}

fn completion(assignment: &Assignment, path: &str, slips: &mut Slips<'_>) {
    if assignment.consolidates.is_empty() || assignment.completion == Completion::Submission {
        return;
    }
    slips.add(
        &format!("{path}.completion"),
        "",
        Text::new(
            format!("nhiệm vụ `{}` tổng hợp nên phải hoàn thành bằng sản phẩm", assignment.id),
            format!("assignment `{}` consolidates, so it is completed by a submission", assignment.id),
        ),
        Text::fixed("`submission`", "`submission`"),
        None,
    );
}

fn deadline(rule: &DeadlineRule, path: &str, slips: &mut Slips<'_>) {
    let DeadlineRule::PerPerformer { rules, otherwise } = rule else {
        return;
    };
    let own = rules.iter().map(|(unit, rule)| (format!("{path}.rules.{unit}"), rule));
    let rest = otherwise.iter().map(|rule| (format!("{path}.otherwise"), rule.as_ref()));
    for (path, rule) in own.chain(rest) {
        if matches!(rule, DeadlineRule::PerPerformer { .. }) {
            slips.add(
                &path,
                "per_performer",
                Text::fixed(
                    "hạn theo đơn vị không được lồng nhau",
                    "a deadline per performer holds no other such",
                ),
                Text::fixed("một hạn", "one deadline"),
                None,
            );
        }
    }
}

/// What nobody vets has no deadline of vetting.
fn vetting_deadline(assignment: &Assignment, path: &str, slips: &mut Slips<'_>) {
    let Some(rule) = &assignment.vetting_deadline else { return };
    let path = format!("{path}.vetting_deadline");
    deadline(rule, &path, slips);
    if matches!(assignment.vetted_by, None | Some(Vetting::Nobody)) {
        slips.add(
            &path,
            "",
            Text::new(
                format!("nhiệm vụ `{}` có hạn thẩm định nhưng không ai thẩm định", assignment.id),
                format!("assignment `{}` has a deadline of vetting and nobody vets it", assignment.id),
            ),
            Text::fixed("`vetted_by` ghi cơ quan thẩm định", "`vetted_by` naming who vets"),
            Some(Text::fixed("hãy ghi `vetted_by`, hoặc bỏ hạn này", "say who vets, or leave it out")),
        );
    }
}

fn criterion_check(check: &CriterionCheck, path: &str, slips: &mut Slips<'_>) {
    match check {
        CriterionCheck::RankAmongPeers { groups } if groups.is_empty() => slips.add(
            &format!("{path}.rank_among_peers.groups"),
            "",
            Text::fixed("thứ hạng phải so với một nhóm đơn vị", "a rank is among the peers of some group"),
            Text::fixed("ít nhất một nhóm", "at least one group"),
            None,
        ),
        CriterionCheck::Human
        | CriterionCheck::BetterThanBaselineOrNew
        | CriterionCheck::HasSolution
        | CriterionCheck::HasMilestoneIn { .. }
        | CriterionCheck::HasProduct
        | CriterionCheck::StatesConformity
        | CriterionCheck::RankAmongPeers { .. } => {}
    }
}

fn of_meeting(meeting: &MeetingPlan, path: &str, slips: &mut Slips<'_>) {
    if let Some(window) = meeting.window
        && window.from > window.until
    {
        slips.add(
            &format!("{path}.window.until"),
            window.until,
            Text::new(
                format!(
                    "thời gian họp kết thúc ngày {} trước khi bắt đầu ngày {}",
                    window.until, window.from
                ),
                format!("the window ends on {} before it begins on {}", window.until, window.from),
            ),
            Text::new(format!("ngày {} hoặc sau đó", window.from), format!("{} or a later day", window.from)),
            None,
        );
    }
    if meeting.minutes == 0 {
        slips.add(
            &format!("{path}.minutes"),
            0,
            Text::fixed("cuộc họp phải kéo dài ít nhất một phút", "a meeting lasts at least one minute"),
            Text::fixed("số phút", "a number of minutes"),
            None,
        );
    }
    if meeting.quorum.is_some_and(|quorum| quorum.present == 0) {
        slips.add(
            &format!("{path}.quorum.present"),
            0,
            Text::fixed("số người dự tối thiểu phải từ 1", "a quorum is at least 1"),
            Text::fixed("số từ 1, hoặc bỏ `quorum`", "a number from 1 on, or no `quorum`"),
            None,
        );
    }
}
