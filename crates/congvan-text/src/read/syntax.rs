//! What a parser has to say about a text that is not TOML or JSON at all.

use std::sync::Arc;

use super::error::{InputError, InputErrors};
use super::place::{Place, Source, clip};
use super::{Format, MAX_BYTES, MAX_DEPTH};
use crate::lang::Text;

/// A place where a text breaks the rules of its format.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Slip {
    pub(super) byte: usize,
    pub(super) found: String,
    pub(super) expected: Text,
    pub(super) what: Text,
    pub(super) remedy: Option<Text>,
    pub(super) path: String,
}

impl Slip {
    pub(super) fn new(byte: usize, what: Text) -> Self {
        Self {
            byte,
            found: String::new(),
            expected: Text::fixed("", ""),
            what,
            remedy: None,
            path: String::new(),
        }
    }

    /// A text that nests deeper than is read.
    pub(super) fn too_deep(byte: usize) -> Self {
        let what = Text::new(
            format!("dữ liệu lồng nhau quá {MAX_DEPTH} cấp"),
            format!("lists and tables are nested deeper than {MAX_DEPTH} levels"),
        );
        Self {
            remedy: Some(Text::fixed("hãy bớt cấp lồng nhau", "nest them less deeply")),
            ..Self::new(byte, what)
        }
    }

    /// A key that its table already has.
    pub(super) fn duplicate_key(byte: usize, key: &str, path: String) -> Self {
        let what = Text::new(format!("`{key}` được ghi hai lần"), format!("`{key}` is written twice"));
        let remedy = Text::fixed("chỉ giữ lại một lần", "keep one of the two");
        Self { found: clip(key), remedy: Some(remedy), path, ..Self::new(byte, what) }
    }

    pub(super) fn into_error(self, source: &Source) -> InputError {
        InputError {
            place: source.at(self.byte, self.path),
            found: self.found,
            expected: self.expected,
            what: self.what,
            remedy: self.remedy,
        }
    }
}

/// The errors of a text that could not be parsed; one for each line, since the first of a line often causes the others.
pub(super) fn errors(source: &Source, format: Format, mut slips: Vec<Slip>) -> InputErrors {
    // Sifted before columns are counted, since a long line of many slips would be counted again for each.
    slips.sort_by_key(|slip| slip.byte);
    slips.dedup_by_key(|slip| source.line(slip.byte));
    InputErrors::of(slips.into_iter().map(|slip| slip.into_error(source))).unwrap_or_else(|| {
        let name = format.name();
        let what = Text::new(format!("văn bản không đúng cú pháp {name}"), format!("the text is not {name}"));
        InputErrors::one(Slip::new(0, what).into_error(source))
    })
}

/// A text that is larger than what is read; it has no lines, for nobody looked into it.
pub(super) fn too_large(file: &Arc<str>, bytes: usize) -> InputError {
    InputError {
        place: Place { file: Arc::clone(file), line: 0, column: 0, path: String::new() },
        found: format!("{bytes}"),
        expected: Text::new(format!("không quá {MAX_BYTES} byte"), format!("at most {MAX_BYTES} bytes")),
        what: Text::fixed("tệp quá lớn", "the file is too large"),
        remedy: Some(Text::fixed("hãy chia thành nhiều tệp", "split it into several files")),
    }
}
