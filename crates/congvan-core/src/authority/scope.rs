//! Which fields of work an act touches: a deputy decides within his portfolio, a delegation holds in its fields.

use crate::id::FieldId;
use crate::mandate::Mandate;

/// Which fields of work an act touches.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Scope<'a> {
    /// It decides nothing for a head, so that no portfolio limits it.
    Work,
    /// One field.
    Field(FieldId),
    /// These fields.
    Fields(&'a [FieldId]),
    /// The directive as a whole: every field of its mandate.
    Whole(&'a Mandate),
    /// A part of the directive that the payload will name: some field of its mandate.
    Part(&'a Mandate),
}

impl Scope<'_> {
    /// Whether it lies in these fields; where there are none, nothing is limited. What touches no named field lies in no
    /// limit: what is not allowed is denied.
    pub(crate) fn lies_in(self, limit: &[FieldId]) -> bool {
        if limit.is_empty() {
            return true;
        }
        match self {
            Self::Work => false,
            Self::Field(field) => limit.contains(&field),
            Self::Fields(fields) => fields.iter().all(|field| limit.contains(field)),
            Self::Whole(mandate) => {
                !mandate.fields.is_empty() && mandate.fields.iter().all(|field| limit.contains(&field.id))
            }
            Self::Part(mandate) => mandate.fields.iter().any(|field| limit.contains(&field.id)),
        }
    }

    /// The fields, for a refusal to name.
    pub(crate) fn fields(self) -> Vec<FieldId> {
        match self {
            Self::Work => Vec::new(),
            Self::Field(field) => vec![field],
            Self::Fields(fields) => fields.to_vec(),
            Self::Whole(mandate) | Self::Part(mandate) => {
                mandate.fields.iter().map(|field| field.id).collect()
            }
        }
    }
}
