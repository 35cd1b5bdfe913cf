//! A province of as many units as wanted, with mandates shaped like the reference directive.

use congvan_calendar::{Calendar, Instant};
use congvan_core::command::{Accept, Issue, RecordRuling, SaveDraft, Sign, StartDraft, StartVetting, Submit};
use congvan_core::directive::Decision;
use congvan_core::event::Fields;
use congvan_core::{
    Actor, Capacity, Command, ContentHash, Ctx, Directive, Directory, Mandate, ObligationId, Rules,
};
use std::fmt::Write as _;
use std::sync::Arc;

/// The commands of one unit.
pub(crate) const EACH: usize = 5;

/// A command, and which of the directives it goes to.
pub(crate) struct Step {
    pub(crate) hand: usize,
    pub(crate) actor: Actor,
    pub(crate) command: Command,
}

/// The commands that take each unit's breakthrough from owed to accepted, unit by unit in this order.
pub(crate) fn script(world: &World, directives: &[Directive], order: &[usize]) -> Vec<Step> {
    let mut script = Vec::with_capacity(order.len() * EACH);
    for unit in order {
        let hand = world.hand(*unit);
        let id = directives.get(hand).unwrap().find(&format!("unit-{unit:05}/1b")).unwrap();
        let (head, officer) = (actor(*unit, "head"), actor(*unit, "officer-1"));
        let hash = ContentHash::of(format!("breakthrough of {unit}").as_bytes());
        let mut add = |actor: Actor, command: Command| script.push(Step { hand, actor, command });
        add(officer, StartDraft { obligation: id }.into());
        add(officer, SaveDraft { hash, obligation: id }.into());
        add(head, world.submit(id, hash, *unit));
        add(world.vetter(), StartVetting { obligation: id }.into());
        add(world.vetter(), Accept { hash, obligation: id, verdicts: Vec::new() }.into());
    }
    script
}

/// Directory, calendar and mandates: the units are dealt to as many directives as wanted, like cards to hands.
pub(crate) struct World {
    calendar: Calendar,
    directory: Directory,
    mandates: Vec<Arc<Mandate>>,
    now: Instant,
    rules: Rules,
    vetter: Actor,
}

/// The holder of an office of a unit.
pub(crate) fn actor(unit: usize, office: &str) -> Actor {
    let capacity = if office == "head" { Capacity::Head } else { Capacity::Officer };
    of(&format!("unit-{unit:05}"), office, capacity)
}

fn of(unit: &str, office: &str, capacity: Capacity) -> Actor {
    let person = format!("p.{unit}.{office}").parse().unwrap();
    Actor { capacity, on_behalf: None, person, unit: unit.parse().unwrap() }
}

/// A fixed shuffle: the same for every run.
pub(crate) fn shuffle(order: &mut [usize]) {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    for at in (1..order.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        order.swap(at, usize::try_from(state % (at as u64 + 1)).unwrap());
    }
}

impl World {
    pub(crate) fn of(units: usize, hands: usize) -> Self {
        let directory =
            Directory::read("directory.toml", &directory(units, hands), congvan_text::read::Format::Toml);
        let mandate = |hand: usize| {
            let text = MANDATE.replace("GROUP", &group(hand));
            let mandate = Mandate::read("mandate.toml", &text, congvan_text::read::Format::Toml);
            Arc::new(mandate.unwrap().value)
        };
        Self {
            calendar: Calendar::official(),
            directory: directory.unwrap(),
            mandates: (0..hands).map(mandate).collect(),
            now: Instant::at("2024-03-25".parse().unwrap(), 8, 0).unwrap(),
            rules: Rules::none(),
            vetter: of("so-noi-vu", "officer-1", Capacity::Officer),
        }
    }

    pub(crate) const fn hands(&self) -> usize {
        self.mandates.len()
    }

    /// The directive that a unit was dealt to.
    pub(crate) const fn hand(&self, unit: usize) -> usize {
        unit % self.mandates.len()
    }

    pub(crate) const fn vetter(&self) -> Actor {
        self.vetter
    }

    pub(crate) fn ctx<'a>(&'a self, actor: &'a Actor) -> Ctx<'a> {
        Ctx {
            actor,
            calendar: &self.calendar,
            directory: &self.directory,
            now: self.now,
            numbers: None,
            rules: &self.rules,
            successors: &[],
        }
    }

    pub(crate) fn submit(&self, obligation: ObligationId, hash: ContentHash, unit: usize) -> Command {
        let submit = Submit {
            fields: Fields::default(),
            hash,
            joint: Vec::new(),
            location: None,
            media_type: "application/pdf".to_owned(),
            obligation,
            signed_as: Capacity::Head,
            signed_by: actor(unit, "head").person,
        };
        submit.into()
    }

    pub(crate) fn issued(&self, hand: usize) -> Directive {
        self.issued_with(hand, |_| ())
    }

    /// A directive that was issued; each decision on the way is shown.
    pub(crate) fn issued_with(&self, hand: usize, mut show: impl FnMut(&Decision)) -> Directive {
        let mandate = self.mandates.get(hand).unwrap();
        let chairman = of("ubnd-tinh", "head", Capacity::Head);
        let clerk = of("vp-ubnd", "clerk", Capacity::Clerk);
        let drafter = of("so-noi-vu", "officer-1", Capacity::Officer);
        let issue = Issue {
            date: "2024-03-25".parse().unwrap(),
            late_reason: None,
            notation: "UBND-SNV".to_owned(),
            number: 3_552,
        };
        let mut steps: Vec<(Actor, Command)> =
            vec![(drafter, congvan_core::command::Draft { mandate: Arc::clone(mandate) }.into())];
        let finding = "deadline-on-issue-day".to_owned();
        steps.push((chairman, RecordRuling { finding, place: None, reason: "urgent".to_owned() }.into()));
        steps.push((chairman, Sign {}.into()));
        steps.push((clerk, issue.into()));
        let mut directive = Directive::new("bench".parse().unwrap());
        for (actor, command) in &steps {
            let decision = directive.decide(command, &self.ctx(actor)).expect("the set-up is sound");
            show(&decision);
            directive = directive.apply(&decision).unwrap();
        }
        directive
    }
}

fn group(hand: usize) -> String {
    format!("hand-{hand:03}")
}

fn directory(units: usize, hands: usize) -> String {
    let names = (0..units).map(|unit| format!("unit-{unit:05}"));
    let all: Vec<String> =
        ["ubnd-tinh", "vp-ubnd", "so-noi-vu"].into_iter().map(str::to_owned).chain(names).collect();
    let mut text = String::from("format = 1\nversion = \"bench\"\n");
    for unit in &all {
        writeln!(text, "[[units]]\nid = \"{unit}\"\nnames = [{{ name = \"{unit}\" }}]").unwrap();
        for (office, capacity) in [("head", "head"), ("clerk", "clerk"), ("officer-1", "officer")] {
            writeln!(
                text,
                "[[offices]]\nid = \"{unit}.{office}\"\nunit = \"{unit}\"\ncapacity = \"{capacity}\"\ntitle_vi = \"Chức vụ\"\n\
                 [[persons]]\nid = \"p.{unit}.{office}\"\nname = \"{unit} {office}\"\n\
                 [[holdings]]\noffice = \"{unit}.{office}\"\nperson = \"p.{unit}.{office}\"\nfrom = 2020-01-01"
            )
            .unwrap();
        }
    }
    for hand in 0..hands {
        let dealt = all.iter().skip(3).skip(hand).step_by(hands);
        let members: Vec<String> = dealt.map(|unit| format!("\"{unit}\"")).collect();
        let id = group(hand);
        writeln!(text, "[[groups]]\nid = \"{id}\"\nname = \"{id}\"\nunits = [{}]", members.join(", "))
            .unwrap();
    }
    text
}

const MANDATE: &str = r#"
[header]
document_type = "official_dispatch"
issuing_body = "ubnd-tinh"
authority = "head"
signer = { office = "ubnd-tinh.head" }
drafting_unit = "so-noi-vu"
office = "vp-ubnd"
subject = "bench"
urgency = "flash"
[[fields]]
id = "cchc"
name = "CCHC"
standing_agency = "so-noi-vu"
[[fields]]
id = "cds"
name = "CĐS"
standing_agency = "so-noi-vu"
[[fields]]
id = "da06"
name = "ĐA06"
standing_agency = "so-noi-vu"
[[assignments]]
id = "1a"
title = "report"
performers = [{ group = "GROUP" }]
per_field = ["cchc", "cds", "da06"]
vetted_by = "standing_agency"
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "1b"
title = "breakthrough"
performers = [{ group = "GROUP" }]
vetted_by = { unit = "so-noi-vu" }
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "1c"
title = "rank"
performers = [{ group = "GROUP" }]
vetted_by = { unit = "so-noi-vu" }
deadline = { kind = "no_later_than", date = 2024-03-25 }
[[assignments]]
id = "2c"
title = "province report"
performers = [{ unit = "so-noi-vu" }]
vetted_by = { unit = "vp-ubnd" }
deadline = { kind = "no_later_than", date = 2024-03-28 }
consolidates = ["1a", "1b", "1c"]
"#;
