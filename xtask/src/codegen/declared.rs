//! Says to Java what may be thrown, and where a constructor with a name is.
//!
//! The one family of exceptions is checked to Java: what does not declare it can neither be caught nor, in an object of the
//! host, throw it. As generated, constructors and the interfaces that a host implements do not.

use crate::tools::Failure;

const THROWS: &str = "    @Throws(CongvanException::class)\n";
/// How a constructor begins that makes an object of what is given.
const CONSTRUCTOR: &str = "    constructor(`";
/// What each of them calls, two lines further.
const RAISING: &str = "    uniffiRustCallWithError(CongvanException)";
/// How a method of an interface begins.
const METHOD: &str = "    fun `";
/// What is generated for each interface that a host implements.
const OF_THE_HOST: &str = "internal object uniffiCallbackInterface";
/// How a constructor with a name begins, with errors and without.
const NAMED: [&str; 2] = ["    @Throws(CongvanException::class) fun `", "     */ fun `"];

/// What follows the class of each object.
const CONVERTER: &str = "public object FfiConverterType";

/// The generated Kotlin with its exceptions declared, and its named constructors where Java looks for them.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn thrown(source: &str) -> Result<String, Failure> {
    let hosts: Vec<&str> =
        source.lines().filter_map(|line| line.strip_prefix(OF_THE_HOST)?.strip_suffix(" {")).collect();
    let lines: Vec<&str> = source.lines().collect();
    let mut text = String::with_capacity(source.len());
    let (mut of_a_host, mut of_an_object) = (false, false);
    let mut declared = [0_usize; 3];
    for (at, line) in lines.iter().enumerate() {
        if let Some(name) = line.strip_prefix("public interface ").and_then(|rest| rest.strip_suffix(" {")) {
            of_a_host = hosts.contains(&name);
        } else if *line == "    companion object {" {
            of_an_object = true;
        } else if *line == "}" {
            of_a_host = false;
        } else if line.starts_with(CONVERTER) {
            of_an_object = false;
        }
        let raises = line.starts_with(CONSTRUCTOR)
            && lines.iter().skip(at).take(3).any(|next| next.starts_with(RAISING));
        let method = of_a_host && line.starts_with(METHOD);
        let named = NAMED.iter().find(|start| of_an_object && line.starts_with(**start));
        for (count, found) in declared.iter_mut().zip([raises, method, named.is_some()]) {
            *count = count.saturating_add(usize::from(found));
        }
        if raises || method {
            text.push_str(THROWS);
        }
        match named {
            Some(_) => text.push_str(&line.replacen(" fun `", " @JvmStatic fun `", 1)),
            None => text.push_str(line),
        }
        text.push('\n');
    }
    if declared.contains(&0) {
        return Err(Failure::check(format!(
            "the generated Kotlin has constructors, methods of a host and named constructors {declared:?} times, expected \
             some of each: adapt xtask/src/codegen/declared.rs to the generator's version"
        )));
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "\
public interface Clock {
    fun `now`(): Instant
}
internal object uniffiCallbackInterfaceClock {
}
public interface DirectiveInterface {
    fun `version`(): kotlin.ULong
}
open class Directive
{
    constructor(`id`: DirectiveId) :
        this(UniffiWithHandle,
    uniffiRustCallWithError(CongvanException) { _status ->
    )
    constructor(`number`: kotlin.Int) :
        this(UniffiWithHandle,
    uniffiRustCall() { _status ->
    )
    companion object {
    @Throws(CongvanException::class) fun `replay`(`id`: DirectiveId): Directive {
}
     */ fun `empty`(): Directive {
    }
}
public object FfiConverterTypeDirective: FfiConverter<Directive, Long> {
}
    @Throws(CongvanException::class) fun `describe`(`error`: CongvanException): kotlin.String {
";

    #[test]
    fn constructors_and_methods_of_a_host_declare_what_they_throw() {
        let text = thrown(SOURCE).unwrap();
        assert!(text.contains(&format!("{{\n{THROWS}    fun `now`")), "{text}");
        assert!(text.contains(&format!("{THROWS}    constructor(`id`")), "{text}");
        assert_eq!(text.matches(THROWS).count(), 2, "{text}");
    }

    #[test]
    fn a_constructor_with_a_name_is_static() {
        let text = thrown(SOURCE).unwrap();
        assert!(text.contains("    @Throws(CongvanException::class) @JvmStatic fun `replay`"), "{text}");
        assert!(text.contains("     */ @JvmStatic fun `empty`"), "{text}");
        assert_eq!(text.matches("@JvmStatic").count(), 2, "{text}");
    }

    #[test]
    fn another_form_is_told() {
        for missing in ["internal object", "    constructor(`id`", "    companion object {"] {
            assert!(thrown(&SOURCE.replace(missing, "")).is_err(), "{missing}");
        }
    }
}
