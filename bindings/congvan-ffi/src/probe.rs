//! Panics on demand, in whatever is exported: built with the feature `probe` alone, so that the tests of both languages can
//! show that each of them becomes an exception and the process lives.

use std::cell::Cell;
use std::sync::Arc;

use crate::error::CongvanError;

thread_local! {
    static ARMED: Cell<bool> = const { Cell::new(false) };
}

/// Has the next exported function that this thread enters panic and tell its name, that one and no other.
#[uniffi::export]
pub fn probe_arm() {
    ARMED.set(true);
}

/// Takes the order back; the answer is whether no function was entered since.
#[uniffi::export]
#[must_use]
pub fn probe_disarm() -> bool {
    ARMED.take()
}

/// Panics where this thread was told to; what each exported function does first.
#[expect(clippy::panic, reason = "it is what the probe is for")]
pub(crate) fn spring(name: &str) {
    if ARMED.take() {
        panic!("`{name}` was told to panic");
    }
}

/// What the caller implements to be called by a call that then panics.
#[uniffi::export(foreign)]
pub trait ProbeListener: Send + Sync {
    /// Called before the panic.
    ///
    /// # Errors
    /// What the caller raises.
    fn heard(&self) -> Result<(), CongvanError>;
}

/// Calls the caller back, hands on what that raises, and panics otherwise.
///
/// # Errors
/// What the caller raised.
#[uniffi::export]
pub fn probe_after_calling(listener: Arc<dyn ProbeListener>) -> Result<(), CongvanError> {
    listener.heard()?;
    probe_arm();
    spring("probe_after_calling");
    Ok(())
}
