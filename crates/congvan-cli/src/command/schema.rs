//! `congvan schema`: the JSON Schema of a file format.

use congvan::Text;
use congvan::core::schema;
use serde_json::{Value, json};

use crate::arguments::Format;
use crate::failure::Failure;
use crate::screen::Screen;

pub(super) fn schema(format: Format, screen: &Screen) -> Result<(), Failure> {
    let value = match format {
        Format::Mandate => congvan::Mandate::schema(),
        Format::Directory => congvan::Directory::schema(),
        Format::Calendar => schema::calendar(),
        Format::Command => command(screen),
        Format::Event => schema::event(),
    };
    screen.value(&value);
    Ok(())
}

/// A command as `do` and `explain` take it: with names, and with the file of a mandate in a draft.
fn command(screen: &Screen) -> Value {
    let mut schema = schema::written_command();
    if let Some(mandate) = schema.pointer_mut("/$defs/Draft/properties/mandate") {
        let whole = mandate.take();
        let file = json!({
            "description": screen.say(
                "Tên tệp TOML hoặc JSON của nội dung giao.",
                "The name of the mandate's TOML or JSON file.",
            ),
            "pattern": "\\.(toml|json)$",
            "type": "string",
        });
        *mandate = json!({ "anyOf": [whole, file] });
    }
    if let Some(fields) = schema.as_object_mut() {
        fields.insert("description".to_owned(), screen.text(&described()).into());
        fields.insert("examples".to_owned(), examples());
    }
    schema
}

/// What may be written in place of what is stored.
fn described() -> Text {
    Text::fixed(
        "Lệnh mà `congvan do` và `congvan explain` nhận. Sổ lưu vị trí và mã băm; khi viết lệnh, ở những chỗ ấy có thể ghi tên: nghĩa vụ ghi theo khóa `đơn-vị/nhiệm-vụ` hoặc `đơn-vị/nhiệm-vụ/lĩnh-vực`, như `so-y-te/1b`; cuộc họp ghi theo mã trong nội dung giao; mã băm ghi `text:` kèm nội dung, hoặc `current` cho bản đang chờ thẩm định; nội dung giao của lệnh `draft` ghi tên tệp. Đơn vị, người, lĩnh vực luôn ghi theo mã trong danh bạ.",
        "A command as `congvan do` and `congvan explain` take it. The register stores positions and hashes; where they stand, whoever writes a command may write names: an obligation by its key `unit/assignment` or `unit/assignment/field`, such as `so-y-te/1b`; a meeting by its identifier in the mandate; a hash as `text:` and the content, or `current` for the revision that is to be vetted; the mandate of a `draft` by the name of its file. Units, persons and fields are always written by their identifiers in the directory.",
    )
}

/// The same commands with names and as they are stored.
fn examples() -> Value {
    json!([
        {"draft": {"mandate": "mandate.toml"}},
        {"start_draft": {"obligation": "so-y-te/1b"}},
        {"start_draft": {"obligation": 17}},
        {"accept": {"obligation": "so-y-te/1b", "hash": "current"}},
        {"accept": {"obligation": 17, "hash": "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}},
        {"postpone": {"meeting": "hop-quy-1", "reason": "Chủ trì đi công tác"}},
        {"postpone": {"meeting": 0, "reason": "Chủ trì đi công tác"}},
    ])
}
