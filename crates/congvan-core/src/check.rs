//! What a careful clerk would ask about a mandate, as findings.
// STUB
use crate::finding::*;
#[derive(Debug, Default)] #[allow(missing_docs)] pub struct Numbers;
#[allow(missing_docs)] impl Numbers { pub fn is_taken(&self, _: crate::id::UnitId, _: Option<&str>, _: i32, _: u32) -> bool { false } }
#[allow(missing_docs, missing_debug_implementations)] pub struct CheckContext<'a> { pub directory: &'a crate::Directory, pub calendar: &'a congvan_calendar::Calendar, pub issue_day: chrono::NaiveDate, pub numbers: &'a Numbers, pub places: Option<&'a congvan_text::read::Places> }
#[allow(missing_docs)] pub fn check(_: &crate::Mandate, _: &CheckContext<'_>) -> Vec<Finding> { vec![] }
#[allow(missing_docs)] pub fn unruled_by<'a>(_: &[&crate::mandate::Ruling], f: &'a [Finding]) -> Vec<&'a Finding> { f.iter().collect() }
pub use crate::finding::FindingCode;
