//! What the parser of TOML says, in the words of both languages.

use std::borrow::Cow;

use super::Around;
use crate::lang::Text;

/// What the parser said and wanted, in the words of a person who does not know how it reads.
pub(super) fn plain<'t>(said: &'t str, wanted: &'t str, around: &Around<'_>) -> (&'t str, &'t str) {
    let is_quotes = matches!(wanted, "`\"`" | "`'`");
    let is_string = said.ends_with(" string");
    let is_empty = around.written.trim().is_empty() && around.before.trim_end().ends_with('=');
    if is_empty && (is_string || said == "string values must be quoted") {
        // The parser takes the nothing after `=` for a text without quotes.
        return ("missing value", "value");
    }
    if is_string && is_quotes {
        return ("the string is not closed", wanted);
    }
    if matches!(said, "missing table open" | "invalid key-value pair" | "unexpected key or value")
        && around.after.starts_with([']', '}'])
    {
        return ("a closing bracket too many", "");
    }
    match said {
        "string values must be quoted" if is_day(around.written) => {
            ("invalid date", "a date such as `2024-03-25`")
        }
        "string values must be quoted" => (said, "a value in double quotes"),
        "missing escaped value" => (WRONG_ESCAPE, wanted),
        "too few unicode value digits" => (WRONG_ESCAPE, "hexadecimal digits"),
        _ if said.starts_with("invalid ") && is_string => {
            ("the string has a character that is not allowed", wanted)
        }
        "key with no value" => ("no `=` after the field name", wanted),
        "unexpected key or value" => ("something is left over at the end of the line", wanted),
        _ => (said, wanted),
    }
}

/// What is told where `\` stands before something that it cannot stand before.
const WRONG_ESCAPE: &str = "the escape after `\\` is wrong";

/// What to do about it, when that is known.
pub(super) fn remedy(said: &str) -> Option<Text> {
    match said {
        "invalid unquoted key" => {
            Some(Text::fixed("hãy đặt tên trường trong dấu ngoặc kép", "put the field name in double quotes"))
        }
        WRONG_ESCAPE => {
            Some(Text::fixed("hãy viết `\\\\` cho dấu gạch chéo ngược", "write `\\\\` for a backslash"))
        }
        _ => None,
    }
}

/// Whether somebody meant a day: three numbers with `/`, `-` or `.` between them.
fn is_day(written: &str) -> bool {
    let parts: Vec<&str> = written.trim().split(['/', '-', '.']).collect();
    let is_number = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_number)
}

/// Whether the clause is of one value alone, so that what the parser says after it stands for itself.
pub(super) fn is_of_a_value(clause: &Text) -> bool {
    const VALUES: [&str; 8] = [
        "invalid date",
        "invalid time",
        "invalid offset",
        "invalid boolean",
        "string values must be quoted",
        WRONG_ESCAPE,
        "unexpected leading zero",
        "`_` may only go between digits",
    ];
    clause.en.strip_prefix(BROKEN).is_some_and(|said| VALUES.iter().any(|value| said.starts_with(value)))
        || clause.en.ends_with(" is written twice")
}

/// How every clause begins in English.
const BROKEN: &str = "the TOML is broken (";

/// The clause for what the parser said; a message that is not known here is told as broken syntax, without its English words in Vietnamese.
pub(super) fn clause(said: &str) -> Text {
    let vi = match vietnamese_reason(said) {
        Some(reason) => Cow::Owned(format!("sai cú pháp TOML ({reason})")),
        None => Cow::Borrowed("sai cú pháp TOML"),
    };
    Text::new(vi, format!("{BROKEN}{said})"))
}

/// What the parser wanted instead; it lists quoted signs and plain words with commas between them.
pub(super) fn wanted(wanted: &str) -> Text {
    let parts: Vec<&str> = split(wanted);
    let join = |words: Vec<Cow<'static, str>>, or: &str| match words.split_last() {
        Some((last, [])) => last.to_string(),
        Some((last, others)) => format!("{} {or} {last}", others.join(", ")),
        None => String::new(),
    };
    let vi = parts.iter().map(|part| vietnamese_part(part)).collect();
    let en = parts.iter().map(|part| Cow::Owned(english_part(part).to_owned())).collect();
    Text::new(join(vi, "hoặc"), join(en, "or"))
}

/// The parts of a list; a comma in backticks is a part itself.
fn split(wanted: &str) -> Vec<&str> {
    wanted.split(", ").map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The parser's words, without those that name its own parts.
fn english_part(part: &str) -> &str {
    match part {
        "literal string" => "text in single quotes",
        "basic string" => "text in double quotes",
        "multi-line basic string" => "text of several lines",
        "non-double-quote visible characters"
        | "non-single-quote characters"
        | "non-single-quote visible characters" => "printable characters",
        "+OFFSET" | "-OFFSET" => "an offset such as `+07:00`",
        "nanosecond" => "a fraction of a second",
        _ => part,
    }
}

fn vietnamese_part(part: &str) -> Cow<'static, str> {
    if part == "`T` between date and time" {
        return Cow::Borrowed("`T` giữa ngày và giờ");
    }
    if part.starts_with('`') {
        return Cow::Owned(part.replace(" or ", " hoặc "));
    }
    if let Some((unit, bounds)) = part.split_once(" between ") {
        return Cow::Owned(format!("{} từ {}", vietnamese_part(unit), bounds.replace(" and ", " đến ")));
    }
    Cow::Borrowed(match part {
        "nothing" => "không có gì",
        "newline" => "xuống dòng",
        "key" => "tên trường",
        "a value in double quotes" => "giá trị đặt trong ngoặc kép",
        "a date such as `2024-03-25`" => "ngày viết như `2024-03-25`",
        "value" => "một giá trị",
        "letters" => "chữ cái không dấu",
        "numbers" | "digits" => "chữ số",
        "characters" => "ký tự",
        "literal string" => "chuỗi ký tự trong dấu nháy đơn",
        "basic string" => "chuỗi ký tự trong ngoặc kép",
        "multi-line basic string" => "chuỗi ký tự nhiều dòng",
        "hexadecimal digits" => "chữ số hệ 16",
        "printable characters"
        | "non-double-quote visible characters"
        | "non-single-quote characters"
        | "non-single-quote visible characters" => "ký tự in được",
        "year" => "năm",
        "a four-digit year (YYYY)" => "năm gồm bốn chữ số (YYYY)",
        "month" => "tháng",
        "a two-digit month (MM)" => "tháng gồm hai chữ số (MM)",
        "day" => "ngày",
        "a two-digit day (DD)" => "ngày gồm hai chữ số (DD)",
        "hour" | "hours" => "giờ",
        "a two-digit hour (HH)" => "giờ gồm hai chữ số (HH)",
        "minute" | "minutes" => "phút",
        "a two-digit minute (MM)" => "phút gồm hai chữ số (MM)",
        "second" => "giây",
        "a two-digit second (SS)" => "giây gồm hai chữ số (SS)",
        "year or hour" => "năm hoặc giờ",
        "+OFFSET" | "-OFFSET" => "múi giờ như `+07:00`",
        "nanosecond" => "phần lẻ của giây",
        _ => "cách viết đúng của TOML",
    })
}

fn vietnamese_reason(said: &str) -> Option<&'static str> {
    let reason = match said {
        "string values must be quoted" => "chuỗi ký tự phải đặt trong ngoặc kép",
        "the string is not closed" => "chuỗi ký tự chưa được đóng",
        "the string has a character that is not allowed" => "chuỗi ký tự có ký tự không được phép",
        "missing opening quote" => "thiếu dấu ngoặc mở đầu chuỗi ký tự",
        WRONG_ESCAPE => "ký hiệu sau dấu `\\` không đúng",
        "invalid unquoted key" => "tên trường có ký tự phải đặt trong ngoặc kép",
        "unquoted keys cannot be empty" => "thiếu tên trường",
        "keys cannot be multi-line basic strings" | "keys cannot be multi-line literal strings" => {
            "tên trường không được viết trên nhiều dòng"
        }
        "no `=` after the field name" => "thiếu dấu `=` sau tên trường",
        "missing value" | "missing value for key" => "thiếu giá trị",
        "invalid value" | "invalid boolean" => "giá trị viết không đúng",
        "missing key for inline table element" => "thiếu tên trường trong bảng",
        "invalid key-value pair" | "invalid inline table element" => {
            "trường phải viết theo dạng `tên = giá trị`"
        }
        "something is left over at the end of the line" => "cuối dòng có nội dung thừa",
        "a closing bracket too many" => "thừa dấu đóng ngoặc",
        "missing assignment between key-value pairs" => "thiếu dấu `=` sau tên trường",
        "extra `=`" | "extra assignment between key-value pairs" | "unexpected `=` in array" => {
            "thừa dấu `=`"
        }
        "extra comma in array" | "extra comma in inline table" => "thừa dấu phẩy",
        "missing comma between array elements" | "missing comma between key-value pairs" => "thiếu dấu phẩy",
        "missing array opening" | "missing inline table opening" | "missing table open" => {
            "thiếu dấu ngoặc mở"
        }
        "unclosed array" => "danh sách chưa được đóng",
        "unclosed table" | "unclosed array table" | "unclosed inline table" => "bảng chưa được đóng",
        "missing comment start" | "invalid comment character" => "dòng chú thích viết không đúng",
        "unexpected content" | "unexpected content between comment and newline" => "có nội dung thừa",
        "carriage return must be followed by newline" => "ký tự xuống dòng không đúng",
        _ => return vietnamese_number(said),
    };
    Some(reason)
}

fn vietnamese_number(said: &str) -> Option<&'static str> {
    let reason = match said {
        "invalid integer number"
        | "invalid hexadecimal number"
        | "invalid octal number"
        | "invalid binary number"
        | "invalid float"
        | "radix must be lowercase"
        | "redundant integer number prefix" => "số viết không đúng",
        "`_` may only go between digits" => "dấu `_` chỉ được đặt giữa các chữ số",
        "integers with a radix cannot be signed" | "unexpected sign" | "redundant numeric sign" => {
            "thừa dấu của số"
        }
        "unexpected leading zero" => "thừa chữ số 0 ở đầu số",
        _ if said.starts_with("invalid date")
            || said.starts_with("invalid time")
            || said.starts_with("invalid offset") =>
        {
            "ngày giờ viết không đúng"
        }
        _ => return None,
    };
    Some(reason)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_the_parser_are_told_in_both_languages() {
        for (text, vi, en) in [
            ("a = ", "thiếu giá trị", "missing value"),
            ("a = x y", "chuỗi ký tự phải đặt trong ngoặc kép", "string values must be quoted"),
            ("a = \"x", "chuỗi ký tự chưa được đóng", "the string is not closed"),
            ("a = \"\\q\"", "ký hiệu sau dấu `\\` không đúng", "the escape after `\\` is wrong"),
            ("đơn = 1", "tên trường có ký tự phải đặt trong ngoặc kép", "invalid unquoted key"),
            ("a = [[1] [2]]", "thiếu dấu phẩy", "missing comma between array elements"),
            ("a = [1", "danh sách chưa được đóng", "unclosed array"),
            ("[a", "bảng chưa được đóng", "unclosed table"),
            ("a = 01", "thừa chữ số 0 ở đầu số", "unexpected leading zero"),
            ("a = 1__0", "dấu `_` chỉ được đặt giữa các chữ số", "`_` may only go between digits"),
            ("a", "thiếu dấu `=` sau tên trường", "no `=` after the field name"),
            ("a = 1 2", "chuỗi ký tự phải đặt trong ngoặc kép", "string values must be quoted"),
            ("a = \"x\" y", "cuối dòng có nội dung thừa", "something is left over at the end of the line"),
            ("a = [1]]", "thừa dấu đóng ngoặc", "a closing bracket too many"),
            ("a = 25/3/2024", "ngày giờ viết không đúng", "invalid date"),
        ] {
            let slips = super::super::parse(text).unwrap_err();
            let told: Vec<_> =
                slips.iter().map(|slip| (slip.what.vi.as_ref(), slip.what.en.as_ref())).collect();
            let vi = format!("sai cú pháp TOML ({vi})");
            let en = format!("the TOML is broken ({en})");
            assert!(told.contains(&(vi.as_str(), en.as_str())), "{text}: {told:?}");
        }
    }

    #[test]
    fn what_was_wanted_is_a_list_in_both_languages() {
        for (said, vi, en) in [
            ("", "", ""),
            ("`=`", "`=`", "`=`"),
            ("`,`", "`,`", "`,`"),
            (
                "letters, numbers, `-`, `_`",
                "chữ cái không dấu, chữ số, `-` hoặc `_`",
                "letters, numbers, `-` or `_`",
            ),
            ("month between 01 and 12", "tháng từ 01 đến 12", "month between 01 and 12"),
            (
                "`-` (YYYY-MM) or `:` (HH:MM)",
                "`-` (YYYY-MM) hoặc `:` (HH:MM)",
                "`-` (YYYY-MM) or `:` (HH:MM)",
            ),
            ("`T` between date and time", "`T` giữa ngày và giờ", "`T` between date and time"),
            ("value, `]`", "một giá trị hoặc `]`", "value or `]`"),
            (
                "non-double-quote visible characters, `\\`",
                "ký tự in được hoặc `\\`",
                "printable characters or `\\`",
            ),
            ("+OFFSET", "múi giờ như `+07:00`", "an offset such as `+07:00`"),
        ] {
            assert_eq!(wanted(said), Text::new(vi, en));
        }
    }

    #[test]
    fn the_parsers_names_for_strings_are_not_told() {
        let around = Around { before: "a = \"", written: "", after: "x\"" };
        let said = plain("invalid basic string", "`\\`", &around);
        assert_eq!(said, ("the string has a character that is not allowed", "`\\`"));
        assert_eq!(clause(said.0).vi, "sai cú pháp TOML (chuỗi ký tự có ký tự không được phép)");
    }

    #[test]
    fn an_unknown_message_is_not_told_in_english_to_a_reader_of_vietnamese() {
        assert_eq!(clause("odd").vi, "sai cú pháp TOML");
        assert_eq!(wanted("odd").vi, "cách viết đúng của TOML");
    }
}
