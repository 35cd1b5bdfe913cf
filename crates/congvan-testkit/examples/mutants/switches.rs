//! Writes mutants into a source file so that each can be switched on when the program runs: one build serves them all.
//!
//! A value in place of a function's body becomes `if is(7) { return VALUE; }` before the body; another operator or
//! condition becomes `(if is(7) { A > B } else { A < B })` around the expression. Changes of other kinds, conditions that
//! bind by `let`, and functions whose result has no name are left to be built one by one.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use syn::spanned::Spanned;
use syn::visit::{self, Visit};

use crate::listed::{Genre, Mutant};

/// The module of the core that knows which mutant is on, by the environment variable [`ON`].
pub(crate) const MODULE: &str = r#"
#[doc(hidden)]
pub mod switched {
    static ON: std::sync::OnceLock<usize> = std::sync::OnceLock::new();
    #[inline]
    pub fn is(mutant: usize) -> bool {
        let read = || std::env::var("CONGVAN_MUTANT").ok()?.parse().ok();
        *ON.get_or_init(|| read().unwrap_or(usize::MAX)) == mutant
    }
}
"#;
/// The environment variable that says which mutant is on.
pub(crate) const ON: &str = "CONGVAN_MUTANT";

/// A file with its switches.
#[derive(Debug, Default)]
pub(crate) struct Switched {
    pub(crate) text: String,
    /// Which bytes of the text belong to which mutant.
    pub(crate) parts: Vec<(Range<usize>, usize)>,
}

/// A place at which mutants are written in.
#[derive(Debug)]
struct Site {
    range: Range<usize>,
    what: What,
}

#[derive(Debug)]
enum What {
    /// Before the body of a function: the value returned in its place.
    Body { mutant: usize, value: String },
    /// Around an expression: what takes its place, for each mutant.
    Expression(Vec<(usize, String)>),
}

/// The text with no function that may be called while compiling, but for those of these names: a switch is no constant.
/// Everything else stands where it stood.
pub(crate) fn without_constant(text: &str, constant: &BTreeSet<String>) -> String {
    const MARK: &str = "const fn ";
    let mut parts = text.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let name: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
        out.push_str(if constant.contains(&name) { MARK } else { "      fn " });
        out.push_str(part);
    }
    out
}

/// Writes the mutants into the text; each comes with its number. Those that cannot be switched are not in the parts.
///
/// # Errors
/// The text is no Rust source.
pub(crate) fn switch(text: &str, mutants: &[(usize, &Mutant)]) -> Result<Switched, syn::Error> {
    let mut at: BTreeMap<usize, Vec<(usize, &Mutant)>> = BTreeMap::new();
    let mut sites = Vec::new();
    for (number, mutant) in mutants {
        let Some(start) = mutant.span.start.byte(text) else { continue };
        match mutant.genre {
            // Two values of a result without a name have two types.
            Genre::FnValue if mutant.is_opaque() => {}
            Genre::FnValue => {
                let value = mutant.replacement.clone();
                sites.push(Site { range: start..start, what: What::Body { mutant: *number, value } });
            }
            Genre::BinaryOperator | Genre::UnaryOperator | Genre::MatchArmGuard => {
                at.entry(start).or_default().push((*number, mutant));
            }
            Genre::Other => {}
        }
    }
    let mut search = Search { text, at, sites };
    search.visit_file(&syn::parse_file(text)?);
    let Search { mut sites, .. } = search;
    // What encloses comes before what is within; of the same bytes, what was found first encloses.
    sites.sort_by_key(|site| {
        (site.range.start, matches!(site.what, What::Expression(_)), Reverse(site.range.end))
    });
    let mut switched = Switched::default();
    switched.write(text, 0..text.len(), &sites);
    Ok(switched)
}

impl Switched {
    fn write(&mut self, text: &str, range: Range<usize>, mut sites: &[Site]) {
        let mut done = range.start;
        while let Some((site, rest)) = sites.split_first() {
            self.text.push_str(&text[done..site.range.start]);
            let within = rest.partition_point(|inner| inner.range.start < site.range.end);
            match &site.what {
                What::Body { mutant, value } => {
                    self.variant(*mutant, &format!("return {value};"));
                    self.text.push(' ');
                    done = site.range.start;
                    sites = rest;
                }
                What::Expression(variants) => {
                    self.text.push('(');
                    for (mutant, variant) in variants {
                        self.variant(*mutant, variant);
                        self.text.push_str(" else ");
                    }
                    self.text.push_str("{ ");
                    self.write(text, site.range.clone(), &rest[..within]);
                    self.text.push_str(" })");
                    done = site.range.end;
                    sites = &rest[within..];
                }
            }
        }
        self.text.push_str(&text[done..range.end]);
    }

    fn variant(&mut self, mutant: usize, code: &str) {
        let start = self.text.len();
        self.text.push_str(&format!("if crate::switched::is({mutant}) {{ {code} }}"));
        self.parts.push((start..self.text.len(), mutant));
    }
}

/// Finds the expressions whose operators and conditions give way.
struct Search<'a> {
    text: &'a str,
    /// The mutants by the byte at which the text that gives way begins.
    at: BTreeMap<usize, Vec<(usize, &'a Mutant)>>,
    sites: Vec<Site>,
}

impl Search<'_> {
    /// An expression in which the bytes of `gives_way` give way, for the mutants of this kind.
    fn site(&mut self, genre: Genre, whole: Range<usize>, gives_way: Range<usize>) {
        let mutants = self.at.get(&gives_way.start).map_or(&[][..], Vec::as_slice);
        let variants: Vec<(usize, String)> = mutants
            .iter()
            .filter(|(_, mutant)| mutant.genre == genre)
            .map(|(number, mutant)| {
                let [before, after] =
                    [whole.start..gives_way.start, gives_way.end..whole.end].map(|part| &self.text[part]);
                (*number, format!("{before}{}{after}", mutant.replacement))
            })
            .collect();
        if !variants.is_empty() {
            self.sites.push(Site { range: whole, what: What::Expression(variants) });
        }
    }
}

impl<'ast> Visit<'ast> for Search<'_> {
    fn visit_expr_binary(&mut self, found: &'ast syn::ExprBinary) {
        if !binds(&found.left) && !binds(&found.right) {
            self.site(Genre::BinaryOperator, found.span().byte_range(), found.op.span().byte_range());
        }
        visit::visit_expr_binary(self, found);
    }

    fn visit_expr_unary(&mut self, found: &'ast syn::ExprUnary) {
        self.site(Genre::UnaryOperator, found.span().byte_range(), found.op.span().byte_range());
        visit::visit_expr_unary(self, found);
    }

    fn visit_arm(&mut self, found: &'ast syn::Arm) {
        if let Some((_, guard)) = found.guard.as_ref().filter(|(_, guard)| !binds(guard)) {
            let range = guard.span().byte_range();
            self.site(Genre::MatchArmGuard, range.clone(), range);
        }
        visit::visit_arm(self, found);
    }
}

/// Whether the condition binds names by `let`, which nothing may stand around.
fn binds(condition: &syn::Expr) -> bool {
    if let syn::Expr::Binary(both) = condition {
        binds(&both.left) || binds(&both.right)
    } else {
        matches!(condition, syn::Expr::Let(_))
    }
}
