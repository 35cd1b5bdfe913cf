//! What or who would satisfy each reason, and the clause it comes from.

use congvan_text::Text;

use super::Reason;

impl Reason {
    /// What or who would satisfy it.
    #[must_use]
    pub fn cure(&self) -> Text {
        Text::new(self.code().as_str(), self.code().as_str())
    }
}
