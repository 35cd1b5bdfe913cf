//! A small directive with two stages of consolidation, played by real commands.

use std::sync::Arc;

use congvan_calendar::{Calendar, Instant};
use congvan_text::read::Format;
use serde_json::{Value, json};

use crate::{
    Actor, Capacity, Command, Ctx, Directive, Directory, Event, Mandate, ObligationId, Proceedings, Refusal,
    Rules, Stamp,
};

pub(crate) const UNITS: [&str; 7] = ["ub", "vp", "th", "sa", "sb", "sc", "sd"];
const CAPACITIES: [&str; 4] = ["head", "deputy", "officer", "clerk"];

const MANDATE: &str = r#"
[header]
document_type = "official_dispatch"
notation = "UBND-TH"
issuing_body = "ub"
authority = "head"
signer = { office = "ub.head" }
office = "vp"
subject = "Báo cáo quý"
addressees = [{ group = "all" }]

[[fields]]
id = "f"
name = "Cải cách hành chính"
standing_agency = "th"

[[assignments]]
id = "a"
title = "Báo cáo của đơn vị"
performers = [{ group = "all" }]
per_field = ["f"]
vetted_by = "standing_agency"
deadline = { kind = "no_later_than", date = 2024-03-27 }

[[assignments]]
id = "ask"
title = "Góp ý"
performers = [{ unit = "sa" }]
binding = "request"
vetted_by = "nobody"
deadline = { kind = "no_later_than", date = 2024-03-27 }

[[assignments]]
id = "open"
title = "Việc không thời hạn"
performers = [{ unit = "sc" }]
completion = "declaration"
vetted_by = "nobody"

[[assignments]]
id = "duty"
title = "Việc thường xuyên"
performers = [{ unit = "sd" }]
completion = "standing"
vetted_by = "nobody"
roles = { monitor = "th" }

[[assignments]]
id = "k"
title = "Tổng hợp lĩnh vực"
performers = ["standing_agencies"]
per_field = ["f"]
own_field = true
vetted_by = { unit = "vp" }
deadline = { kind = "no_later_than", date = 2024-04-01 }
consolidates = ["a"]

[[assignments]]
id = "z"
title = "Tổng hợp của tỉnh"
performers = [{ unit = "vp" }]
vetted_by = "nobody"
deadline = { kind = "no_later_than", date = 2024-04-04 }
consolidates = ["k"]

[[meetings]]
id = "m"
name = "Họp quý"
lead = "vp"
cooperating = ["sd"]
chair = "ub.head"
window = { from = 2024-04-05, until = 2024-04-12 }
prepares = ["z"]
reports = ["z", "a", "k"]
minutes = 120
"#;

/// One assignment that nobody vets, with these lines.
pub(crate) fn assignment(id: &str, performer: &str, lines: &str) -> String {
    format!(
        "[[assignments]]\nid = \"{id}\"\ntitle = \"Việc\"\nperformers = [{{ {performer} }}]\nvetted_by = \"nobody\"\n{lines}\n"
    )
}

pub(crate) fn at(text: &str) -> Instant {
    format!("{text}:00+07:00").parse().unwrap()
}

/// A directory in which every unit has a head, a deputy, an officer and a clerk.
pub(crate) fn directory() -> Directory {
    directory_changed(|_| ())
}

/// The same, where nobody holds these offices.
pub(crate) fn directory_without(vacant: &[&str]) -> Directory {
    let is_vacant =
        |holding: &Value| holding["office"].as_str().is_some_and(|office| vacant.contains(&office));
    directory_changed(|data| {
        data["holdings"].as_array_mut().unwrap().retain(|holding| !is_vacant(holding));
    })
}

/// The same, with a change to what it is read from.
pub(crate) fn directory_changed(change: impl FnOnce(&mut Value)) -> Directory {
    let units: Vec<Value> =
        UNITS.iter().map(|unit| json!({"id": unit, "names": [{"name": format!("Đơn vị {unit}")}]})).collect();
    let mut offices = Vec::new();
    let mut persons = Vec::new();
    let mut holdings = Vec::new();
    for unit in UNITS {
        for capacity in CAPACITIES {
            let (office, person) = (format!("{unit}.{capacity}"), format!("p.{unit}.{capacity}"));
            offices.push(json!({"id": office, "unit": unit, "capacity": capacity, "title_vi": office}));
            persons.push(json!({"id": person, "name": person}));
            holdings.push(json!({"office": office, "person": person, "from": "2020-01-01"}));
        }
    }
    let mut data = json!({
        "version": "test", "units": units, "offices": offices, "persons": persons, "holdings": holdings,
        "committees": [
            {"id": "cf", "name": "Ban Chỉ đạo f", "standing_agency": "th"},
            {"id": "cg", "name": "Ban Chỉ đạo g", "standing_agency": "sa"},
            {"id": "ch", "name": "Ban Chỉ đạo h", "standing_agency": "sb"},
        ],
        "groups": [{"id": "all", "name": "Các đơn vị", "units": ["sa", "sb", "sc"]}],
        "parties": [{"id": "vnpt", "name": "VNPT"}],
    });
    change(&mut data);
    Directory::from_data(serde_json::from_value(data).unwrap()).unwrap()
}

/// Everything a directive is played with.
pub(crate) struct Desk {
    pub(crate) directory: Directory,
    pub(crate) calendar: Calendar,
    pub(crate) events: Vec<(Stamp, Event)>,
    pub(crate) rules: Rules,
    directive: Option<Directive>,
}

impl Desk {
    /// Issued on Friday 22 March 2024, and registered by every performer the same day.
    pub(crate) fn issued() -> Self {
        let mut desk = Self::unregistered();
        for unit in ["sa", "sb", "sc", "th", "vp"] {
            desk.register(unit, "2024-03-22T10:00");
        }
        desk
    }

    pub(crate) fn unregistered() -> Self {
        Self::of(MANDATE)
    }

    /// As issued, but the standing agency vets its own consolidation.
    pub(crate) fn on_both_sides() -> Self {
        Self::of(&MANDATE.replace("vetted_by = { unit = \"vp\" }", "vetted_by = { unit = \"th\" }"))
    }

    /// Issued, with everything settled that the meeting waits for.
    pub(crate) fn prepared() -> Self {
        Self::prepared_with("")
    }

    /// As prepared, with more written under its mandate.
    pub(crate) fn prepared_with(more: &str) -> Self {
        let mut desk = Self::with(more);
        for unit in ["sa", "sb", "sc", "th", "vp"] {
            desk.register(unit, "2024-03-22T10:00");
        }
        for key in ["sa/a/f", "sb/a/f", "sc/a/f"] {
            desk.submit(key, "2024-03-25T08:00");
            desk.accept(key, "th.officer", "2024-03-25T09:00");
        }
        desk.consolidate("th/k/f", "2024-03-25T10:00");
        desk.accept("th/k/f", "vp.officer", "2024-03-25T11:00");
        desk.consolidate("vp/z", "2024-03-25T12:00");
        desk
    }

    /// As issued, with no meeting in its mandate.
    pub(crate) fn without_meeting() -> Self {
        let (before, _) = MANDATE.split_once("[[meetings]]").unwrap();
        Self::of(before)
    }

    /// As issued, with the assignments of its mandate in the opposite order.
    pub(crate) fn upside_down() -> Self {
        let (before, meetings) = MANDATE.split_once("[[meetings]]").unwrap();
        let mut parts = before.split("[[assignments]]");
        let header = parts.next().unwrap();
        let assignments: Vec<&str> = parts.collect();
        let turned: String = assignments.iter().rev().map(|part| format!("[[assignments]]{part}")).collect();
        Self::of(&format!("{header}{turned}[[meetings]]{meetings}"))
    }

    /// As issued, with these assignments in place of its own, and no meeting.
    pub(crate) fn with_only(assignments: &str) -> Self {
        let (header, _) = MANDATE.split_once("[[assignments]]").unwrap();
        Self::of(&format!("{header}{assignments}"))
    }

    /// As issued, with more written under its mandate.
    pub(crate) fn with(more: &str) -> Self {
        Self::of(&format!("{MANDATE}{more}"))
    }

    fn of(mandate: &str) -> Self {
        let mut desk = Self::draft_of(mandate);
        desk.act("ub.head", "2024-03-22T08:30", json!({"sign": {}}));
        let issue = json!({"issue": {"date": "2024-03-22", "notation": "UBND-TH", "number": 1}});
        desk.act("vp.clerk", "2024-03-22T09:00", issue);
        desk
    }

    /// Drafted and not signed.
    pub(crate) fn drafted() -> Self {
        Self::draft_of(MANDATE)
    }

    fn draft_of(mandate: &str) -> Self {
        let mandate =
            Mandate::read("m.toml", mandate, Format::Toml).unwrap_or_else(|errors| panic!("{errors}")).value;
        let mut desk = Self {
            directory: directory(),
            calendar: Calendar::official(),
            events: Vec::new(),
            rules: Rules::default(),
            directive: Some(Directive::new("d".parse().unwrap())),
        };
        let mandate = serde_json::to_value(Arc::new(mandate)).unwrap();
        desk.act("vp.officer", "2024-03-22T08:00", json!({"draft": {"mandate": mandate}}));
        desk
    }

    pub(crate) fn directive(&self) -> &Directive {
        self.directive.as_ref().unwrap()
    }

    pub(crate) fn proceedings(&self) -> &Proceedings {
        self.directive().proceedings().unwrap()
    }

    pub(crate) fn id(&self, key: &str) -> ObligationId {
        self.proceedings().find(key.parse().unwrap()).unwrap_or_else(|| panic!("no {key}"))
    }

    pub(crate) fn actor(office: &str) -> Actor {
        let (unit, capacity) = office.split_once('.').unwrap();
        Self::person(unit, serde_json::from_value(json!(capacity)).unwrap())
    }

    pub(crate) fn person(unit: &str, capacity: Capacity) -> Actor {
        let office = match capacity {
            Capacity::Head | Capacity::Chair => "head",
            Capacity::Deputy => "deputy",
            Capacity::Officer => "officer",
            Capacity::Clerk => "clerk",
            Capacity::Acting | Capacity::ByOrder | Capacity::ByAuthorisation => panic!("nobody acts so here"),
        };
        let person = format!("p.{unit}.{office}").parse().unwrap();
        Actor { capacity, on_behalf: None, person, unit: unit.parse().unwrap() }
    }

    pub(crate) fn ctx<'a>(&'a self, actor: &'a Actor, now: Instant) -> Ctx<'a> {
        let (calendar, directory) = (&self.calendar, &self.directory);
        Ctx { actor, calendar, directory, now, numbers: None, rules: &self.rules, successors: &[] }
    }

    pub(crate) fn try_act(&mut self, actor: &Actor, now: Instant, command: Value) -> Result<(), Refusal> {
        let command: Command = serde_json::from_value(command).unwrap();
        let decision = self.directive().decide(&command, &self.ctx(actor, now))?;
        let stamp = *decision.stamp();
        self.events.extend(decision.events().iter().map(|event| (stamp, event.clone())));
        let directive = self.directive.take().unwrap();
        self.directive = Some(directive.apply(&decision).unwrap());
        Ok(())
    }

    pub(crate) fn act(&mut self, office: &str, now: &str, command: Value) {
        let actor = Self::actor(office);
        self.try_act(&actor, at(now), command.clone())
            .unwrap_or_else(|refusal| panic!("{command}: {refusal:?}"));
    }

    pub(crate) fn register(&mut self, unit: &str, now: &str) {
        let command = json!({"acknowledge": {"unit": unit, "registered_at": at(now), "arrival_number": "1"}});
        self.act(&format!("{unit}.clerk"), now, command);
    }

    pub(crate) fn submit(&mut self, key: &str, now: &str) {
        let unit = key.split('/').next().unwrap();
        let command = submit(self.id(key), unit, &format!("{key} {now}"));
        self.act(&format!("{unit}.officer"), now, command);
    }

    pub(crate) fn accept(&mut self, key: &str, by: &str, now: &str) {
        let id = self.id(key);
        let hash = self.proceedings().obligation(id).unwrap().state().revision().unwrap().hash();
        self.act(by, now, json!({"accept": {"obligation": id, "hash": hash}}));
    }

    pub(crate) fn send_back(&mut self, key: &str, by: &str, now: &str) {
        let id = self.id(key);
        let hash = self.proceedings().obligation(id).unwrap().state().revision().unwrap().hash();
        self.act(by, now, json!({"return": {"obligation": id, "hash": hash, "reason": "thiếu số liệu"}}));
    }

    pub(crate) fn absence(&mut self, key: &str, by: &str, now: &str) {
        let id = self.id(key);
        self.act(by, now, json!({"record_absence": {"obligation": id, "reason": "không nộp"}}));
    }

    pub(crate) fn consolidate(&mut self, key: &str, now: &str) {
        let unit = key.split('/').next().unwrap().to_owned();
        let id = self.id(key);
        self.act(&format!("{unit}.officer"), now, json!({"draft_consolidation": {"obligation": id}}));
        let hash = crate::ContentHash::of(key.as_bytes());
        let sign =
            json!({"sign_consolidation": {"obligation": id, "hash": hash, "media_type": "application/pdf"}});
        self.act(&format!("{unit}.head"), now, sign);
    }
}

pub(crate) fn submit(id: ObligationId, unit: &str, content: &str) -> Value {
    let hash = crate::ContentHash::of(content.as_bytes());
    json!({"submit": {
        "obligation": id, "hash": hash, "media_type": "application/pdf",
        "signed_as": "head", "signed_by": format!("p.{unit}.head"),
    }})
}
