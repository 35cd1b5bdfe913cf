//! What is wrong is told at its place, of its kind, and in both languages.

use std::sync::Arc;

use congvan_ffi::error::InputError;
use congvan_ffi::{
    Command, CongvanError, Context, CustomRule, Directive, Directory, Objection, Register, RuleQuestion,
};

use crate::journal::Rows;
use crate::later::Listener;
use crate::province::{SUBMIT, directory, head, id, in_force, opening, register, submit};

fn wrong<T: std::fmt::Debug>(answer: Result<T, CongvanError>) -> InputError {
    let Err(CongvanError::Input { mut errors }) = answer else { panic!("{answer:?}") };
    assert_eq!(errors.len(), 1, "{errors:?}");
    errors.remove(0)
}

#[test]
fn a_command_as_text_is_told_by_line_column_and_field() {
    let register = register("memory:");
    in_force(&register, "d-1");
    let sent = |text: &str| wrong(register.execute_json(id("d-1"), head(), text.to_owned(), None, None));
    let unfit = sent("{\n \"annotate\": {\"text\": 5}}");
    assert_eq!((unfit.line, unfit.column, unfit.field.as_str()), (2, 23, "annotate.text"));
    let unknown = SUBMIT.replace("syt/1", "syt/9");
    let unknown = sent(&format!("\n{unknown}"));
    assert_eq!((unknown.line, unknown.field.as_str()), (3, "submit.obligation"));
    assert!(unknown.what.vi.contains("`syt/9` không phải nghĩa vụ"), "{}", unknown.what.vi);
    let no_key = sent(&SUBMIT.replace("syt/1", "syt"));
    assert_eq!(no_key.field, "submit.obligation");
    assert!(!no_key.what.vi.contains("is not"), "{}", no_key.what.vi);
    let nested = sent(r#"{"waive": {"obligations": ["syt/1", "x/9"], "reason": "r"}}"#);
    assert_eq!(nested.column, 37, "{nested:?}");
}

#[test]
fn who_does_not_act_and_which_file_is_not_there_are_told_in_both_languages() {
    let day = id("2024-03-25T08:00:00+07:00");
    let day = congvan::Instant::date(day);
    for told in [
        wrong(directory().actor("syt.hed".to_owned(), day)).told,
        wrong(Directory::from_file("nowhere.toml".to_owned())).told,
        wrong(Register::open("mysql:".to_owned())).told,
    ] {
        assert!(told.vi != told.en && !told.vi.contains(" is ") && !told.vi.contains("os error"), "{told:?}");
    }
}

#[test]
fn a_damaged_file_is_corrupt_and_one_that_cannot_be_reached_is_unavailable() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("register.db");
    let address = format!("sqlite:{}", file.display());
    {
        let before = register(&address);
        in_force(&before, "d-1");
        before.shutdown();
    }
    let whole = std::fs::read(&file).unwrap();
    std::fs::write(&file, whole.get(..whole.len() / 2).unwrap()).unwrap();
    let read = Register::open(address).and_then(|register| register.state(id("d-1")));
    let Err(CongvanError::Corrupt { reason }) = read else { panic!("{read:?}") };
    assert!(reason.vi.contains("tệp sổ bị hỏng") && reason.en.contains("is damaged"), "{reason:?}");
    let nowhere = Register::open(format!("sqlite:{}/no/register.db", folder.path().display()));
    assert!(matches!(nowhere, Err(CongvanError::Unavailable { .. })), "{nowhere:?}");
}

#[test]
fn what_stands_behind_a_row_is_checked_before_it_is_sealed() {
    let directive = Directive::new(id("d-1")).unwrap();
    let context = Arc::new(Context::new(directory(), None, Vec::new()).unwrap());
    let [(officer, draft), (chairman, sign), ..] = opening();
    let at = id("2024-03-25T10:00:00+07:00");
    let first = Arc::new(directive.decide_json(draft, officer, at, Arc::clone(&context)).unwrap());
    let (name, other) = (|| id("c-1"), Some(congvan::ContentHash::of(b"another")));
    assert_eq!(wrong(first.seal(name(), 0, other)).field, "previous");
    assert_eq!(wrong(first.seal(name(), u64::MAX, None)).field, "head");
    let sealed = first.seal(name(), 7, None).unwrap();
    assert_eq!((sealed[0].position, sealed[0].sequence), (8, 1));
    directive.apply(first).unwrap();
    let second = directive.decide_json(sign, chairman, at, context).unwrap();
    assert_eq!(wrong(second.seal(name(), 8, None)).field, "previous");
    assert_eq!(wrong(second.seal(name(), 0, Some(sealed[0].hash))).field, "head");
    second.seal(name(), 8, Some(sealed[0].hash)).unwrap();
}

#[test]
fn a_directive_that_is_not_there_does_not_verify() {
    let register = register("memory:");
    in_force(&register, "d-1");
    assert_eq!(register.verify(Some(id("d-1"))).unwrap().directives, 1);
    assert!(matches!(register.verify(Some(id("d-2"))), Err(CongvanError::NotFound { .. })));
    assert_eq!(register.verify(None).unwrap().directives, 1);
}

/// A register whose last record has another position.
fn moved(to: u64) -> Arc<Register> {
    let rows = Arc::new(Rows::default());
    let before = Register::over(Arc::clone(&rows) as _).unwrap();
    before.set_directory(directory()).unwrap();
    in_force(&before, "d-1");
    submit(&before, "d-1").unwrap();
    rows.alter(|line| {
        let at = line.find(r#""position":"#).unwrap() + r#""position":"#.len();
        let until = at + line[at..].find(',').unwrap();
        format!("{}{to}{}", &line[..at], &line[until..])
    });
    Arc::new(Register::over(rows).unwrap())
}

#[test]
fn a_reader_goes_on_behind_the_last_position_and_never_gives_a_record_twice() {
    let register = moved(5_000);
    let subscription = Arc::clone(&register).subscribe(0).unwrap();
    let listener = Arc::new(Listener::default());
    register.push_to(Arc::clone(&listener) as _, 0).unwrap();
    let read = subscription.next_lines(100).unwrap();
    assert_eq!((read.len(), subscription.position()), (6, 5_000));
    assert!(subscription.next_lines(100).unwrap().is_empty());
    assert_eq!(*listener.0.lock().unwrap(), read);
    let backwards = Arc::clone(&moved(2)).subscribe(0).unwrap().next_lines(100);
    let Err(CongvanError::Corrupt { reason }) = backwards else { panic!("{backwards:?}") };
    assert!(reason.vi.contains("vị trí 2 đứng sau vị trí 5"), "{reason:?}");
}

/// A rule that objects to nothing.
struct Named(&'static str, &'static str);

impl CustomRule for Named {
    fn name(&self) -> Result<String, CongvanError> {
        Ok(self.0.to_owned())
    }

    fn version(&self) -> Result<String, CongvanError> {
        Ok(self.1.to_owned())
    }

    fn on_offer(&self, _: RuleQuestion) -> Result<Option<Objection>, CongvanError> {
        Ok(None)
    }

    fn on_command(&self, _: RuleQuestion, _: Command) -> Result<Option<Objection>, CongvanError> {
        Ok(None)
    }
}

#[test]
fn rules_have_names_of_their_own_and_versions() {
    let register = register("memory:");
    let set = |rules: [Named; 2]| register.set_rules(rules.map(|rule| Arc::new(rule) as _).into());
    for rules in [
        [Named("a", "1"), Named("", "1")],
        [Named("a", "1"), Named("b", " ")],
        [Named("a", "1"), Named("a", "2")],
    ] {
        assert_eq!(wrong(set(rules)).field, "rules");
    }
    set([Named("a", "1"), Named("b", "1")]).unwrap();
}
