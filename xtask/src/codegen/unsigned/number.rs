//! The types of numbers, in Kotlin and as Java has them.

/// The other names of numbers without a sign, each with its type.
pub(super) type Aliases = Vec<(String, String)>;

/// The other names that the generated text gives to numbers without a sign.
pub(super) fn aliases(source: &str) -> Aliases {
    source
        .lines()
        .filter_map(|line| line.strip_prefix("public typealias ")?.split_once(" = "))
        .filter(|(_, of)| Number::plain(of).is_some())
        .map(|(name, of)| (name.to_owned(), of.to_owned()))
        .collect()
}

/// A number without a sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its name in Kotlin.
    pub(super) name: &'static str,
    /// The type that Java has for it: the next wider one where that is one of the two that Java reckons with.
    pub(super) signed: &'static str,
    /// Whether it may be absent.
    pub(super) optional: bool,
}

impl Number {
    /// The number that a type is, or none.
    pub(super) fn of(kind: &str, aliases: &Aliases) -> Option<Self> {
        let (kind, optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
        let short = kind.strip_prefix("org.congvan.").unwrap_or(kind);
        let known = aliases.iter().find(|(name, _)| name == short).map_or(kind, |(_, of)| of);
        Self::plain(known).map(|(name, signed)| Self { name, signed, optional })
    }

    fn plain(kind: &str) -> Option<(&'static str, &'static str)> {
        match kind {
            "kotlin.UByte" => Some(("UByte", "Int")),
            "kotlin.UShort" => Some(("UShort", "Int")),
            "kotlin.UInt" => Some(("UInt", "Int")),
            "kotlin.ULong" => Some(("ULong", "Long")),
            _ => None,
        }
    }

    /// Whether its getter is a number to Java once it has a plain name.
    pub(super) fn is_one_to_java(self) -> bool {
        !self.optional && matches!(self.name, "UInt" | "ULong")
    }

    /// The type with a sign.
    pub(super) fn kind(self) -> String {
        format!("kotlin.{}{}", self.signed, self.mark())
    }

    /// The expression with a sign, of one without.
    pub(super) fn given(self, expression: &str) -> String {
        format!("{expression}{}.to{}()", self.mark(), self.signed)
    }

    /// The expression without a sign, of a parameter with one.
    pub(super) fn taken(self, parameter: &str) -> String {
        if self.optional {
            format!("`{parameter}`?.let {{ congvan{}(it, \"{parameter}\") }}", self.name)
        } else {
            format!("congvan{}(`{parameter}`, \"{parameter}\")", self.name)
        }
    }

    fn mark(self) -> &'static str {
        if self.optional { "?" } else { "" }
    }
}

/// A name with its type, as parameters and fields have it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Named {
    pub(super) name: String,
    pub(super) kind: String,
}

impl Named {
    /// What is written as `` `name`: Type = default``.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (name, rest) = text.trim().trim_start_matches('`').split_once("`: ")?;
        let kind = rest.split_once(" = ").map_or(rest, |(kind, _)| kind).trim();
        Some(Self { name: name.to_owned(), kind: kind.to_owned() })
    }

    /// How it is declared with a sign.
    pub(super) fn declared(&self, aliases: &Aliases) -> String {
        let kind = Number::of(&self.kind, aliases).map_or_else(|| self.kind.clone(), Number::kind);
        format!("`{}`: {kind}", self.name)
    }

    /// How it is handed on without one.
    pub(super) fn handed_on(&self, aliases: &Aliases) -> String {
        Number::of(&self.kind, aliases)
            .map_or_else(|| format!("`{}`", self.name), |number| number.taken(&self.name))
    }
}

/// Each with the others, as a list of parameters.
pub(super) fn listed(all: &[Named], one: impl Fn(&Named) -> String) -> String {
    all.iter().map(one).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_that_may_be_absent_stays_so() {
        let number = Number::of("kotlin.UByte?", &Vec::new()).unwrap();
        assert_eq!(number.kind(), "kotlin.Int?");
        assert_eq!(number.given("this.`most`"), "this.`most`?.toInt()");
        assert_eq!(number.taken("most"), "`most`?.let { congvanUByte(it, \"most\") }");
        assert!(!number.is_one_to_java());
        assert_eq!(Number::of("List<kotlin.UInt>", &Vec::new()), None);
    }

    #[test]
    fn another_name_is_known() {
        let aliases =
            aliases("public typealias Position = kotlin.ULong\npublic typealias Key = kotlin.String\n");
        assert_eq!(Number::of("org.congvan.Position", &aliases), Number::of("kotlin.ULong", &aliases));
        assert_eq!(Number::of("Key", &aliases), None);
    }

    #[test]
    fn a_default_is_no_part_of_the_type() {
        let named = Named::read(" `limit`: kotlin.UInt = 10u ").unwrap();
        assert_eq!((named.name.as_str(), named.kind.as_str()), ("limit", "kotlin.UInt"));
    }
}
