//! Values: records, variants, and the kinds of the exception.

use super::number::{self, Aliases, Named, Number};

/// A value whose fields or body are being read.
pub(super) struct Record {
    name: String,
    fields: Vec<Named>,
    /// Whether its fields are still to come.
    open: bool,
    /// Whether it is no exception.
    is_data: bool,
}

impl Record {
    /// The value that begins on this line.
    pub(super) fn begin(line: &str) -> Option<Self> {
        let line = line.trim();
        let data = line.strip_prefix("data class ");
        let name = data.or_else(|| line.strip_prefix("class "))?.strip_suffix('(')?.trim_end();
        name.chars().all(char::is_alphanumeric).then(|| Self {
            name: name.to_owned(),
            fields: Vec::new(),
            open: true,
            is_data: data.is_some(),
        })
    }

    /// Whether its fields are being read.
    pub(super) fn is_open(&self) -> bool {
        self.open
    }

    /// Whether nothing of its body matters: nobody but the library makes an exception.
    pub(super) fn is_over(&self) -> bool {
        !self.open && !self.is_data
    }

    /// Takes a line of its fields; the answer stands before the line.
    pub(super) fn field(&mut self, line: &str, aliases: &Aliases) -> Option<String> {
        let (indent, rest) = line.split_at(line.len().saturating_sub(line.trim_start().len()));
        let last = rest.starts_with(')') || rest.contains(") : ");
        let Some(field) = rest.strip_prefix("val ") else {
            self.open = !last;
            return None;
        };
        let field = field.split_once(") : ").map_or(field, |(field, _)| field);
        let named = Named::read(field.trim_end().trim_end_matches(','))?;
        let number = Number::of(&named.kind, aliases);
        let getter = number.filter(|number| number.is_one_to_java()).map(|_| getter(&named.name));
        self.fields.push(named);
        self.open = !last;
        getter.map(|getter| format!("{indent}@get:JvmName(\"{getter}\")\n"))
    }

    /// What its body ends with, and whether there is more in it than a companion.
    pub(super) fn members(&self, aliases: &Aliases) -> (String, bool) {
        let numbers = || self.fields.iter().filter_map(|one| Some((one, Number::of(&one.kind, aliases)?)));
        if numbers().next().is_none() {
            return ("    companion object\n".to_owned(), false);
        }
        let mut text = String::new();
        for (field, number) in numbers().filter(|(_, number)| !number.is_one_to_java()) {
            let (name, given) = (&field.name, number.given(&format!("this.`{}`", field.name)));
            text.push_str(&format!(
                "    /**\n     * [`{name}`], as Java has it.\n     */\n    fun {}(): {} = {given}\n\n",
                getter(name),
                number.kind()
            ));
        }
        let declared = number::listed(&self.fields, |one| one.declared(aliases));
        let handed_on = number::listed(&self.fields, |one| one.handed_on(aliases));
        text.push_str(&format!(
            "    companion object {{\n        /**\n         * Made of numbers as Java has them.\n         */\n        \
             @JvmStatic\n        fun of({declared}): {0} =\n            {0}({handed_on})\n    }}\n",
            self.name
        ));
        (text, true)
    }
}

/// The name of a getter.
fn getter(name: &str) -> String {
    let mut letters = name.chars();
    letters
        .next()
        .map_or_else(String::new, |first| format!("get{}{}", first.to_uppercase(), letters.as_str()))
}
