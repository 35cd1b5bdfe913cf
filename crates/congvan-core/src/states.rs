//! How an enum gathers the states of a machine: one list makes the enum, its frozen names and their Vietnamese.

/// Makes the enum of a machine's states and the enum of their names from one list.
macro_rules! states {
    (
        $(#[$enum_meta:meta])+
        $enum:ident,
        $(#[$name_meta:meta])+
        $names:ident,
        $($(#[$doc:meta])+ $state:ident($data:ty), $code:literal, $vi:literal;)+
    ) => {
        $(#[$enum_meta])+
        #[cfg_attr(feature = "fork", derive(Clone))]
        #[serde(rename_all = "snake_case")]
        pub enum $enum {
            $($(#[$doc])+ $state($data),)+
        }

        $(#[$name_meta])+
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
            schemars::JsonSchema,
        )]
        #[serde(rename_all = "snake_case")]
        pub enum $names {
            $($(#[$doc])+ $state,)+
        }

        impl $names {
            /// Every name, in the order of the lifecycle.
            pub const ALL: &[Self] = &[$(Self::$state,)+];

            /// The frozen name.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$state => $code,)+
                }
            }

            /// The name in Vietnamese.
            #[must_use]
            pub const fn vi(self) -> &'static str {
                match self {
                    $(Self::$state => $vi,)+
                }
            }
        }

        impl $enum {
            /// The state's name.
            #[must_use]
            pub const fn name(&self) -> $names {
                match self {
                    $(Self::$state(_) => $names::$state,)+
                }
            }
        }
    };
}

pub(crate) use states;
