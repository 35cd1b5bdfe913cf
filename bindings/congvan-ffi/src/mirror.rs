//! How a mirror is stated once: its fields and documentation make the type of both languages and the conversions.
//!
//! Plain data is mirrored in place by `#[uniffi::remote]`, which names every field and variant too. What is left for
//! the macros here are the sums whose payloads stand in structs of their own: both languages see the fields inside
//! the variant, so that no variant shares its name with a record.

use std::sync::Arc;

use congvan::core::mandate::Assignment;

use crate::mandate::Mandate;
use crate::text::Text;

/// A field's value in the mirror's type, or back in the core's.
pub(crate) trait Cross<To> {
    /// The value on the other side.
    fn cross(self) -> To;
}

impl<T> Cross<T> for T {
    fn cross(self) -> T {
        self
    }
}

impl Cross<Arc<Mandate>> for Arc<congvan::Mandate> {
    fn cross(self) -> Arc<Mandate> {
        Arc::new(Mandate::new(self))
    }
}

impl Cross<Arc<congvan::Mandate>> for Arc<Mandate> {
    fn cross(self) -> Arc<congvan::Mandate> {
        self.core()
    }
}

impl Cross<Assignment> for Arc<Assignment> {
    fn cross(self) -> Assignment {
        Self::unwrap_or_clone(self)
    }
}

impl Cross<Arc<Assignment>> for Assignment {
    fn cross(self) -> Arc<Assignment> {
        Arc::new(self)
    }
}

impl Cross<Option<Assignment>> for Option<Arc<Assignment>> {
    fn cross(self) -> Option<Assignment> {
        self.map(Cross::cross)
    }
}

impl Cross<Option<Arc<Assignment>>> for Option<Assignment> {
    fn cross(self) -> Option<Arc<Assignment>> {
        self.map(Cross::cross)
    }
}

impl<T> Cross<Option<T>> for Option<Box<T>> {
    fn cross(self) -> Option<T> {
        self.map(|it| *it)
    }
}

impl<T> Cross<Option<Box<T>>> for Option<T> {
    fn cross(self) -> Option<Box<T>> {
        self.map(Box::new)
    }
}

impl Cross<String> for &'static str {
    fn cross(self) -> String {
        self.to_owned()
    }
}

impl Cross<Text> for congvan::Text {
    fn cross(self) -> Text {
        self.into()
    }
}

impl Cross<Vec<Text>> for Vec<congvan::Text> {
    fn cross(self) -> Vec<Text> {
        self.into_iter().map(Into::into).collect()
    }
}

/// The content of a variant, out of its box where it is boxed.
macro_rules! opened {
    ($content:ident) => {
        $content
    };
    (boxed $content:ident) => {
        *$content
    };
}

/// Mirrors an enum of the core whose variants hold a struct each, with the struct's fields inside the variant.
macro_rules! payloads {
    (
        $(#[$meta:meta])*
        $name:ident mirrors $core:ident
        $(or {
            $(#[$extra_meta:meta])*
            $extra:ident { $($(#[$extra_field_meta:meta])* $extra_field:ident: $extra_type:ty,)* } => $refused:expr
        })?;
        $($(#[$variant_meta:meta])* $variant:ident $([$boxed:ident])? = $module:ident::$payload:ident
            $(($(#[$only_meta:meta])* $only:ident: $only_type:ty))?
            $({ $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })?)*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, uniffi::Enum)]
        pub enum $name {
            $($(#[$variant_meta])* $variant {
                $($(#[$only_meta])* $only: $only_type,)?
                $($($(#[$field_meta])* $field: $type,)*)?
            },)*
            $($(#[$extra_meta])* $extra { $($(#[$extra_field_meta])* $extra_field: $extra_type,)* },)?
        }

        impl From<congvan::$core> for $name {
            fn from(core: congvan::$core) -> Self {
                match core {
                    $(congvan::$core::$variant(content) => {
                        let $module::$payload $(($only))? $({ $($field,)* })? = $crate::mirror::opened!($($boxed)? content);
                        Self::$variant {
                            $($only: $crate::mirror::Cross::cross($only),)?
                            $($($field: $crate::mirror::Cross::cross($field),)*)?
                        }
                    })*
                }
            }
        }

        impl TryFrom<$name> for congvan::$core {
            type Error = $crate::error::CongvanError;

            fn try_from(mirror: $name) -> Result<Self, Self::Error> {
                Ok(match mirror {
                    $($name::$variant { $($only,)? $($($field,)*)? } => {
                        $module::$payload
                            $(($crate::mirror::Cross::cross($only)))?
                            $({ $($field: $crate::mirror::Cross::cross($field),)* })?
                        .into()
                    })*
                    $($name::$extra { $($extra_field,)* } => return Err(($refused)($($extra_field),*)),)?
                })
            }
        }
    };
}

/// Mirrors an enum of the core whose variants have fields of their own: `from` one way, out; `and back` both ways.
macro_rules! facts {
    ($(#[$meta:meta])* $name:ident from $core:ident and back; $($variants:tt)*) => {
        $crate::mirror::facts! { $(#[$meta])* $name from $core; $($variants)* }
        $crate::mirror::facts! { @back $name $core; $($variants)* }
    };
    (
        $(#[$meta:meta])*
        $name:ident from $core:ident;
        $($(#[$variant_meta:meta])* $variant:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, uniffi::Enum)]
        pub enum $name {
            $($(#[$variant_meta])* $variant { $($(#[$field_meta])* $field: $type,)* },)*
        }

        impl From<$core> for $name {
            fn from(core: $core) -> Self {
                match core {
                    $($core::$variant { $($field,)* } => {
                        Self::$variant { $($field: $crate::mirror::Cross::cross($field),)* }
                    })*
                }
            }
        }
    };
    (
        @back $name:ident $core:ident;
        $($(#[$variant_meta:meta])* $variant:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })*
    ) => {
        impl From<$name> for $core {
            fn from(mirror: $name) -> Self {
                match mirror {
                    $($name::$variant { $($field,)* } => {
                        Self::$variant { $($field: $crate::mirror::Cross::cross($field),)* }
                    })*
                }
            }
        }

        impl $crate::mirror::Cross<Vec<$name>> for Vec<$core> {
            fn cross(self) -> Vec<$name> {
                self.into_iter().map(Into::into).collect()
            }
        }

        impl $crate::mirror::Cross<Vec<$core>> for Vec<$name> {
            fn cross(self) -> Vec<$core> {
                self.into_iter().map(Into::into).collect()
            }
        }
    };
}

pub(crate) use {facts, opened, payloads};
