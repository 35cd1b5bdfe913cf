//! Texts of a reason in both languages, as JSON.

use congvan_text::Text;
use serde::{Serialize, Serializer};

pub(super) fn in_both<S: Serializer>(text: &Text, serializer: S) -> Result<S::Ok, S::Error> {
    use serde::ser::SerializeStruct;
    let mut both = serializer.serialize_struct("Text", 2)?;
    both.serialize_field("en", text.get(congvan_text::Lang::En))?;
    both.serialize_field("vi", text.get(congvan_text::Lang::Vi))?;
    both.end()
}

pub(super) fn all_in_both<S: Serializer>(texts: &[Text], serializer: S) -> Result<S::Ok, S::Error> {
    struct Both<'a>(&'a Text);

    impl Serialize for Both<'_> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            in_both(self.0, serializer)
        }
    }

    serializer.collect_seq(texts.iter().map(Both))
}
