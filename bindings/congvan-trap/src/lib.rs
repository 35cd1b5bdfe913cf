//! A trap at the door of every exported function, so that the tests of both languages can have each of them panic.

use proc_macro::TokenStream;
use quote::{ToTokens as _, quote};
use syn::{Block, Error, ImplItem, Item, ItemImpl, Type};

/// Has the function, or each function of the `impl` block, ask first whether it is to panic: `crate::probe::spring` is told its name,
/// such as `library_version` or `Register::execute`.
///
/// It stands above `#[uniffi::export]`, so that what is exported is the function with its trap, and nothing of it is in a build
/// without probes:
///
/// ```text
/// #[cfg_attr(feature = "probe", congvan_trap::trapped)]
/// #[uniffi::export]
/// pub fn library_version() -> String { ... }
/// ```
#[proc_macro_attribute]
pub fn trapped(_options: TokenStream, item: TokenStream) -> TokenStream {
    trap(item.into()).unwrap_or_else(Error::into_compile_error).into()
}

/// The item with its traps set.
fn trap(item: proc_macro2::TokenStream) -> syn::Result<proc_macro2::TokenStream> {
    let mut item: Item = syn::parse2(item)?;
    if let Item::Fn(function) = &mut item {
        set(&mut function.block, &function.sig.ident.to_string())?;
    } else if let Item::Impl(block) = &mut item {
        set_in_each(block)?;
    } else {
        return Err(Error::new_spanned(
            &item,
            "no body to set a trap in; expected a function or an `impl` block",
        ));
    }
    Ok(item.into_token_stream())
}

fn set_in_each(block: &mut ItemImpl) -> syn::Result<()> {
    let owner = if let Type::Path(path) = &*block.self_ty { path.path.segments.last() } else { None };
    let Some(owner) = owner.map(|segment| segment.ident.to_string()) else {
        return Err(Error::new_spanned(
            &block.self_ty,
            "no name to tell the trap; expected the name of a type",
        ));
    };
    for item in &mut block.items {
        if let ImplItem::Fn(function) = item {
            set(&mut function.block, &format!("{owner}::{}", function.sig.ident))?;
        }
    }
    Ok(())
}

/// Puts the trap before whatever the body does.
fn set(body: &mut Block, name: &str) -> syn::Result<()> {
    body.stmts.insert(0, syn::parse2(quote! { crate::probe::spring(#name); })?);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn trapped(item: &str) -> Result<String, String> {
        trap(item.parse().unwrap()).map(|item| item.to_string()).map_err(|error| error.to_string())
    }

    fn as_written(item: &str) -> Result<String, String> {
        Ok(item.parse::<proc_macro2::TokenStream>().unwrap().to_string())
    }

    #[test]
    fn a_function_springs_its_trap_first() {
        let told = r#"#[uniffi::export] #[must_use] pub fn f() -> u8 { crate::probe::spring("f"); 1 }"#;
        assert_eq!(trapped("#[uniffi::export] #[must_use] pub fn f() -> u8 { 1 }"), as_written(told));
        let told = r#"pub async fn f(a: &str) { crate::probe::spring("f"); }"#;
        assert_eq!(trapped("pub async fn f(a: &str) { }"), as_written(told));
    }

    #[test]
    fn each_function_of_a_block_springs_its_own() {
        let given = "#[uniffi::export(default(a = 1))] impl super::It { const A: u8 = 1; \
                     #[uniffi::constructor] pub fn new() -> Self { Self } pub fn b(&self) { c(); } }";
        let told = r#"#[uniffi::export(default(a = 1))] impl super::It { const A: u8 = 1;
                     #[uniffi::constructor] pub fn new() -> Self { crate::probe::spring("It::new"); Self }
                     pub fn b(&self) { crate::probe::spring("It::b"); c(); } }"#;
        assert_eq!(trapped(given), as_written(told));
    }

    #[test]
    fn what_has_no_body_or_no_name_is_refused() {
        assert!(trapped("pub trait Clock { fn now(&self); }").unwrap_err().contains("no body"));
        assert!(trapped("impl [u8] { fn now(&self) {} }").unwrap_err().contains("no name"));
        assert!(trapped("fn").is_err());
    }
}
