//! The structure of offices, their holders, delegations, outside parties and committees.

use std::collections::BTreeMap;

use congvan_text::Text;

use super::{Dated, NAME, Review};
use crate::actor::Capacity;
use crate::directory::fault::{Fault, FaultKind};
use crate::directory::office::{Delegation, DelegationKind, Office};
use crate::id::OfficeId;

impl Review<'_> {
    pub(super) fn offices(&mut self) {
        for (at, office) in self.data.offices.iter().enumerate() {
            self.unit_reference(office.unit, || format!("offices[{at}].unit"));
            self.text(format!("offices[{at}].title_vi"), &office.title_vi, TITLE);
            match office.capacity {
                Capacity::Head | Capacity::Deputy | Capacity::Clerk | Capacity::Officer => {}
                Capacity::Acting | Capacity::ByOrder | Capacity::ByAuthorisation | Capacity::Chair => {
                    self.faults.push(not_an_office(at, office));
                }
            }
        }
    }

    pub(super) fn persons(&mut self) {
        for (at, person) in self.data.persons.iter().enumerate() {
            self.text(format!("persons[{at}].name"), &person.name, NAME);
        }
    }

    pub(super) fn holdings(&mut self) {
        let mut terms: BTreeMap<OfficeId, Vec<Dated>> = BTreeMap::new();
        for (at, holding) in self.data.holdings.iter().enumerate() {
            let path = format!("holdings[{at}]");
            self.office_reference(holding.office, || format!("{path}.office"));
            self.person_reference(holding.person, || format!("{path}.person"));
            if holding.acting && self.is_another_than_a_heads(holding.office) {
                self.faults.push(only_a_head_is_acting(&path, holding.office));
            }
            let dated = Dated::new(holding.span(), path, holding.person);
            terms.entry(holding.office).or_default().push(dated);
        }
        for holders in terms.into_values() {
            self.exclusive(&HOLDER, holders);
        }
    }

    pub(super) fn delegations(&mut self) {
        for (at, delegation) in self.data.delegations.iter().enumerate() {
            let path = format!("delegations[{at}]");
            self.person_reference(delegation.person, || format!("{path}.person"));
            self.office_reference(delegation.from_office, || format!("{path}.from_office"));
            self.span(path.clone(), delegation.span());
            self.text(format!("{path}.instrument"), &delegation.instrument, INSTRUMENT);
            self.delegation(&path, delegation);
        }
    }

    pub(super) fn parties(&mut self) {
        for (at, party) in self.data.parties.iter().enumerate() {
            self.text(format!("parties[{at}].name"), &party.name, NAME);
        }
    }

    pub(super) fn committees(&mut self) {
        for (at, committee) in self.data.committees.iter().enumerate() {
            let path = format!("committees[{at}]");
            self.text(format!("{path}.name"), &committee.name, NAME);
            if let Some(chair) = committee.chair {
                self.office_reference(chair, || format!("{path}.chair"));
            }
            if let Some(agency) = committee.standing_agency {
                self.unit_reference(agency, || format!("{path}.standing_agency"));
            }
        }
    }

    fn delegation(&mut self, path: &str, delegation: &Delegation) {
        if delegation.powers.is_empty() {
            self.faults.push(Fault::missing(format!("{path}.powers"), &POWERS));
        }
        if self.is_another_than_a_heads(delegation.from_office) {
            self.faults.push(only_a_head_delegates(path, delegation.from_office));
        }
        let endless = match delegation.kind {
            DelegationKind::ByOrder => false,
            DelegationKind::ByAuthorisation => delegation.until.is_none(),
        };
        if endless {
            self.faults.push(authorisation_without_end(path, delegation));
        }
        for (nth, office) in delegation.deputies.iter().enumerate() {
            let path = format!("{path}.deputies[{nth}]");
            self.office_reference(*office, || path.clone());
            let fault = match delegation.kind {
                DelegationKind::ByAuthorisation => Some(authorisation_passed_on(path, *office)),
                DelegationKind::ByOrder => {
                    self.is_not_his_deputy(*office, delegation).then(|| passed_on_to_another(path, *office))
                }
            };
            self.faults.extend(fault);
        }
    }

    /// Whether the office is known and is not that of a deputy of a unit which whoever acts by order heads at some time.
    fn is_not_his_deputy(&self, office: OfficeId, delegation: &Delegation) -> bool {
        let known = |id: OfficeId| self.offices.get(&id).and_then(|at| self.data.offices.get(*at));
        let Some(office) = known(office) else { return false };
        let heads =
            self.data.holdings.iter().filter(|holding| holding.person == delegation.person).any(|holding| {
                known(holding.office)
                    .is_some_and(|held| held.capacity == Capacity::Head && held.unit == office.unit)
            });
        office.capacity != Capacity::Deputy || !heads
    }

    /// Whether the office is known and is not a head's.
    fn is_another_than_a_heads(&self, office: OfficeId) -> bool {
        let office = self.offices.get(&office).and_then(|at| self.data.offices.get(*at));
        office.is_some_and(|office| office.capacity != Capacity::Head)
    }
}

const TITLE: Text = Text::fixed("chức danh", "the title");
const HOLDER: Text = Text::fixed("người giữ chức vụ", "holder");
const INSTRUMENT: Text =
    Text::fixed("quy chế hoặc văn bản ủy quyền", "the regulation or the written authorisation");
const POWERS: Text = Text::fixed("danh mục quyền hạn được giao", "the list of powers");

fn not_an_office(at: usize, office: &Office) -> Fault {
    let id = office.id;
    Fault {
        kind: FaultKind::Office,
        path: format!("offices[{at}].capacity"),
        found: id.to_string(),
        expected: Text::fixed(
            "`head`, `deputy`, `clerk` hoặc `officer`",
            "`head`, `deputy`, `clerk` or `officer`",
        ),
        what: Text::new(
            format!("chức vụ `{id}` ghi một tư cách hành động, không phải một chức vụ"),
            format!("office `{id}` has a capacity that is a way to act and not an office"),
        ),
        remedy: Text::fixed(
            "ghi quyền (Q.) bằng `acting` của `holdings`, TL. và TUQ. bằng `delegations`, chủ trì bằng `committees`",
            "write an acting head as `acting` of `holdings`, TL. and TUQ. as `delegations`, a chair in `committees`",
        ),
    }
}

fn only_a_head_is_acting(path: &str, office: OfficeId) -> Fault {
    Fault {
        kind: FaultKind::Office,
        path: format!("{path}.acting"),
        found: office.to_string(),
        expected: Text::fixed("chức vụ của người đứng đầu", "a head's office"),
        what: Text::new(
            format!("quyền (Q.) chỉ dùng cho người đứng đầu, chức vụ `{office}` không phải"),
            format!("only a head's office is held as acting (Q.), and `{office}` is none"),
        ),
        remedy: Text::fixed("bỏ `acting` hoặc sửa chức vụ", "remove `acting` or correct the office"),
    }
}

fn only_a_head_delegates(path: &str, office: OfficeId) -> Fault {
    Fault {
        kind: FaultKind::Delegation,
        path: format!("{path}.from_office"),
        found: office.to_string(),
        expected: Text::fixed("chức vụ của người đứng đầu", "a head's office"),
        what: Text::new(
            format!(
                "chỉ người đứng đầu được giao ký thừa lệnh, thừa ủy quyền; `{office}` không phải (Điều 13 Nghị định 30/2020/NĐ-CP)"
            ),
            format!(
                "only a head delegates, and `{office}` is no head's office (Decree 30/2020/ND-CP art. 13)"
            ),
        ),
        remedy: Text::fixed(
            "ghi chức vụ của người đứng đầu; người được ủy quyền không ủy quyền lại",
            "name the head's office; whoever was authorised cannot authorise another",
        ),
    }
}

fn authorisation_without_end(path: &str, delegation: &Delegation) -> Fault {
    let person = delegation.person;
    Fault {
        kind: FaultKind::Delegation,
        path: format!("{path}.until"),
        found: String::new(),
        expected: Text::fixed("ngày hết hạn ủy quyền", "the day on which the authorisation ends"),
        what: Text::new(
            format!("ủy quyền (TUQ.) cho `{person}` không có thời hạn (Điều 13 Nghị định 30/2020/NĐ-CP)"),
            format!("the authorisation (TUQ.) of `{person}` has no end (Decree 30/2020/ND-CP art. 13)"),
        ),
        remedy: Text::fixed(
            "ghi `until` theo văn bản ủy quyền",
            "write the `until` of the written authorisation",
        ),
    }
}

fn authorisation_passed_on(path: String, office: OfficeId) -> Fault {
    Fault {
        kind: FaultKind::Delegation,
        path,
        found: office.to_string(),
        expected: Text::fixed("không giao lại", "nobody"),
        what: Text::new(
            format!(
                "người được ủy quyền (TUQ.) không được ủy quyền lại cho `{office}` (Điều 13 Nghị định 30/2020/NĐ-CP)"
            ),
            format!(
                "whoever acts by authorisation (TUQ.) cannot pass it on to `{office}` (Decree 30/2020/ND-CP art. 13)"
            ),
        ),
        remedy: Text::fixed(
            "bỏ `deputies`; chỉ thừa lệnh (TL.) được giao lại cho cấp phó ký thay (KT.)",
            "leave `deputies` out; only an order (TL.) is passed on to a deputy who signs KT.",
        ),
    }
}

fn passed_on_to_another(path: String, office: OfficeId) -> Fault {
    Fault {
        kind: FaultKind::Delegation,
        path,
        found: office.to_string(),
        expected: Text::fixed(
            "chức vụ cấp phó của đơn vị mà người ký thừa lệnh đứng đầu",
            "a deputy's office of the unit that whoever acts by order heads",
        ),
        what: Text::new(
            format!(
                "người ký thừa lệnh (TL.) chỉ giao lại cho cấp phó của mình, `{office}` không phải (Điều 13 Nghị định 30/2020/NĐ-CP)"
            ),
            format!(
                "an order (TL.) is passed on to one's own deputy only, and `{office}` is none (Decree 30/2020/ND-CP art. 13)"
            ),
        ),
        remedy: Text::fixed(
            "ghi chức vụ cấp phó của đơn vị đó, hoặc bổ sung thời gian giữ chức vụ người đứng đầu",
            "name a deputy's office of that unit, or add when its head held his office",
        ),
    }
}
