//! What each reason says.

use congvan_text::Text;

use super::Reason;

impl Reason {
    /// Why, in one clause.
    #[must_use]
    pub fn sentence(&self) -> Text {
        Text::new(self.code().as_str(), self.code().as_str())
    }
}
