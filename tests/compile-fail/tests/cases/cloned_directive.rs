//! There is one present state of a directive.

use congvan_core::Directive;

fn twice(directive: &Directive) -> Directive {
    Directive::clone(directive)
}

fn main() {}
