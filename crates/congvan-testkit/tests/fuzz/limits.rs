//! The limits of every reader, at one below, at, and one above.

use congvan_calendar::{Calendar, CalendarData};
use congvan_core::id::MAX_ID_BYTES;
use congvan_core::obligation::Performer;
use congvan_core::roster::Plan;
use congvan_core::rule::RuleFile;
use congvan_core::{Command, Directory, Mandate};
use congvan_store::{LineError, MAX_LINE_BYTES, Record};
use congvan_testkit::Scenario;
use congvan_text::Say as _;
use congvan_text::read::{Format, InputErrors, MAX_BYTES, MAX_DEPTH, MAX_ERRORS, read};

/// Through how many assignments a deadline may be counted.
const MAX_CHAIN: usize = 32;

type Reader = fn(&str, Format) -> Result<(), InputErrors>;

/// Every reader of a whole text; none of them takes any of the texts below, so that each has errors to tell.
const READERS: [(&str, Reader); 6] = [
    ("calendar", |text, format| CalendarData::from_text("a", text, format).map(drop)),
    ("command", |text, format| read::<Command>("a", text, format).map(drop)),
    ("directory", |text, format| Directory::read("a", text, format).map(drop)),
    ("mandate", |text, format| Mandate::read("a", text, format).map(drop)),
    ("rules", |text, format| RuleFile::read("a", text, format).map(drop)),
    ("scenario", |text, format| read::<Scenario>("a", text, format).map(drop)),
];

fn told(reader: Reader, text: &str, format: Format) -> InputErrors {
    let errors = reader(text, format).expect_err("nothing of this can be read");
    crate::told::errors(&errors, text);
    errors
}

#[test]
fn no_reader_goes_deeper_than_the_limit_and_each_goes_as_deep() {
    for (name, reader) in READERS {
        for depth in [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1] {
            // The outermost table counts as one.
            let lists = depth - 1;
            let nested = format!("{}{}", "[".repeat(lists), "]".repeat(lists));
            for (text, format) in [
                (format!("{{\"strange\":{nested}}}"), Format::Json),
                (format!("strange = {nested}"), Format::Toml),
            ] {
                let errors = told(reader, &text, format).say();
                let too_deep = errors.en.contains("nested deeper than 64 levels");
                assert_eq!(too_deep, depth > MAX_DEPTH, "{name}, {depth} levels: {errors:?}");
                assert_eq!(errors.en.contains("`strange`"), depth <= MAX_DEPTH, "{name}: {errors:?}");
            }
        }
    }
}

#[test]
fn no_reader_takes_a_larger_text_than_the_limit_and_each_takes_as_large_a_one() {
    for (name, reader) in READERS {
        for size in [MAX_BYTES - 1, MAX_BYTES, MAX_BYTES + 1] {
            let json = "{\"strange\":1}";
            for (text, format) in [
                (format!("{json}{}", " ".repeat(size - json.len())), Format::Json),
                (format!("strange = 1 #{}", "a".repeat(size - 13)), Format::Toml),
            ] {
                assert_eq!(text.len(), size);
                let errors = reader(&text, format).expect_err("nothing of this can be read").say();
                assert_eq!(errors.en.contains("too large"), size > MAX_BYTES, "{name}: {errors:?}");
                assert_eq!(errors.vi.contains("tệp quá lớn"), size > MAX_BYTES, "{name}: {errors:?}");
            }
        }
    }
}

fn mandate(ids: &[String]) -> String {
    mandate_with(ids, &vec![String::new(); ids.len()])
}

/// A mandate with these assignments, each with more lines of its own.
fn mandate_with(ids: &[String], lines: &[String]) -> String {
    let assignments = ids.iter().zip(lines).map(|(id, more)| {
        format!("[[assignments]]\nid = \"{id}\"\ntitle = \"x\"\nperformers = [{{ unit = \"u\" }}]\nvetted_by = \"nobody\"\n{more}")
    });
    let header = "format = 1\n[header]\ndocument_type = \"official_dispatch\"\nnotation = \"UBND-SNV\"\nissuing_body = \"u\"\n\
                  authority = \"head\"\nsigner = { office = \"u.head\" }\nsubject = \"x\"\n";
    format!("{header}{}", assignments.collect::<String>())
}

#[test]
fn an_identifier_is_as_long_as_the_limit_and_no_longer() {
    for length in [MAX_ID_BYTES - 1, MAX_ID_BYTES, MAX_ID_BYTES + 1] {
        let text = mandate(&["a".repeat(length)]);
        match Mandate::read("a", &text, Format::Toml) {
            Ok(_) => assert!(length <= MAX_ID_BYTES, "{length}"),
            Err(errors) => {
                assert!(length > MAX_ID_BYTES, "{errors}");
                assert!(errors.say().vi.contains("tối đa là 39 byte"), "{errors:?}");
            }
        }
    }
}

#[test]
fn a_deadline_is_counted_through_as_many_assignments_as_the_limit_and_no_more() {
    let directory = "version = \"1\"\nunits = [{ id = \"u\", names = [{ name = \"U\" }], source = \"x\" }]";
    let directory = Directory::read("a", directory, Format::Toml).unwrap();
    let calendar = Calendar::official();
    for links in [MAX_CHAIN - 1, MAX_CHAIN, MAX_CHAIN + 1] {
        let ids: Vec<_> = (0..=links).map(|at| format!("a{at}")).collect();
        let first = "deadline = { kind = \"no_later_than\", date = 2024-04-10 }\n".to_owned();
        let anchored =
            ids.iter().map(|id| format!("deadline = {{ kind = \"with\", assignment = \"{id}\" }}\n"));
        let deadlines: Vec<_> = std::iter::once(first).chain(anchored).collect();
        let text = mandate_with(&ids, &deadlines);
        match Mandate::read("a", &text, Format::Toml) {
            Ok(read) => {
                assert!(links <= MAX_CHAIN, "{links}");
                let mandate = read.value;
                let issued = chrono::NaiveDate::from_ymd_opt(2024, 3, 25).unwrap();
                let plan = Plan { calendar: &calendar, directory: &directory, issued, mandate: &mandate };
                let due =
                    plan.due(mandate.assignments.last().unwrap(), Performer::Unit("u".parse().unwrap()));
                assert_eq!(due.map(|due| due.last.date().to_string()).as_deref(), Some("2024-04-10"));
            }
            Err(errors) => {
                crate::told::errors(&errors, &text);
                let [error] = errors.iter().collect::<Vec<_>>()[..] else { panic!("{errors}") };
                assert_eq!((links, error.place.path.as_str()), (MAX_CHAIN + 1, "assignments[33].deadline"));
                assert!(error.say().en.contains("counted through more than 32 assignments"), "{errors}");
            }
        }
        // The time for vetting may be counted from what is counted itself.
        let vetted = format!(
            "vetted_by = {{ unit = \"u\" }}\nvetting_deadline = {{ kind = \"with\", assignment = \"a{}\" }}",
            links - 1
        );
        let text = mandate_with(&ids[..links], &deadlines[..links]);
        let text = text.replacen("vetted_by = \"nobody\"", &vetted, 1);
        assert_eq!(Mandate::read("a", &text, Format::Toml).is_ok(), links <= MAX_CHAIN, "{links}");
    }
}

#[test]
fn as_many_errors_are_told_as_the_limit_and_no_more() {
    for wrong in [MAX_ERRORS - 1, MAX_ERRORS, MAX_ERRORS + 1] {
        // Every assignment after the first has an identifier that is taken.
        let text = mandate(&vec!["a".to_owned(); wrong + 1]);
        let errors = Mandate::read("a", &text, Format::Toml).expect_err("identifiers are used twice");
        assert_eq!(errors.len(), wrong.min(MAX_ERRORS));
        let unit = "{ id = \"a\", names = [{ name = \"A\" }], source = \"x\" },";
        let text = format!("version = \"1\"\nunits = [{}]", unit.repeat(wrong + 1));
        let errors = Directory::read("a", &text, Format::Toml).expect_err("identifiers are used twice");
        assert_eq!(errors.len(), wrong.min(MAX_ERRORS));
        let rule =
            "[[rules]]\nname = \"a\"\nversion = \"1\"\nasks = { second_vetter = {} }\n".repeat(wrong + 1);
        let errors = RuleFile::read("a", &rule, Format::Toml).expect_err("names are used twice");
        assert_eq!(errors.len(), wrong.min(MAX_ERRORS));
        let law = "[[laws]]\nholiday = \"tet\"\nmonth = 13\nday = 1\nsource = \"x\"\n".repeat(wrong);
        let text = format!("name = \"x\"\n{law}");
        let errors = CalendarData::from_text("a", &text, Format::Toml).expect_err("there is no month 13");
        assert_eq!(errors.len(), wrong.min(MAX_ERRORS));
    }
}

#[test]
fn a_line_of_a_log_is_as_long_as_the_limit_and_no_longer() {
    for length in [MAX_LINE_BYTES - 1, MAX_LINE_BYTES, MAX_LINE_BYTES + 1] {
        let error = Record::from_json_line(&" ".repeat(length)).expect_err("there is no record in it");
        crate::told::line(&error);
        assert_eq!(matches!(error, LineError::TooLong { bytes } if bytes == length), length > MAX_LINE_BYTES);
    }
}

#[test]
fn a_text_is_kept_as_it_was_written_and_found_however_it_was_written() {
    // Composed, decomposed, and with the tone where old spelling has it: three texts, one name.
    let spellings = ["Sở Hòa bình", "So\u{31b}\u{309} Ho\u{300}a bi\u{300}nh", "Sở Hoà bình"];
    let day = chrono::NaiveDate::from_ymd_opt(2024, 3, 25).unwrap();
    for written in spellings {
        let text = format!(
            "version = \"1\"\nunits = [{{ id = \"a\", names = [{{ name = \"{written}\" }}], source = \"x\" }}]"
        );
        let directory = Directory::read("a", &text, Format::Toml).unwrap();
        assert_eq!(directory.data().units[0].names[0].name, written);
        for asked in spellings {
            assert_eq!(directory.find_unit(asked, day), ["a".parse().unwrap()], "{asked:?} in {written:?}");
        }
    }
    // Identifiers are for machines: no letter that looks like another, none that is not seen.
    for id in ["sở", "so\u{200b}", "\u{202e}so", "ѕо", "so\u{301}", "ｓｏ"] {
        assert!(Mandate::read("a", &mandate(&[id.to_owned()]), Format::Toml).is_err(), "{id:?}");
    }
}
