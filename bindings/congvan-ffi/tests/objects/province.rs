//! A small province, and the first steps of a directive in it.

use std::sync::Arc;

use congvan_ffi::actor::{Actor, Capacity};
use congvan_ffi::{CongvanError, Directory, Executed, Register};

pub(crate) const DIRECTORY: &str = r#"
version = "test"
units = [
    { id = "ubnd", names = [{ name = "Ủy ban nhân dân tỉnh" }] },
    { id = "snv", names = [{ name = "Sở Nội vụ" }], parents = [{ unit = "ubnd" }] },
    { id = "syt", names = [{ name = "Sở Y tế" }], parents = [{ unit = "ubnd" }] },
]
offices = [
    { id = "ubnd.head", unit = "ubnd", capacity = "head", title_vi = "Chủ tịch" },
    { id = "ubnd.clerk", unit = "ubnd", capacity = "clerk", title_vi = "Văn thư" },
    { id = "snv.head", unit = "snv", capacity = "head", title_vi = "Giám đốc" },
    { id = "snv.officer", unit = "snv", capacity = "officer", title_vi = "Chuyên viên" },
    { id = "syt.head", unit = "syt", capacity = "head", title_vi = "Giám đốc" },
    { id = "syt.clerk", unit = "syt", capacity = "clerk", title_vi = "Văn thư" },
]
persons = [
    { id = "p1", name = "Chủ tịch" }, { id = "p2", name = "Văn thư" }, { id = "p3", name = "Giám đốc Sở Nội vụ" },
    { id = "p4", name = "Chuyên viên" }, { id = "p5", name = "Giám đốc Sở Y tế" }, { id = "p6", name = "Văn thư" },
]
holdings = [
    { office = "ubnd.head", person = "p1", from = 2024-01-01 }, { office = "ubnd.clerk", person = "p2", from = 2024-01-01 },
    { office = "snv.head", person = "p3", from = 2024-01-01 }, { office = "snv.officer", person = "p4", from = 2024-01-01 },
    { office = "syt.head", person = "p5", from = 2024-01-01 }, { office = "syt.clerk", person = "p6", from = 2024-01-01 },
]
"#;

const DRAFT: &str = r#"{ "draft": { "mandate": {
    "header": {
        "document_type": "official_dispatch", "issuing_body": "ubnd", "authority": "head",
        "signer": { "office": "ubnd.head" }, "drafting_unit": "snv", "subject": "V/v báo cáo quý"
    },
    "assignments": [
        { "id": "1", "title": "Báo cáo", "performers": [{ "unit": "syt" }], "vetted_by": { "unit": "snv" },
          "deadline": { "kind": "no_later_than", "date": "2024-04-10" } },
        { "id": "2", "title": "Tổng hợp", "performers": [{ "unit": "snv" }], "vetted_by": "nobody",
          "consolidates": ["1"], "deadline": { "kind": "no_later_than", "date": "2024-04-17" } }
    ]
} } }"#;

pub(crate) const SUBMIT: &str = r#"{ "submit": {
    "obligation": "syt/1", "hash": "text:báo cáo", "media_type": "application/pdf",
    "signed_as": "head", "signed_by": "p5"
} }"#;

/// The mandate alone.
pub(crate) fn mandate() -> String {
    let mut draft: serde_json::Value = serde_json::from_str(DRAFT).unwrap();
    draft["draft"]["mandate"].take().to_string()
}

/// Who does what: drafted, signed, issued and received.
pub(crate) fn opening() -> [(Actor, String); 4] {
    [
        (actor("p4", "snv", Capacity::Officer), DRAFT.to_owned()),
        (actor("p1", "ubnd", Capacity::Head), r#"{ "sign": {} }"#.to_owned()),
        (
            actor("p2", "ubnd", Capacity::Clerk),
            r#"{ "issue": { "date": "2024-03-25", "notation": "UBND-SNV", "number": 12 } }"#.to_owned(),
        ),
        (
            actor("p6", "syt", Capacity::Clerk),
            r#"{ "acknowledge": { "arrival_number": "7", "registered_at": "2024-03-25T10:00:00+07:00", "unit": "syt" } }"#
                .to_owned(),
        ),
    ]
}

pub(crate) fn id<T: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> T {
    text.parse().unwrap()
}

pub(crate) fn actor(person: &str, unit: &str, capacity: Capacity) -> Actor {
    Actor { capacity, on_behalf: None, person: id(person), unit: id(unit) }
}

pub(crate) fn head() -> Actor {
    actor("p5", "syt", Capacity::Head)
}

pub(crate) fn directory() -> Arc<Directory> {
    Arc::new(Directory::from_text("directory.toml".to_owned(), DIRECTORY.to_owned()).unwrap())
}

pub(crate) fn register(address: &str) -> Arc<Register> {
    let register = Register::open(address.to_owned()).unwrap();
    register.set_directory(directory()).unwrap();
    Arc::new(register)
}

/// Drafted, signed, issued and received.
pub(crate) fn in_force(register: &Register, directive: &str) {
    for (step, (actor, command)) in opening().into_iter().enumerate() {
        // Each directive has a number of its own.
        let number = directive.bytes().fold(1, |number, byte| number * 7 % 9_973 + u32::from(byte));
        let command = command.replace(r#""number": 12"#, &format!(r#""number": {number}"#));
        let name = format!("open-{step}");
        register
            .execute_json(
                id(directive),
                actor,
                command,
                Some(id("2024-03-25T10:00:00+07:00")),
                Some(id(&name)),
            )
            .unwrap();
    }
}

pub(crate) fn submit(register: &Register, directive: &str) -> Result<Executed, CongvanError> {
    let at = Some(id("2024-04-01T08:00:00+07:00"));
    register.execute_json(id(directive), head(), SUBMIT.to_owned(), at, None)
}
