//! An authority provider: the host's own directory of persons.

use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use congvan::core::directory::{self, Delegation, DelegationKind, Holding, Power, Staff};
use congvan::core::id::{FieldId, OfficeId, PersonId};

use super::JUDGEMENT;
use crate::error::CongvanError;

/// Who holds which office on a day, as the host's own directory of persons knows it.
///
/// Units and offices stay the directory's; what is answered here stands in place of its holdings and delegations. Within
/// one command each question is asked once. Whoever cannot answer raises: the command is then not executed, and the call
/// ends with what was raised.
#[uniffi::export(foreign)]
pub trait AuthorityProvider: Send + Sync {
    /// What the person holds and was delegated on the day.
    fn of_person(&self, person: PersonId, on: NaiveDate) -> Result<Posted, CongvanError>;

    /// Who holds the office on the day, and to whom its powers are delegated.
    fn of_office(&self, office: OfficeId, on: NaiveDate) -> Result<Posted, CongvanError>;
}

/// What an authority provider knows of a person or an office on a day.
#[derive(Clone, Debug, Default, PartialEq, uniffi::Record)]
pub struct Posted {
    /// Who holds which office; an office has at most one holder on a day.
    #[uniffi(default = [])]
    pub holdings: Vec<Holding>,
    /// Who acts by order (TL.) or by authorisation (TUQ.), with which powers.
    #[uniffi(default = [])]
    pub delegations: Vec<Delegation>,
}

/// That a person holds an office on some days.
#[uniffi::remote(Record)]
pub struct Holding {
    /// The office.
    pub office: OfficeId,
    /// Who holds it.
    pub person: PersonId,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which the person no longer holds it; none means that no end is known.
    #[uniffi(default = None)]
    pub until: Option<NaiveDate>,
    /// Whether it is held as acting head (Q., Decree 30/2020/ND-CP, article 13); only a head's office can be.
    #[uniffi(default = false)]
    pub acting: bool,
}

/// Powers of a head's office that another person exercises.
#[uniffi::remote(Record)]
pub struct Delegation {
    /// Who exercises the powers.
    pub person: PersonId,
    /// The office they come from; it must be a head's.
    pub from_office: OfficeId,
    /// By order or by authorisation.
    pub kind: DelegationKind,
    /// The powers; at least one, and no other.
    pub powers: Vec<Power>,
    /// The fields they are limited to; none means every field.
    #[uniffi(default = [])]
    pub fields: Vec<FieldId>,
    /// The first day.
    pub from: NaiveDate,
    /// The first day on which they have ended; an authorisation must say it.
    #[uniffi(default = None)]
    pub until: Option<NaiveDate>,
    /// The regulation or the written authorisation.
    pub instrument: String,
}

impl From<Posted> for directory::Posted {
    fn from(posted: Posted) -> Self {
        let Posted { holdings, delegations } = posted;
        Self { holdings, delegations }
    }
}

/// A provider as the core asks it: answers are remembered for one judgement, and a failure answers nobody.
pub(crate) struct ForeignStaff(pub(crate) Arc<dyn AuthorityProvider>);

impl fmt::Debug for ForeignStaff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ForeignStaff")
    }
}

impl Staff for ForeignStaff {
    fn of_person(&self, person: PersonId, on: NaiveDate) -> directory::Posted {
        let known =
            JUDGEMENT.with_borrow(|judgement| judgement.as_ref()?.persons.get(&(person, on)).cloned());
        known.unwrap_or_else(|| {
            let answer = answered(self.0.of_person(person, on));
            JUDGEMENT.with_borrow_mut(|judgement| {
                judgement.as_mut().map(|judgement| judgement.persons.insert((person, on), answer.clone()))
            });
            answer
        })
    }

    fn of_office(&self, office: OfficeId, on: NaiveDate) -> directory::Posted {
        let known =
            JUDGEMENT.with_borrow(|judgement| judgement.as_ref()?.offices.get(&(office, on)).cloned());
        known.unwrap_or_else(|| {
            let answer = answered(self.0.of_office(office, on));
            JUDGEMENT.with_borrow_mut(|judgement| {
                judgement.as_mut().map(|judgement| judgement.offices.insert((office, on), answer.clone()))
            });
            answer
        })
    }
}

fn answered(answer: Result<Posted, CongvanError>) -> directory::Posted {
    answer.map(Into::into).unwrap_or_else(|error| {
        super::fail(error);
        directory::Posted::default()
    })
}
