//! Methods and functions, and their twins.

use super::number::{self, Aliases, Named, Number};

/// A method of an object, or a function outside of classes.
pub(super) struct Method {
    name: String,
    parameters: Vec<Named>,
    /// What it gives; empty where it gives nothing.
    gives: String,
    throws: bool,
    is_override: bool,
}

impl Method {
    /// The method whose body begins on this line.
    pub(super) fn read(line: &str) -> Option<Self> {
        let (before, rest) = line.split_once("fun `")?;
        // A method without a body belongs to an interface.
        if before.trim().is_empty() {
            return None;
        }
        let (name, rest) = rest.split_once("`(")?;
        let (parameters, gives) = rest.rsplit_once(')')?;
        let gives = gives.trim_start_matches(':').trim_end_matches('{').trim();
        Some(Self {
            name: name.to_owned(),
            parameters: parameters.split(", `").filter_map(Named::read).collect(),
            gives: gives.to_owned(),
            throws: before.contains("@Throws("),
            is_override: before.contains("override"),
        })
    }

    /// The same with signs; none where it has no number without one. An object has methods, and its named constructors are
    /// none of them.
    pub(super) fn twin(&self, aliases: &Aliases, in_an_object: bool) -> Option<String> {
        if self.is_override != in_an_object {
            return None;
        }
        let takes = self.parameters.iter().any(|one| Number::of(&one.kind, aliases).is_some());
        let gives = Number::of(&self.gives, aliases);
        // With the same parameters it has to have another name, but not to Java.
        let (annotation, name) = match gives {
            None | Some(_) if takes => (String::new(), format!("`{}`", self.name)),
            Some(number) => {
                (format!("    @JvmName(\"{0}\")\n", self.name), format!("{}As{}", self.name, number.signed))
            }
            None => return None,
        };
        let throws = if self.throws { "    @Throws(CongvanException::class)\n" } else { "" };
        let declared = number::listed(&self.parameters, |one| one.declared(aliases));
        let handed_on = number::listed(&self.parameters, |one| one.handed_on(aliases));
        let whose = if in_an_object { "this." } else { "" };
        let call = format!("{whose}`{}`({handed_on})", self.name);
        let kind = gives.map_or_else(|| self.gives.clone(), Number::kind);
        let result = if kind.is_empty() { String::new() } else { format!(": {kind}") };
        let call = gives.map_or_else(|| call.clone(), |number| number.given(&call));
        Some(format!(
            "\n    /**\n     * As the other `{}`, with numbers as Java has them.\n     */\n{annotation}{throws}    \
             fun {name}({declared}){result} =\n        {call}\n",
            self.name
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_gives_nothing_and_what_an_interface_says() {
        let method = Method::read("     */override fun `take`(`number`: kotlin.UInt)").unwrap();
        let twin = method.twin(&Vec::new(), true).unwrap();
        assert!(twin.ends_with("    fun `take`(`number`: kotlin.Int) =\n        this.`take`(congvanUInt(`number`, \"number\"))\n"), "{twin}");
        assert!(Method::read("    fun `take`(`number`: kotlin.UInt)").is_none());
    }

    #[test]
    fn a_named_constructor_is_no_method() {
        let method =
            Method::read("    @Throws(CongvanException::class) fun `of`(`number`: kotlin.UInt): Calendar {")
                .unwrap();
        assert!(method.twin(&Vec::new(), true).is_none());
    }
}
