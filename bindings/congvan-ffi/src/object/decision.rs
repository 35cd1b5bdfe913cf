//! A decision of the pure core: the licence to store rows.

use congvan::ContentHash;
use congvan::core::directive;
use congvan::core::id::{CommandId, DirectiveId};
use congvan::store::{Append, Unsealed};

use super::answer::json;
use crate::callback::{SealedRow, sealed};
use crate::error::CongvanError;
use crate::event::Event;

/// What was decided: bound to the directive and the version that it was decided on.
#[derive(Debug, uniffi::Object)]
pub struct Decision {
    core: directive::Decision,
    fingerprint: ContentHash,
    rules: ContentHash,
}

impl Decision {
    pub(crate) const fn new(core: directive::Decision, fingerprint: ContentHash, rules: ContentHash) -> Self {
        Self { core, fingerprint, rules }
    }

    pub(crate) const fn core(&self) -> &directive::Decision {
        &self.core
    }
}

#[cfg_attr(feature = "probe", congvan_trap::trapped)]
#[uniffi::export]
impl Decision {
    /// Which directive.
    #[must_use]
    pub fn directive(&self) -> DirectiveId {
        self.core.directive()
    }

    /// The version that it was decided on: its rows may follow that one and no other.
    #[must_use]
    pub fn version(&self) -> u64 {
        self.core.version()
    }

    /// What happened, in order.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        self.core.events().iter().map(|event| event.clone().into()).collect()
    }

    /// What happened, in order, as a JSON array.
    pub fn events_json(&self) -> Result<String, CongvanError> {
        json(&self.core.events().iter().collect::<Vec<_>>())
    }

    /// Who decided, by what authority and when, as JSON.
    pub fn stamp_json(&self) -> Result<String, CongvanError> {
        json(self.core.stamp())
    }

    /// The fingerprint of the command: the same name with another one is another command.
    #[must_use]
    pub fn fingerprint(&self) -> ContentHash {
        self.fingerprint
    }

    /// The rows to store, sealed behind the hash of the directive's last row, none where it has none.
    ///
    /// `head` is the last place in the order of commits of the host's whole log; a host that keeps no such order gives the
    /// decision's version. Store the rows in one transaction, and only if the directive still stands at that version.
    pub fn seal(
        &self,
        command_id: CommandId,
        head: u64,
        previous: Option<ContentHash>,
    ) -> Result<Vec<SealedRow>, CongvanError> {
        self.follows(head, previous)?;
        let entry = Append {
            command_id,
            decision: &self.core,
            fingerprint: self.fingerprint,
            next_due: None,
            rules: self.rules,
        };
        let unsealed = Unsealed::of(&entry)
            .map_err(|error| CongvanError::NotCommitted { reason: super::told(&error) })?;
        Ok(sealed(&unsealed, head, previous))
    }
}

impl Decision {
    /// Whether rows of this decision can stand behind such a row and such a place.
    fn follows(&self, head: u64, previous: Option<ContentHash>) -> Result<(), CongvanError> {
        let version = self.core.version();
        if previous.is_some() != (version > 0) {
            let (vi, en) = if version > 0 {
                (
                    "văn bản đã có bản ghi; cần mã băm của bản ghi cuối",
                    "the directive has rows; expected the hash of the last one",
                )
            } else {
                (
                    "văn bản chưa có bản ghi nào; không có mã băm đứng trước",
                    "the directive has no rows; expected no hash before them",
                )
            };
            let found = previous.map(|hash| hash.to_string()).unwrap_or_default();
            return Err(CongvanError::argument("previous", found, (vi, en)));
        }
        // Every row of the directive has its place, so that there are at least as many places as rows.
        let events = u64::try_from(self.core.events().len()).unwrap_or(u64::MAX);
        if head < version || head.checked_add(events).is_none() {
            let what = (
                format!(
                    "vị trí cuối cùng của nhật ký phải từ {version} trở lên và còn chỗ cho {events} bản ghi"
                ),
                format!(
                    "expected the last place of the log: at least {version}, with room for {events} rows behind it"
                ),
            );
            return Err(CongvanError::argument("head", head.to_string(), (&what.0, &what.1)));
        }
        Ok(())
    }
}
