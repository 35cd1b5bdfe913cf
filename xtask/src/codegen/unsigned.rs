//! Gives Java what takes or gives a number without a sign.
//!
//! The compiler mangles the name of whatever has one of Kotlin's unsigned types in its signature, and Java cannot say such a
//! name. So getters get their plain names back, constructors a static `of` beside them, and methods a twin with `int` and
//! `long`, which refuses what is negative.

mod method;
mod number;
mod record;

use std::mem;

use crate::tools::Failure;
use method::Method;
use number::Aliases;
use record::Record;

/// How a number from Java becomes one without a sign.
const CHECKED: &str = "
private fun congvanUByte(value: Int, name: String): UByte = congvanUnsigned(value.toLong(), name, 0xFFL).toUByte()

private fun congvanUShort(value: Int, name: String): UShort = congvanUnsigned(value.toLong(), name, 0xFFFFL).toUShort()

private fun congvanUInt(value: Int, name: String): UInt = congvanUnsigned(value.toLong(), name, Int.MAX_VALUE.toLong()).toUInt()

private fun congvanULong(value: Long, name: String): ULong = congvanUnsigned(value, name, Long.MAX_VALUE).toULong()

private fun congvanUnsigned(value: Long, name: String, most: Long): Long {
    require(value in 0L..most) { \"`$name` is a number from 0 to $most, found `$value`\" }
    return value
}
";

/// What follows the class of each object.
const CONVERTER: &str = "public object FfiConverterType";

/// The generated Kotlin with what Java can say.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn signed(source: &str) -> Result<String, Failure> {
    let mut signing = Signing { aliases: number::aliases(source), ..Signing::default() };
    for line in source.lines() {
        signing.take(line);
    }
    let Signing { text, functions, records, methods, .. } = signing;
    if records == 0 || methods == 0 {
        return Err(Failure::check(format!(
            "in the generated Kotlin {records} values and {methods} methods have numbers without a sign, expected some of \
             each: adapt xtask/src/codegen/unsigned.rs to the generator's version"
        )));
    }
    Ok(format!("{text}{functions}{CHECKED}"))
}

/// How far the generated text is read, and what is written so far.
#[derive(Default)]
struct Signing {
    aliases: Aliases,
    text: String,
    /// The value whose fields or body are being read.
    record: Option<Record>,
    /// Whether the class of an object is being read.
    in_an_object: bool,
    /// The twin of the method that is being read: it stands behind it.
    twin: String,
    /// The twins of functions outside of classes.
    functions: String,
    records: usize,
    methods: usize,
}

impl Signing {
    fn take(&mut self, line: &str) {
        if let Some(record) = Record::begin(line) {
            self.record = Some(record);
        } else if begins_an_object(line) {
            self.in_an_object = true;
        }
        match &mut self.record {
            Some(record) if record.is_open() => {
                if let Some(annotation) = record.field(line, &self.aliases) {
                    self.text.push_str(&annotation);
                }
                if record.is_over() {
                    self.record = None;
                }
                self.push(line);
            }
            Some(record) if line.trim() == "companion object" => {
                let (members, any) = record.members(&self.aliases);
                self.records = self.records.saturating_add(usize::from(any));
                self.record = None;
                self.text.push_str(&members);
            }
            Some(_) | None => self.outside(line),
        }
    }

    /// A line that belongs to no value.
    fn outside(&mut self, line: &str) {
        if line.starts_with("    /**") || line == "    companion object {" {
            self.text.push_str(&mem::take(&mut self.twin));
        } else if line.starts_with(CONVERTER) {
            self.in_an_object = false;
        }
        if let Some(twin) =
            Method::read(line).and_then(|method| method.twin(&self.aliases, self.in_an_object))
        {
            self.methods = self.methods.saturating_add(1);
            let place = if self.in_an_object { &mut self.twin } else { &mut self.functions };
            place.push_str(&twin);
        }
        self.push(line);
    }

    fn push(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// Whether the class of an object begins; those that stand for an object of the host are nothing that a program calls.
fn begins_an_object(line: &str) -> bool {
    line.strip_prefix("open class ")
        .and_then(|rest| rest.split_once(": Disposable, AutoCloseable"))
        .is_some_and(|(name, _)| !name.ends_with("Impl"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
data class Page (
    /**
     * Where it is.
     */
    val `position`: Position
    ,
    val `names`: Map<kotlin.String, Name> = mapOf()
    ,
    val `size`: kotlin.UShort

){

    companion object
}
open class Register: Disposable, AutoCloseable, RegisterInterface
{
    @Throws(CongvanException::class)override fun `log`(`of`: Id?, `limit`: kotlin.UInt): List<Row> {
    uniffiRustCall() {
}
    }
    /**
     * How many.
     */override fun `size`(`of`: Id): kotlin.ULong {
    uniffiRustCall() {
}
    }
    companion object {
    }
}
public object FfiConverterTypeRegister: FfiConverter<Register, Long> {
}
    @Throws(CongvanException::class) fun `all`(`of`: Register, `skip`: kotlin.UInt = 0u): List<Row> {
    }
public typealias Position = kotlin.ULong
";

    #[test]
    fn a_value_has_plain_getters_and_a_constructor_for_java() {
        let text = signed(SOURCE).unwrap();
        assert!(
            text.contains("     */\n    @get:JvmName(\"getPosition\")\n    val `position`: Position\n"),
            "{text}"
        );
        assert!(text.contains("    fun getSize(): kotlin.Int = this.`size`.toInt()\n"), "{text}");
        let of = "        fun of(`position`: kotlin.Long, `names`: Map<kotlin.String, Name>, `size`: kotlin.Int): Page =\n            \
                  Page(congvanULong(`position`, \"position\"), `names`, congvanUShort(`size`, \"size\"))\n";
        assert!(text.contains(of), "{text}");
    }

    #[test]
    fn a_method_has_a_twin_with_signs() {
        let text = signed(SOURCE).unwrap();
        let log = "    @Throws(CongvanException::class)\n    fun `log`(`of`: Id?, `limit`: kotlin.Int): List<Row> =\n        \
                   this.`log`(`of`, congvanUInt(`limit`, \"limit\"))\n";
        let size = "    @JvmName(\"size\")\n    fun sizeAsLong(`of`: Id): kotlin.Long =\n        this.`size`(`of`).toLong()\n";
        let (first, second) = text.split_once("     * How many.").unwrap();
        assert!(first.ends_with(&format!("{log}    /**\n")), "{text}");
        assert!(second.split_once("    companion object {").unwrap().0.ends_with(size), "{text}");
    }

    #[test]
    fn a_function_has_a_twin_behind_the_rest() {
        let text = signed(SOURCE).unwrap();
        let all = "    @Throws(CongvanException::class)\n    fun `all`(`of`: Register, `skip`: kotlin.Int): List<Row> =\n        \
                   `all`(`of`, congvanUInt(`skip`, \"skip\"))\n";
        assert!(text.split_once("typealias").unwrap().1.contains(all), "{text}");
    }

    #[test]
    fn what_has_no_such_number_is_left_alone() {
        let plain = "data class Name (\n    val `name`: kotlin.String\n){\n    companion object\n}\n";
        let text = signed(&format!("{plain}{SOURCE}")).unwrap();
        assert!(text.starts_with(plain), "{text}");
    }

    #[test]
    fn another_form_is_told() {
        assert!(signed("").unwrap_err().message.unwrap().contains("0 values and 0 methods"));
        assert!(signed(&SOURCE.replace("fun `", "function `")).is_err());
    }
}
