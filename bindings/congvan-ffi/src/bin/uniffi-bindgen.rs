//! Writes the Python and Kotlin sources from the library that was built.

fn main() {
    uniffi::uniffi_bindgen_main();
}
