//! Panics on demand, one for each class of exported call: built with the feature `probe` alone, so that the tests of both
//! languages can show that a panic becomes an exception and the process lives.

use std::sync::Arc;

use crate::error::CongvanError;

/// Panics in a function that cannot fail.
#[uniffi::export]
pub fn probe_function() {
    bang();
}

/// Panics in a function that can fail.
///
/// # Errors
/// Never: it panics.
#[uniffi::export]
pub fn probe_fallible_function() -> Result<String, CongvanError> {
    bang();
    Ok(String::new())
}

/// An object that panics on demand.
#[derive(Debug, uniffi::Object)]
pub struct Probe;

/// What the caller implements to be called by a call that then panics.
#[uniffi::export(with_foreign)]
pub trait ProbeListener: Send + Sync {
    /// Called before the panic.
    ///
    /// # Errors
    /// What the caller raises.
    fn heard(&self) -> Result<(), CongvanError>;
}

#[uniffi::export]
impl Probe {
    /// Panics in a constructor when it is told to.
    ///
    /// # Errors
    /// Never: it panics, or gives an object.
    #[uniffi::constructor]
    pub fn new(panics: bool) -> Result<Arc<Self>, CongvanError> {
        if panics {
            bang();
        }
        Ok(Arc::new(Self))
    }

    /// Panics in a method that cannot fail.
    pub fn method(&self) {
        bang();
    }

    /// Panics in a method that can fail.
    ///
    /// # Errors
    /// Never: it panics.
    pub fn fallible_method(&self) -> Result<(), CongvanError> {
        bang();
        Ok(())
    }

    /// Calls the caller back, hands on what that raises, and panics otherwise.
    ///
    /// # Errors
    /// What the caller raised.
    pub fn after_calling(&self, listener: Arc<dyn ProbeListener>) -> Result<(), CongvanError> {
        listener.heard()?;
        bang();
        Ok(())
    }
}

#[expect(clippy::panic, reason = "it is what the probe is for")]
fn bang() {
    panic!("the probe was told to panic");
}
