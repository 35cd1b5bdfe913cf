//! The built-in lifecycle as a subject: units that report in several fields, standing agencies that vet, one
//! consolidation, one meeting.

use std::fmt::Write as _;
use std::sync::Arc;

use congvan_calendar::Calendar;
use congvan_core::{Directory, Mandate, Rules};
use congvan_text::Say as _;
use congvan_text::read::Format;

use super::{CheckError, Subject};
use crate::strategy::first_day;

impl Subject {
    /// So many units that each report once in each of so many fields to the field's standing agency; an agency that
    /// consolidates all of it, vetted by the office of the issuing body; and, where asked for, a meeting on it.
    ///
    /// # Errors
    /// More than 99 units or 9 fields were asked for, or none.
    pub fn lifecycle(units: usize, fields: usize, meeting: bool) -> Result<Self, CheckError> {
        if !(1..=99).contains(&units) || !(1..=9).contains(&fields) {
            return Err(CheckError::Size { units, fields });
        }
        let directory = Directory::read("lifecycle", &directory_text(units, fields), Format::Toml)
            .map_err(|errors| CheckError::Text(errors.say()))?;
        let mandate = Mandate::read("lifecycle", &mandate_text(units, fields, meeting), Format::Toml)
            .map_err(|errors| CheckError::Text(errors.say()))?;
        Ok(Self {
            calendar: Calendar::official(),
            day: first_day(),
            directory,
            mandate: Arc::new(mandate.value),
            rules: Rules::none(),
        })
    }
}

fn directory_text(units: usize, fields: usize) -> String {
    let mut names = vec![("ubnd".to_owned(), "head"), ("vp".to_owned(), "all"), ("th".to_owned(), "all")];
    names.extend((0..fields).map(|at| (format!("tt{at}"), "all")));
    names.extend((0..units).map(|at| (format!("dv{at:02}"), "two")));
    let (mut units, mut offices, mut persons, mut holdings) =
        (String::new(), String::new(), String::new(), String::new());
    for (name, staff) in names {
        let parent =
            if name == "ubnd" { String::new() } else { ", parents = [{ unit = \"ubnd\" }]".to_owned() };
        push(
            &mut units,
            format_args!("{{ id = \"{name}\", names = [{{ name = \"Đơn vị {name}\" }}]{parent} }},"),
        );
        let offices_of: &[(&str, &str)] = match staff {
            "head" => &[("head", "Chủ tịch")],
            "two" => &[("head", "Giám đốc"), ("officer", "Chuyên viên"), ("clerk", "Văn thư")],
            _ => &[
                ("head", "Giám đốc"),
                ("officer", "Chuyên viên"),
                ("officer2", "Chuyên viên"),
                ("clerk", "Văn thư"),
            ],
        };
        for (office, title) in offices_of {
            let capacity = office.trim_end_matches('2');
            push(
                &mut offices,
                format_args!(
                    "{{ id = \"{name}.{office}\", unit = \"{name}\", capacity = \"{capacity}\", title_vi = \"{title}\" }},"
                ),
            );
            push(&mut persons, format_args!("{{ id = \"p.{name}.{office}\", name = \"{title} {name}\" }},"));
            push(
                &mut holdings,
                format_args!(
                    "{{ office = \"{name}.{office}\", person = \"p.{name}.{office}\", from = 2020-01-01 }},"
                ),
            );
        }
    }
    format!(
        "version = \"lifecycle\"\nunits = [{units}]\noffices = [{offices}]\npersons = [{persons}]\nholdings = [{holdings}]\n"
    )
}

fn mandate_text(units: usize, fields: usize, meeting: bool) -> String {
    let listed =
        |name: &dyn Fn(usize) -> String, count: usize| (0..count).map(name).collect::<Vec<_>>().join(", ");
    let field_ids = listed(&|at| format!("\"lv{at}\""), fields);
    let performers = listed(&|at| format!("{{ unit = \"dv{at:02}\" }}"), units);
    let mut text = String::from(
        "[header]\ndocument_type = \"official_dispatch\"\nissuing_body = \"ubnd\"\nauthority = \"head\"\n\
         signer = { office = \"ubnd.head\" }\ndrafting_unit = \"th\"\noffice = \"vp\"\nsubject = \"V/v báo cáo\"\n",
    );
    for at in 0..fields {
        push(
            &mut text,
            format_args!(
                "[[fields]]\nid = \"lv{at}\"\nname = \"Lĩnh vực {at}\"\nstanding_agency = \"tt{at}\"\n"
            ),
        );
    }
    push(
        &mut text,
        format_args!(
            "[[assignments]]\nid = \"bc\"\ntitle = \"Báo cáo\"\nperformers = [{performers}]\nper_field = [{field_ids}]\n\
         vetted_by = \"standing_agency\"\ndeadline = {{ kind = \"no_later_than\", date = 2024-03-27 }}\n\
         [[assignments]]\nid = \"th\"\ntitle = \"Tổng hợp\"\nperformers = [{{ unit = \"th\" }}]\n\
         vetted_by = {{ unit = \"vp\" }}\nconsolidates = [\"bc\"]\n\
         deadline = {{ kind = \"no_later_than\", date = 2024-04-01 }}\n"
        ),
    );
    if meeting {
        text.push_str(
            "[[meetings]]\nid = \"hop\"\nname = \"Họp\"\nlead = \"vp\"\nchair = \"ubnd.head\"\n\
             window = { from = 2024-04-03, until = 2024-04-05 }\nprepares = [\"th\"]\n",
        );
    }
    text
}

/// Writing to a text cannot fail.
fn push(text: &mut String, what: std::fmt::Arguments<'_>) {
    let _ = text.write_fmt(what);
}
