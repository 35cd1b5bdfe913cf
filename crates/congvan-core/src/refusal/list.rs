//! How one list of reasons makes the reasons, their codes and what leads from one to the other.

/// Makes the enum of the reasons and the enum of their codes from one list.
macro_rules! reasons {
    ($($(#[$doc:meta])+ $name:ident $({ $($(#[$field_doc:meta])+ $field:ident: $type:ty),+ $(,)? })?, $code:literal;)+) => {
        /// Why a command is refused, with the facts.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize)]
        #[serde(tag = "code", rename_all = "snake_case")]
        pub enum Reason {
            $($(#[$doc])+ $name $({ $($(#[$field_doc])+ $field: $type),+ })?,)+
        }

        /// The stable code of a reason.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReasonCode {
            $($(#[$doc])+ $name,)+
        }

        impl ReasonCode {
            /// Every code.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as text, frozen because hosts switch on it.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }

        impl Reason {
            /// The stable code.
            #[must_use]
            pub const fn code(&self) -> ReasonCode {
                match self {
                    $(Self::$name $({ $($field: _),+ })? => ReasonCode::$name,)+
                }
            }
        }
    };
}

pub(super) use reasons;
