//! The two languages in which the project speaks, and texts that exist in both.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the texts shown to people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Vietnamese, the language of administration and the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// The code of the language: `vi` or `en`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Lang {
    type Err = UnknownLang;

    /// Reads the code of a language, `vi` or `en`, in lower or upper case.
    fn from_str(code: &str) -> Result<Self, UnknownLang> {
        match code.to_ascii_lowercase().as_str() {
            "vi" => Ok(Self::Vi),
            "en" => Ok(Self::En),
            _ => Err(UnknownLang(code.to_owned())),
        }
    }
}

/// A code that names no language of the project; holds the code as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownLang(pub String);

impl Say for UnknownLang {
    fn say(&self) -> Text {
        Text::new(
            format!("không có ngôn ngữ `{}`; hãy dùng `vi` hoặc `en`", self.0),
            format!("no language `{}`; use `vi` or `en`", self.0),
        )
    }
}

impl fmt::Display for UnknownLang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.say().en)
    }
}

impl std::error::Error for UnknownLang {}

/// A text in both languages.
///
/// It is written as a table with the keys `en` and `vi`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Text {
    /// The English text.
    pub en: Cow<'static, str>,
    /// The Vietnamese text, in the register of official documents.
    pub vi: Cow<'static, str>,
}

impl Text {
    /// A text known when the program is built.
    #[must_use]
    pub const fn fixed(vi: &'static str, en: &'static str) -> Self {
        Self { vi: Cow::Borrowed(vi), en: Cow::Borrowed(en) }
    }

    /// A text made of parts, first in Vietnamese, then in English.
    pub fn new(vi: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }

    /// The text with everything visible: line ends, control characters and marks that turn the direction of writing are
    /// written as escapes, so that a text which quotes what somebody sent stays on its line and says what it says.
    #[must_use]
    pub fn visible(self) -> Self {
        Self { en: visible(self.en), vi: visible(self.vi) }
    }

    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }

    /// Whether the text says nothing in either language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.vi.is_empty() && self.en.is_empty()
    }
}

/// One text with everything visible, as [`Text::visible`].
pub(crate) fn visible(text: Cow<'static, str>) -> Cow<'static, str> {
    if !text.contains(is_hidden) {
        return text;
    }
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\n' | '\r' | '\t' => shown.extend(letter.escape_default()),
            hidden if is_hidden(hidden) => shown.extend(hidden.escape_unicode()),
            plain => shown.push(plain),
        }
    }
    shown.into()
}

/// Whether a character has no form of its own and changes how others are shown.
fn is_hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
        )
}

/// A thing that can be told in both languages.
pub trait Say {
    /// The thing told in both languages.
    fn say(&self) -> Text;

    /// The thing told in one language.
    fn in_lang(&self, lang: Lang) -> String {
        self.say().get(lang).to_owned()
    }
}

impl Say for Text {
    fn say(&self) -> Text {
        self.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_reads_back_to_its_language() {
        for lang in [Lang::Vi, Lang::En] {
            assert_eq!(lang.code().parse(), Ok(lang));
            assert_eq!(lang.code().to_uppercase().parse(), Ok(lang));
            assert_eq!(serde_json::to_value(lang).unwrap(), lang.code());
        }
        assert_eq!(Lang::default(), Lang::Vi);
    }

    #[test]
    fn another_code_is_refused_in_both_languages() {
        for code in ["", "fr", "vi ", "vie"] {
            let refusal = code.parse::<Lang>().unwrap_err();
            assert!(refusal.in_lang(Lang::Vi).contains("hãy dùng `vi` hoặc `en`"));
            assert!(refusal.to_string().contains(&format!("`{code}`")));
        }
    }

    #[test]
    fn a_text_is_told_in_the_language_asked_for() {
        const TEXT: Text = Text::fixed("công văn", "official dispatch");
        assert_eq!(TEXT.in_lang(Lang::Vi), "công văn");
        assert_eq!(TEXT.in_lang(Lang::En), "official dispatch");
        assert_eq!(TEXT, Text::new("công văn".to_owned(), "official dispatch"));
    }

    #[test]
    fn what_cannot_be_seen_is_written_as_an_escape() {
        let told = Text::new("a\nb\r\tc\u{0}\u{1b}[2J", "a\u{202e}b\u{2029}\u{feff}").visible();
        assert_eq!(told.vi, r"a\nb\r\tc\u{0}\u{1b}[2J");
        assert_eq!(told.en, r"a\u{202e}b\u{2029}\u{feff}");
        // Letters of every form, and the space that keeps words together, are seen.
        let plain = Text::fixed("Sở Nội vụ – ở\u{a0}tỉnh, o\u{309}", "“quoted” ﬁ");
        assert_eq!(plain.clone().visible(), plain);
        assert_eq!(told.clone().visible(), told);
    }

    #[test]
    fn a_text_is_written_with_both_languages() {
        let written = serde_json::to_string(&Text::fixed("công văn", "official dispatch")).unwrap();
        assert_eq!(written, r#"{"en":"official dispatch","vi":"công văn"}"#);
    }
}
