//! The deserialiser over a tree: serde's side of the reading, which knows the node of everything it hands out.

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::fault::{Fault, Hint, Reason};
use super::tree::{Id, Number, Spot, Tree, Value};

/// How deep stopgaps may nest; a type that needs itself to exist would otherwise never end.
const STOPGAP_DEPTH: u8 = 24;

/// A node of a tree, ready to be read.
#[derive(Clone, Copy)]
pub(super) struct At<'t> {
    tree: &'t Tree,
    id: Id,
    /// How many stopgaps stand around this one.
    depth: u8,
}

impl<'t> At<'t> {
    pub(super) fn root(tree: &'t Tree) -> Self {
        Self { tree, id: Tree::ROOT, depth: 0 }
    }

    fn to(self, id: Id) -> Self {
        Self { id, ..self }
    }

    fn deeper(self) -> Result<Self, Fault> {
        if self.depth >= STOPGAP_DEPTH {
            return Err(Fault::new(Reason::Custom(String::new())));
        }
        Ok(Self { depth: self.depth + 1, ..self })
    }

    fn is_stopgap(self) -> bool {
        *self.tree.value(self.id) == Value::Stopgap
    }

    /// Reads a part of something larger; what a type says after its visit ended is located at the part, too.
    fn part<'de, T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        seed.deserialize(self).map_err(|fault| fault.located(Spot::value(self.id), Hint::Any))
    }

    /// Runs a visit and says where it failed.
    fn under<V>(self, hint: Hint, visit: impl FnOnce(Self) -> Result<V, Fault>) -> Result<V, Fault> {
        visit(self).map_err(|fault| fault.located(Spot::value(self.id), hint))
    }

    fn visit<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        match self.tree.value(self.id) {
            Value::Null | Value::Stopgap => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(Number::Signed(value)) => visitor.visit_i64(*value),
            Value::Number(Number::Unsigned(value)) => visitor.visit_u64(*value),
            Value::Number(Number::LongSigned(value)) => visitor.visit_i128(*value),
            Value::Number(Number::LongUnsigned(value)) => visitor.visit_u128(*value),
            Value::Number(Number::Float(value)) => visitor.visit_f64(*value),
            Value::Text(value) => visitor.visit_str(value),
            Value::List(_) => self.visit_list(visitor),
            Value::Table(_) => visitor.visit_map(Entries::new(self)),
        }
    }

    fn visit_list<'de, V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        let members: Vec<Id> = self.tree.live(self.id).collect();
        let len = members.len();
        let mut rest = Members { at: self, members: members.into_iter() };
        let value = visitor.visit_seq(&mut rest)?;
        match rest.members.len() {
            0 => Ok(value),
            left => Err(Fault::new(Reason::TooLong { len, wanted: len - left })),
        }
    }

    fn visit_stopgaps<'de, V: Visitor<'de>>(self, count: usize, visitor: V) -> Result<V::Value, Fault> {
        let members = vec![self.id; count];
        visitor.visit_seq(&mut Members { at: self.deeper()?, members: members.into_iter() })
    }

    fn visit_fields<'de, V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_map(Fields { at: self.deeper()?, fields: fields.iter() })
    }
}

/// Methods that read a number: a stopgap is the number one.
macro_rules! integers {
    ($($method:ident $type:ty,)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            let hint = Hint::Integer { least: i128::try_from(<$type>::MIN).unwrap_or(i128::MIN), most: u128::try_from(<$type>::MAX).unwrap_or(u128::MAX) };
            self.under(hint, |at| if at.is_stopgap() { visitor.visit_u64(1) } else { at.visit(visitor) })
        }
    )*};
}

/// Methods that read a plain value, each with what is asked for and what a stopgap gives.
macro_rules! plain {
    ($($method:ident $hint:expr, $visit:ident($stopgap:expr);)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            self.under($hint, |at| if at.is_stopgap() { visitor.$visit($stopgap) } else { at.visit(visitor) })
        }
    )*};
}

impl<'de> Deserializer<'de> for At<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.under(Hint::Any, |at| at.visit(visitor))
    }

    integers! {
        deserialize_i8 i8, deserialize_i16 i16, deserialize_i32 i32, deserialize_i64 i64, deserialize_i128 i128,
        deserialize_u8 u8, deserialize_u16 u16, deserialize_u32 u32, deserialize_u64 u64, deserialize_u128 u128,
    }

    plain! {
        deserialize_bool Hint::Bool, visit_bool(false);
        deserialize_f32 Hint::Float, visit_f64(1.0);
        deserialize_f64 Hint::Float, visit_f64(1.0);
        deserialize_char Hint::Letter, visit_char('a');
        deserialize_str Hint::Text, visit_str("");
        deserialize_string Hint::Text, visit_str("");
        deserialize_bytes Hint::Text, visit_bytes(&[]);
        deserialize_byte_buf Hint::Text, visit_bytes(&[]);
        deserialize_identifier Hint::Text, visit_str("");
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.under(Hint::Any, |at| match at.tree.value(at.id) {
            Value::Null | Value::Stopgap => visitor.visit_none(),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) | Value::Table(_) => {
                visitor.visit_some(at)
            }
        })
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.under(Hint::Nothing, |at| at.visit(visitor))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.under(Hint::Nothing, |at| at.visit(visitor))
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.under(Hint::Any, |at| visitor.visit_newtype_struct(at))
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.under(Hint::List, |at| {
            if at.is_stopgap() { at.visit_stopgaps(0, visitor) } else { at.visit(visitor) }
        })
    }

    fn deserialize_tuple<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.under(Hint::Tuple(len), |at| {
            if at.is_stopgap() { at.visit_stopgaps(len, visitor) } else { at.visit(visitor) }
        })
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        self.under(
            Hint::Map,
            |at| if at.is_stopgap() { at.visit_fields(&[], visitor) } else { at.visit(visitor) },
        )
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.under(Hint::Struct(fields), |at| {
            if at.is_stopgap() { at.visit_fields(fields, visitor) } else { at.visit(visitor) }
        })
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.under(Hint::Enum(variants), |at| match at.tree.value(at.id) {
            Value::Text(name) => {
                visitor.visit_enum(IntoDeserializer::<Fault>::into_deserializer(name.as_str()))
            }
            Value::Table(_) => {
                let mut live = at.tree.live(at.id);
                match (live.next(), live.next()) {
                    (Some(payload), None) => {
                        visitor.visit_enum(Variant { name: at.tree.key(payload), at: at.to(payload) })
                    }
                    (None, _) | (Some(_), Some(_)) => Err(Fault::new(Reason::NotOneVariant)),
                }
            }
            Value::Stopgap => match variants.first() {
                Some(name) => visitor.visit_enum(Variant { name, at: at.deeper()? }),
                None => Err(Fault::new(Reason::NotOneVariant)),
            },
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::List(_) => {
                Err(Fault::new(Reason::NotOneVariant))
            }
        })
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_unit()
    }
}

/// The members of a list.
struct Members<'t> {
    at: At<'t>,
    members: std::vec::IntoIter<Id>,
}

impl<'de> SeqAccess<'de> for &mut Members<'_> {
    type Error = Fault;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Fault> {
        self.members.next().map(|id| self.at.to(id).part(seed)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.members.len())
    }
}

/// The entries of a table.
struct Entries<'t> {
    at: At<'t>,
    entries: std::vec::IntoIter<Id>,
    current: Id,
}

impl<'t> Entries<'t> {
    fn new(at: At<'t>) -> Self {
        Self { at, entries: at.tree.live(at.id).collect::<Vec<_>>().into_iter(), current: at.id }
    }
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        let Some(id) = self.entries.next() else {
            return Ok(None);
        };
        self.current = id;
        let key = Key(self.at.tree.key(id));
        seed.deserialize(key).map(Some).map_err(|fault| fault.located(Spot::key(id), Hint::Any))
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        self.at.to(self.current).part(seed)
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.entries.len())
    }
}

/// The fields of a table that a stopgap stands for.
struct Fields<'t> {
    at: At<'t>,
    fields: std::slice::Iter<'static, &'static str>,
}

impl<'de> MapAccess<'de> for Fields<'_> {
    type Error = Fault;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Fault> {
        self.fields.next().map(|field| seed.deserialize(Key(field))).transpose()
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Fault> {
        seed.deserialize(self.at)
    }
}

/// A variant of an enum that is written as a table of one entry.
struct Variant<'t> {
    name: &'t str,
    at: At<'t>,
}

impl<'de, 't> EnumAccess<'de> for Variant<'t> {
    type Error = Fault;
    type Variant = At<'t>;

    fn variant_seed<V: DeserializeSeed<'de>>(self, seed: V) -> Result<(V::Value, At<'t>), Fault> {
        let variant = seed
            .deserialize(Key(self.name))
            .map_err(|fault| fault.located(Spot::key(self.at.id), Hint::Any))?;
        Ok((variant, self.at))
    }
}

impl<'de> VariantAccess<'de> for At<'_> {
    type Error = Fault;

    fn unit_variant(self) -> Result<(), Fault> {
        let empty = match self.tree.value(self.id) {
            Value::Null | Value::Stopgap => true,
            Value::List(members) | Value::Table(members) => members.is_empty(),
            Value::Bool(_) | Value::Number(_) | Value::Text(_) => false,
        };
        if empty {
            return Ok(());
        }
        self.under(Hint::Nothing, |at| at.visit(Nothing))
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Fault> {
        self.part(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Fault> {
        self.deserialize_tuple(len, visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        self.deserialize_struct("", fields, visitor)
    }
}

/// Accepts nothing: the error of its visit says what was there instead.
struct Nothing;

impl Visitor<'_> for Nothing {
    type Value = ();

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("unit variant")
    }
}

/// The key of an entry; a key of digits may become a number, since a file can write it no other way.
struct Key<'k>(&'k str);

/// Whether a number is written as no number of JSON is: with a plus, or with a zero before other digits. Two such keys would be one number.
fn is_padded(key: &str) -> bool {
    let digits = key.strip_prefix('-').unwrap_or(key);
    let after_zero = digits.strip_prefix('0').and_then(|rest| rest.chars().next());
    digits.starts_with('+') || after_zero.is_some_and(|next| next.is_ascii_digit())
}

macro_rules! keys {
    ($($method:ident $type:ty, $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
            match self.0.parse::<$type>() {
                Ok(value) if !is_padded(self.0) => visitor.$visit(value),
                Ok(_) | Err(_) => visitor.visit_str(self.0),
            }
        }
    )*};
}

impl<'de> Deserializer<'de> for Key<'_> {
    type Error = Fault;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_str(self.0)
    }

    keys! {
        deserialize_bool bool, visit_bool;
        deserialize_i8 i8, visit_i8;
        deserialize_i16 i16, visit_i16;
        deserialize_i32 i32, visit_i32;
        deserialize_i64 i64, visit_i64;
        deserialize_i128 i128, visit_i128;
        deserialize_u8 u8, visit_u8;
        deserialize_u16 u16, visit_u16;
        deserialize_u32 u32, visit_u32;
        deserialize_u64 u64, visit_u64;
        deserialize_u128 u128, visit_u128;
        deserialize_f32 f32, visit_f32;
        deserialize_f64 f64, visit_f64;
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Fault> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Fault> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fault> {
        let name: StrDeserializer<'_, Fault> = self.0.into_deserializer();
        visitor.visit_enum(name)
    }

    serde::forward_to_deserialize_any! {
        char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

impl de::IntoDeserializer<'_, Fault> for Key<'_> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
