//! What is wrong with the arguments, told in the language of the reader.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use congvan::Lang;

/// Prints help, the version, or what is wrong, and ends the program with its exit code.
pub(super) fn tell(error: &clap::Error, lang: Lang) -> ! {
    let told = match lang {
        Lang::En => None,
        Lang::Vi => vietnamese(error),
    };
    match told {
        Some(text) => {
            eprintln!("{text}");
            std::process::exit(error.exit_code())
        }
        // Help and the version are no mistakes; a kind of mistake unknown here is told as the library tells it.
        None => error.exit(),
    }
}

fn vietnamese(error: &clap::Error) -> Option<String> {
    let named = |kind| error.get(kind).map(listed);
    let argument = named(ContextKind::InvalidArg).unwrap_or_default();
    let value = named(ContextKind::InvalidValue).unwrap_or_default();
    #[expect(clippy::wildcard_enum_match_arm, reason = "the library's kinds of mistakes may grow")]
    let sentence = match error.kind() {
        ErrorKind::UnknownArgument => format!("không có tham số `{argument}`"),
        ErrorKind::InvalidSubcommand => {
            format!("không có lệnh `{}`", named(ContextKind::InvalidSubcommand).unwrap_or_default())
        }
        ErrorKind::InvalidValue if value.is_empty() => format!("`{argument}` cần một giá trị"),
        ErrorKind::InvalidValue => format!("`{value}` không phải giá trị của `{argument}`"),
        ErrorKind::ValueValidation => {
            // Every argument that is checked is a number within a range.
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            let range = why.split_once(" is not in ").map(|(_, range)| format!(" trong khoảng {range}"));
            format!("`{argument}` phải là số{}, không phải `{value}`", range.unwrap_or_default())
        }
        ErrorKind::MissingRequiredArgument => format!("còn thiếu {argument}"),
        ErrorKind::MissingSubcommand => "còn thiếu lệnh".to_owned(),
        ErrorKind::ArgumentConflict => {
            let other = named(ContextKind::PriorArg).unwrap_or_default();
            if other.is_empty() || other == argument {
                format!("`{argument}` chỉ được ghi một lần")
            } else {
                format!("`{argument}` không dùng cùng với `{other}`")
            }
        }
        ErrorKind::NoEquals
        | ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues => format!("`{argument}` có số giá trị không đúng"),
        ErrorKind::InvalidUtf8 => "tham số không phải là chữ Unicode (UTF-8)".to_owned(),
        _ => return None,
    };
    let mut text = format!("lỗi: {sentence}");
    if let Some(values) = named(ContextKind::ValidValue) {
        text.push_str(&format!("\n  giá trị có thể là: {values}"));
    }
    let near = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    if let Some(near) = near.into_iter().find_map(named) {
        text.push_str(&format!("\n  có phải ý là: {near}"));
    }
    text.push_str("\n\nXem hướng dẫn: thêm `--help`");
    Some(text)
}

fn listed(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(many) => many.join(", "),
        other => other.to_string(),
    }
}
