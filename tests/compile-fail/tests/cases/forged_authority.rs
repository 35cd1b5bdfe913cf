//! Nobody authorises himself.

use congvan_core::authority::{Authorised, Authority};

fn forge() -> Authorised {
    Authorised { by: Authority::Issuer }
}

fn main() {}
