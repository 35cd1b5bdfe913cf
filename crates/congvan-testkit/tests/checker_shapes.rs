//! Units are taken for each other only where no decision could tell them apart.
#![cfg(test)]

use std::collections::BTreeSet;
use std::sync::Arc;

use congvan_core::mandate::Performers;
use congvan_core::{Directory, Kind, Mandate};
use congvan_testkit::checker::{Bounds, Checker, Subject};
use congvan_text::read::Format;
use serde_json::{Value, json};

/// Units that report once in one field, all alike.
fn alike(units: usize) -> Subject {
    Subject::lifecycle(units, 1, false).unwrap()
}

/// The same with another directory.
fn staffed(mut subject: Subject, change: impl FnOnce(&mut Value)) -> Subject {
    let mut data = serde_json::to_value(subject.directory.data()).unwrap();
    change(&mut data);
    subject.directory = Directory::read("directory.json", &data.to_string(), Format::Json).unwrap();
    subject
}

/// The same with another first assignment.
fn ordered(mut subject: Subject, change: impl FnOnce(&mut Value)) -> Subject {
    let mut mandate = serde_json::to_value(&*subject.mandate).unwrap();
    change(&mut mandate["assignments"][0]);
    let read = Mandate::read("mandate.json", &mandate.to_string(), Format::Json).unwrap();
    subject.mandate = Arc::new(read.value);
    subject
}

fn push(data: &mut Value, list: &str, what: Value) {
    data.as_object_mut().unwrap().entry(list).or_insert_with(|| json!([])).as_array_mut().unwrap().push(what);
}

/// An office with its holder.
fn hold(data: &mut Value, office: &str, capacity: &str, person: &str) {
    let unit = office.split_once('.').unwrap().0;
    push(
        data,
        "offices",
        json!({ "id": office, "unit": unit, "capacity": capacity, "title_vi": "Chức danh" }),
    );
    push(data, "holdings", json!({ "office": office, "person": person, "from": "2020-01-01" }));
}

/// The performers of the first assignment that are left when one unit of each shape stands for all.
fn kept(subject: &Subject) -> Vec<String> {
    let reduced = subject.reduced(1).unwrap();
    let performers = reduced.mandate.assignments[0].performers.iter();
    let unit = |performers: &Performers| {
        let Performers::Unit(unit) = performers else { panic!("{performers:?} is no unit") };
        unit.to_string()
    };
    performers.map(unit).collect()
}

#[test]
fn one_of_several_units_alike_stands_for_all() {
    assert_eq!(kept(&alike(3)), ["dv00"]);
    // An officer beside his office in a unit that has no part can judge nothing here.
    let elsewhere = staffed(alike(2), |data| {
        push(data, "units", json!({ "id": "ngoai", "names": [{ "name": "Đơn vị ngoài" }] }));
        hold(data, "ngoai.officer", "officer", "p.dv01.officer");
    });
    assert_eq!(kept(&elsewhere), ["dv00"]);
}

#[test]
fn a_unit_without_a_deadline_is_not_taken_for_one_that_has_one() {
    let dated = json!({ "kind": "no_later_than", "date": "2024-03-27" });
    let subject = ordered(alike(3), |first| {
        first["deadline"] = json!({
            "kind": "per_performer",
            "rules": { "dv00": dated, "dv01": { "kind": "none" }, "dv02": dated },
        });
    });
    assert_eq!(kept(&subject), ["dv00", "dv01"], "the third is like the first");
    let bounds = Bounds { kinds: Bounds::main_kinds(), ..Bounds::default() };
    let report = Checker::new(&subject, bounds).unwrap().run(&mut |_| {});
    assert!(report.proved(), "{}", report.text().en);
    let free: BTreeSet<_> = report.slices.iter().flat_map(|slice| slice.free.clone()).collect();
    for key in ["dv00/bc/lv0", "dv01/bc/lv0"] {
        assert!(free.contains(key), "{key} was never free: {free:?}");
    }
}

#[test]
fn deadlines_that_count_from_receipt_are_told_apart_though_none_is_known_at_issue() {
    let after =
        |days: u32| json!({ "kind": "working_days_after", "after": { "event": "receipt" }, "days": days });
    let subject = ordered(alike(3), |first| {
        first["deadline"] = json!({
            "kind": "per_performer",
            "rules": { "dv00": after(2), "dv01": after(5) },
            "otherwise": after(2),
        });
    });
    assert_eq!(kept(&subject), ["dv00", "dv01"]);
}

#[test]
fn deadlines_of_vetting_are_told_apart() {
    let subject = ordered(alike(3), |first| {
        first["vetting_deadline"] = json!({
            "kind": "per_performer",
            "rules": { "dv01": { "kind": "no_later_than", "date": "2024-03-28" } },
            "otherwise": { "kind": "no_later_than", "date": "2024-03-29" },
        });
    });
    assert_eq!(kept(&subject), ["dv00", "dv01"]);
}

#[test]
fn units_that_rank_among_other_peers_are_told_apart() {
    let mut subject = staffed(alike(4), |data| {
        push(data, "groups", json!({ "id": "so", "name": "Sở", "units": ["dv00", "dv03"] }));
        push(data, "groups", json!({ "id": "huyen", "name": "Huyện", "units": ["dv01"] }));
    });
    subject = ordered(subject, |first| {
        let check = json!({ "rank_among_peers": { "groups": ["so", "huyen"] } });
        first["criteria"] = json!([{ "id": "hang", "title": "Thứ hạng", "check": check }]);
    });
    // The third has no peers, and can meet the criterion in no way.
    assert_eq!(kept(&subject), ["dv00", "dv01", "dv02"]);
}

#[test]
fn whoever_also_vets_makes_his_unit_unlike_the_others() {
    let subject = staffed(alike(2), |data| hold(data, "tt0.officer3", "officer", "p.dv01.officer"));
    assert_eq!(kept(&subject), ["dv00", "dv01"]);
}

#[test]
fn deputies_of_other_fields_and_orders_of_other_powers_are_told_apart() {
    let portfolio = staffed(alike(3), |data| {
        for unit in ["dv00", "dv01", "dv02"] {
            let person = format!("p.{unit}.deputy");
            push(data, "persons", json!({ "id": person, "name": "Phó" }));
            hold(data, &format!("{unit}.deputy"), "deputy", &person);
        }
        let last = data["offices"].as_array_mut().unwrap().last_mut().unwrap();
        last["portfolio"] = json!(["khac"]);
    });
    assert_eq!(kept(&portfolio), ["dv00", "dv02"]);
    let ordered = staffed(alike(3), |data| {
        for (unit, power) in [("dv00", "submit"), ("dv01", "submit"), ("dv02", "vet")] {
            let given = json!({
                "person": format!("p.{unit}.officer"), "from_office": format!("{unit}.head"),
                "kind": "by_order", "powers": [power], "from": "2020-01-01", "instrument": "Quy chế"
            });
            push(data, "delegations", given);
        }
    });
    assert_eq!(kept(&ordered), ["dv00", "dv02"]);
}

#[test]
fn a_unit_whose_head_leaves_soon_is_unlike_one_whose_head_stays() {
    let subject = staffed(alike(3), |data| {
        let holdings = data["holdings"].as_array_mut().unwrap();
        let leaving = holdings.iter_mut().find(|holding| holding["office"] == "dv01.head").unwrap();
        leaving["until"] = json!("2024-04-01");
    });
    assert_eq!(kept(&subject), ["dv00", "dv01"]);
}

#[test]
fn what_stands_above_the_issuing_body_is_like_no_other_unit() {
    let subject = staffed(alike(3), |data| {
        for unit in data["units"].as_array_mut().unwrap() {
            if unit["id"] == "dv00" || unit["id"] == "dv01" || unit["id"] == "dv02" {
                unit.as_object_mut().unwrap().remove("parents");
            }
            if unit["id"] == "ubnd" {
                unit["parents"] = json!([{ "unit": "dv01" }]);
            }
        }
    });
    assert_eq!(kept(&subject), ["dv00", "dv01"]);
}

/// How many states the whole of a subject has, on the main road and beside it; and which kinds were taken.
fn whole(subject: &Subject, beside: &[Kind]) -> (usize, BTreeSet<Kind>) {
    let mut kinds = Bounds::main_kinds();
    kinds.extend(beside);
    let report =
        Checker::new(subject, Bounds { kinds, extensions: 0, ..Bounds::default() }).unwrap().run(&mut |_| {});
    assert!(report.proved(), "{}", report.text().en);
    (report.states(), report.taken)
}

/// The same with a deputy in the first unit.
fn deputised(subject: Subject, portfolio: &Value) -> Subject {
    staffed(subject, |data| {
        push(data, "persons", json!({ "id": "p.dv00.deputy", "name": "Phó" }));
        hold(data, "dv00.deputy", "deputy", "p.dv00.deputy");
        data["offices"].as_array_mut().unwrap().last_mut().unwrap()["portfolio"] = portfolio.clone();
    })
}

#[test]
fn it_matters_who_drafts_where_he_may_come_to_vet() {
    // The same people act for the unit, but one of them is the third officer of the agency that vets it as well.
    let sharing = staffed(alike(1), |data| hold(data, "tt0.officer3", "officer", "p.dv00.officer"));
    let (plain, sharing) = (whole(&alike(1), &[]).0, whole(&sharing, &[]).0);
    assert!(plain < sharing, "{plain} states of strangers, {sharing} where one of them vets too");
}

#[test]
fn it_matters_who_asks_for_time_where_he_may_come_to_grant_it() {
    let extending = [Kind::AskExtension, Kind::DecideExtension];
    let plain = deputised(alike(1), &json!([]));
    // The unit's head extends by order of the head of the issuing body; its deputy does not.
    let sharing = staffed(plain.clone(), |data| {
        let given = json!({
            "person": "p.dv00.head", "from_office": "ubnd.head", "kind": "by_order", "powers": ["extend"],
            "from": "2020-01-01", "instrument": "Quy chế"
        });
        push(data, "delegations", given);
    });
    let (plain, sharing) = (whole(&plain, &extending).0, whole(&sharing, &extending).0);
    assert!(plain < sharing, "{plain} states of strangers, {sharing} where one of them extends too");
}

#[test]
fn fields_are_alike_only_where_nobody_is_in_charge_of_some_of_them() {
    let with_deputy =
        |portfolio: Value| whole(&deputised(Subject::lifecycle(1, 2, false).unwrap(), &portfolio), &[]).0;
    let (all, one) = (with_deputy(json!([])), with_deputy(json!(["lv0"])));
    assert!(all < one, "{all} states where the deputy is in charge of everything, {one} where of one field");
}

#[test]
fn time_is_looked_at_after_a_deadline_of_vetting_that_is_later_than_all_others() {
    let subject = ordered(alike(1), |first| {
        first["vetting_deadline"] = json!({ "kind": "no_later_than", "date": "2024-04-10" });
    });
    assert!(
        whole(&subject, &[Kind::ReassignVetting]).1.contains(&Kind::ReassignVetting),
        "nobody waited until it was overdue"
    );
}
