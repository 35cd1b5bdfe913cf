//! Makes the classes refuse a native library of another build.
//!
//! The generated checksums cover the signatures of functions and not the layout of records, and nothing looks at them before
//! the first call. The name of the build covers both, and is compared when the library is loaded.

use crate::tools::Failure;

/// How the name of a build begins; sixteen hexadecimal digits follow.
const VERSION: &str = concat!(env!("CARGO_PKG_VERSION"), "-");
const DIGITS: usize = 16;

/// The generated line that loads the library.
const LOADED: &str =
    "        Native.register(UniffiLib::class.java, findLibraryName(componentName = \"congvan\"))\n";

/// The name of the build that a library carries among its constants.
///
/// # Errors
/// It carries none, or several.
pub(crate) fn named(library: &[u8]) -> Result<String, Failure> {
    let whole = VERSION.len() + DIGITS;
    let mut names: Vec<&[u8]> = library
        .windows(whole)
        .filter(|window| {
            window.strip_prefix(VERSION.as_bytes()).is_some_and(|digits| {
                digits.iter().all(|digit| digit.is_ascii_digit() || (b'a'..=b'f').contains(digit))
            })
        })
        .collect();
    names.sort_unstable();
    names.dedup();
    match names.as_slice() {
        [name] => Ok(String::from_utf8_lossy(name).into_owned()),
        found => Err(Failure::check(format!(
            "the library carries {} names of a build, expected one: adapt xtask/src/codegen/build.rs",
            found.len()
        ))),
    }
}

/// The generated Kotlin, which compares the name before it asks the library for anything else: the generator's own checks say
/// less, and a function that another build does not have is no sentence at all.
///
/// # Errors
/// The generator wrote something else than this was written for.
pub(crate) fn compared(source: &str, name: &str) -> Result<String, Failure> {
    if source.matches(LOADED).count() != 1 {
        return Err(Failure::check(
            "the generated Kotlin does not load the library in one line: adapt xtask/src/codegen/build.rs",
        ));
    }
    let first = format!(
        "        congvanSameBuild()\n{LOADED}        IntegrityCheckingUniffiLib.ensureInitialized()\n"
    );
    let loaded = source.replacen(LOADED, &first, 1);
    Ok(format!(
        "{loaded}
/** The build that these classes are of. */
private const val CONGVAN_BUILD = \"{name}\"
{COMPARING}"
    ))
}

const COMPARING: &str = r#"
private fun congvanSameBuild() {
    val library = com.sun.jna.NativeLibrary.getInstance(findLibraryName(componentName = "congvan"), UniffiLib::class.java.classLoader)
    val found = try { congvanBuildOf(library) } catch (_: UnsatisfiedLinkError) { "unknown" }
    check(found == CONGVAN_BUILD) {
        "the native library is of build `$found`, these classes are of build `$CONGVAN_BUILD`: take both from one jar"
    }
}

private fun congvanBuildOf(library: com.sun.jna.NativeLibrary): String {
    val status = UniffiRustCallStatus()
    val free = library.getFunction("ffi_congvan_ffi_rustbuffer_free")
    val name = library.getFunction("uniffi_congvan_ffi_fn_func_build_id")
        .invoke(RustBuffer.ByValue::class.java, arrayOf<Any>(status)) as RustBuffer.ByValue
    try {
        return name.data?.getByteArray(0, name.len.toInt())?.toString(Charsets.UTF_8).orEmpty()
    } finally {
        free.invoke(Void::class.java, arrayOf<Any>(name, status))
    }
}
"#;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_found_among_other_bytes() {
        let name = format!("{VERSION}0123456789abcdef");
        let library = format!("\u{0}x{name}f9 {VERSION}alpha {name}");
        assert_eq!(named(library.as_bytes()).unwrap(), name);
    }

    #[test]
    fn no_name_and_two_names_are_told() {
        assert!(named(b"").is_err());
        assert!(named(format!("{VERSION}0123456789abcdeg").as_bytes()).is_err());
        assert!(named(format!("{VERSION}0123456789abcdef {VERSION}0123456789abcdee").as_bytes()).is_err());
    }

    #[test]
    fn the_name_is_compared_before_anything_else_is_asked_of_the_library() {
        let text = compared(&format!("init {{\n{LOADED}}}\n"), "0.1.0-0").unwrap();
        assert!(text.contains(&format!("init {{\n        congvanSameBuild()\n{LOADED}")), "{text}");
        assert!(text.contains("CONGVAN_BUILD = \"0.1.0-0\""), "{text}");
        assert!(compared("init {}\n", "0.1.0-0").is_err());
    }
}
