//! Stub.
#![allow(missing_docs, clippy::all)]
use std::borrow::Cow;
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang { #[default] Vi, En }
#[derive(Clone, Debug, PartialEq, Eq)] pub struct Text { pub vi: Cow<'static, str>, pub en: Cow<'static, str> }
impl Text { pub const fn fixed(vi: &'static str, en: &'static str) -> Self { Self { vi: Cow::Borrowed(vi), en: Cow::Borrowed(en) } }
 pub fn new(vi: impl Into<Cow<'static,str>>, en: impl Into<Cow<'static, str>>) -> Self { Self { vi: vi.into(), en: en.into() } }
 pub fn get(&self, l: Lang) -> &str { match l { Lang::Vi => &self.vi, Lang::En => &self.en } } }
pub trait Say { fn say(&self) -> Text; fn in_lang(&self, lang: Lang) -> String { self.say().get(lang).to_owned() } }
pub fn fold_name(name: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    let s: String = name.nfc().map(|c| if matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}') { '-' } else { c }).collect::<String>().to_lowercase();
    let s = s.split_whitespace().collect::<Vec<_>>().join(" ");
    s.replace(" -", "-").replace("- ", "-").replace("uỷ", "ủy")
}
pub fn same_name(a: &str, b: &str) -> bool { fold_name(a) == fold_name(b) }
pub mod read {
    use super::*; use std::sync::Arc;
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Format { Toml, Json }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Place { pub file: Arc<str>, pub line: u32, pub column: u32, pub path: String }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct InputError { pub place: Place, pub found: String, pub expected: Text, pub what: Text, pub remedy: Option<Text> }
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct InputErrors(Vec<InputError>);
    impl InputErrors { pub fn new(v: Vec<InputError>) -> Option<Self> { (!v.is_empty()).then_some(Self(v)) } pub fn iter(&self) -> std::slice::Iter<'_, InputError> { self.0.iter() } }
    impl std::fmt::Display for InputErrors { fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { for e in &self.0 { writeln!(f, "{e:?}")?; } Ok(()) } }
    impl std::error::Error for InputErrors {}
    pub struct Read<T> { pub value: T, pub places: Places }
    #[derive(Debug)]
    pub struct Places(Arc<str>);
    impl Places { pub fn at(&self, path: &str) -> Place { Place { file: self.0.clone(), line: 1, column: 1, path: path.to_owned() } } }
    pub fn read<T: serde::de::DeserializeOwned>(file: &str, text: &str, format: Format) -> Result<Read<T>, InputErrors> {
        let v: Result<T, String> = match format { Format::Toml => toml::from_str(text).map_err(|e| e.to_string()), Format::Json => serde_json::from_str(text).map_err(|e| e.to_string()) };
        let places = Places(file.into());
        match v { Ok(value) => Ok(Read { value, places }), Err(e) => Err(InputErrors(vec![InputError { place: places.at(""), found: e, expected: Text::fixed("", ""), what: Text::fixed("", ""), remedy: None }])) }
    }
}
