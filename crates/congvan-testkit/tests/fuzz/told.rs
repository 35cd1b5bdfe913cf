//! What every refusal of an input keeps: a place, both languages, one line.

use congvan_text::read::InputErrors;
use congvan_text::{Lang, Say};

/// The most errors that one reading may tell, so that no input buries its reader.
const MOST: usize = congvan_text::read::MAX_ERRORS;

/// The errors are sorted, inside the text, said in both languages, and each on one line.
pub(crate) fn errors(errors: &InputErrors, text: &str) {
    assert!((1..=MOST).contains(&errors.len()), "{} errors", errors.len());
    let lines = text.split('\n').count() + 1;
    for error in errors {
        let at = error.place.line as usize;
        assert!((1..=lines).contains(&at), "line {at} of {lines}: {error:?}");
        assert!(error.place.column > 0, "{error:?}");
        line(error);
        assert!(!error.what.vi.trim().is_empty() && !error.what.en.trim().is_empty(), "{error:?}");
    }
    let places: Vec<_> = errors.iter().map(|error| &error.place).collect();
    assert!(places.is_sorted(), "the errors are not sorted by place");
}

/// It is said in both languages, in one line that shows everything that is in it.
pub(crate) fn line(said: &impl Say) {
    both(said);
    let said = said.say();
    assert_eq!(said.clone().visible(), said, "something in it is not seen");
}

/// It is said in both languages.
pub(crate) fn both(said: &impl Say) {
    let said = said.say();
    assert_ne!(said.vi, said.en, "one language stands for both");
    for lang in [Lang::Vi, Lang::En] {
        let text = said.get(lang);
        assert!(!text.trim().is_empty(), "nothing is said in {lang:?}");
        assert!(text.len() < 100_000, "{} bytes of text in one error", text.len());
    }
}
