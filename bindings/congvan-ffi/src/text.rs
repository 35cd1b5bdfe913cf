//! The two languages, and a text in both.

pub use congvan::Lang;

/// A language of the texts shown to people.
#[uniffi::remote(Enum)]
pub enum Lang {
    /// Vietnamese, the language of administration.
    Vi,
    /// English.
    En,
}

/// A text in both languages.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Text {
    /// The Vietnamese text, in the register of official documents.
    pub vi: String,
    /// The English text.
    pub en: String,
}

impl Text {
    /// The text in one language.
    #[must_use]
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Vi => &self.vi,
            Lang::En => &self.en,
        }
    }
}

impl From<congvan::Text> for Text {
    fn from(text: congvan::Text) -> Self {
        let congvan::Text { vi, en } = text;
        Self { vi: vi.into_owned(), en: en.into_owned() }
    }
}
