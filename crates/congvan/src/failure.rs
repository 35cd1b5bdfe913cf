//! What failed about a register, in both languages: every cause in one line, the last one is what can be mended.
//!
//! The errors of the crates speak English, as errors of a library do. A person is told of them here.

mod system;

use std::error::Error;

use congvan_core::directive::CorruptHistory;
use congvan_store::{AppendError, Broken, DecodeError, Flaw, KeepError, LineError, ReadError, VerifyError};
use congvan_text::{Say as _, Text};

pub use system::system;

use crate::register::{ExecuteError, LoadError, OpenError, RegisterError};

/// The error and its causes, each told once.
///
/// ```
/// let error = congvan::Register::open("mysql:").unwrap_err();
/// let told = congvan::failure::told(&error);
/// assert_eq!(told.vi, "`mysql:` không phải địa chỉ của sổ; viết `sqlite:PATH` hoặc `memory:`");
/// ```
#[must_use]
pub fn told(error: &(dyn Error + 'static)) -> Text {
    let (mut vi, mut en): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut seen: Vec<String> = Vec::new();
    let mut next = Some(error);
    while let Some(cause) = next {
        let in_english = cause.to_string();
        if !seen.iter().any(|told| told.contains(&in_english)) {
            // What is of another library and not known here speaks English alone.
            let told = said(cause).unwrap_or_else(|| Text::new(in_english.clone(), in_english.clone()));
            vi.push(told.vi.into_owned());
            en.push(told.en.into_owned());
            seen.push(in_english);
        }
        next = cause.source();
    }
    Text::new(vi.join(": "), en.join(": "))
}

/// An error in both languages; the English is its own, save where more is known here.
fn said(error: &(dyn Error + 'static)) -> Option<Text> {
    if let Some(system) = error.downcast_ref::<std::io::Error>() {
        return Some(self::system(system));
    }
    #[cfg(feature = "sqlite")]
    if let Some(told) = congvan_sqlite::cause(error) {
        return Some(told);
    }
    if let Some(VerifyError::Broken(broken)) = behind(error).downcast_ref::<VerifyError>() {
        return Some(altered(broken));
    }
    if let Some(broken) = error.downcast_ref::<Broken>() {
        return Some(altered(broken));
    }
    if let Some(line) = error.downcast_ref::<LineError>() {
        return Some(line.say());
    }
    Some(Text::new(vietnamese(error)?, error.to_string()))
}

/// The error behind those that only hand another one on.
fn behind<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    if let Some(load) = error.downcast_ref::<LoadError>() {
        match load {
            LoadError::Corrupt(inner) => inner,
            LoadError::Read(inner) => inner,
            LoadError::Unknown { .. } => error,
        }
    } else if let Some(register) = error.downcast_ref::<RegisterError>() {
        match register {
            RegisterError::Keep(inner) => inner,
            RegisterError::Read(inner) => inner,
            RegisterError::Load(inner) => behind(inner),
            RegisterError::Input(_) => error,
        }
    } else if let Some(executing) = error.downcast_ref::<ExecuteError>() {
        match executing {
            ExecuteError::Append(inner) => inner,
            ExecuteError::Read(inner) => inner,
            ExecuteError::Load(inner) => behind(inner),
            ExecuteError::Refused(_) | ExecuteError::Json(_) => error,
        }
    } else {
        error
    }
}

fn vietnamese(error: &(dyn Error + 'static)) -> Option<String> {
    let error = behind(error);
    if let Some(error) = error.downcast_ref::<OpenError>() {
        opening(error)
    } else if let Some(error) = error.downcast_ref::<AppendError>() {
        appending(error)
    } else if let Some(error) = error.downcast_ref::<ReadError>() {
        reading(error)
    } else if let Some(error) = error.downcast_ref::<VerifyError>() {
        verifying(error)
    } else if error.is::<KeepError>() {
        Some("chưa lưu được danh bạ hoặc lịch làm việc; khắc phục nguyên nhân rồi thực hiện lại".to_owned())
    } else {
        let error = error.downcast_ref::<CorruptHistory>()?;
        Some(format!(
            "lịch sử của văn bản `{}` bị hỏng sau sự kiện {}; kiểm tra bằng `verify` và khôi phục từ bản sao lưu",
            error.directive, error.version
        ))
    }
}

fn opening(error: &OpenError) -> Option<String> {
    let told = match error {
        OpenError::Address(address) => {
            format!("`{address}` không phải địa chỉ của sổ; viết `sqlite:PATH` hoặc `memory:`")
        }
        OpenError::Kept(problem) => {
            format!("không đọc được danh bạ hoặc lịch làm việc lưu trong sổ: {problem}")
        }
        OpenError::Read(error) => return reading(error),
        #[cfg(feature = "sqlite")]
        OpenError::Sqlite(error) => return opening_file(error),
    };
    Some(told)
}

#[cfg(feature = "sqlite")]
fn opening_file(error: &congvan_sqlite::OpenError) -> Option<String> {
    use congvan_sqlite::OpenError as Sqlite;
    let told = match error {
        Sqlite::NotARegister { path } => format!(
            "`{}` không phải là sổ; chỉ ra một sổ khác, hoặc một đường dẫn chưa có tệp",
            path.display()
        ),
        Sqlite::File { path, .. } => format!(
            "không mở được `{}`; kiểm tra thư mục, quyền truy cập và dung lượng còn trống",
            path.display()
        ),
        Sqlite::TooNew { found, supported } => format!(
            "sổ có cấu trúc bảng phiên bản {found}, bản phần mềm này chỉ đọc đến phiên bản {supported}; dùng bản phần mềm mới hơn"
        ),
        Sqlite::Migration { .. } => {
            "không nâng cấp được cấu trúc bảng của sổ; khôi phục từ bản sao lưu hoặc dùng bản phần mềm khác"
                .to_owned()
        }
        Sqlite::Exists { path } => {
            format!("đã có `{}`; chọn đường dẫn khác, sổ đã có không bị ghi đè", path.display())
        }
        Sqlite::Missing { path } => {
            format!("không có sổ ở `{}`; kiểm tra đường dẫn, hoặc lập sổ bằng `congvan init`", path.display())
        }
        Sqlite::LibraryTooOld { found } => format!(
            "SQLite {found} có thể làm hỏng tệp dùng chung; liên kết với SQLite 3.51.3 trở lên, như bản kèm theo"
        ),
        Sqlite::Settings { .. } => "không thiết lập được kết nối tới sổ".to_owned(),
        Sqlite::NoWriteAheadLog { found } => {
            format!("sổ ở chế độ nhật ký `{found}`, không phải `wal`; đặt sổ trên ổ đĩa của chính máy này")
        }
        Sqlite::NotSynchronous { found } => {
            format!("kết nối có mức đồng bộ {found}, phải là 2; nếu không, dữ liệu đã ghi có thể mất")
        }
        _ => return None,
    };
    Some(told)
}

fn appending(error: &AppendError) -> Option<String> {
    let told = match error {
        AppendError::Conflict { directive, .. } => {
            format!("văn bản `{directive}` vừa được người khác cập nhật; thực hiện lại lệnh")
        }
        AppendError::CommandReused { command_id, .. } => {
            format!("tên lệnh `{command_id}` đã dùng cho một lệnh khác nội dung; gửi lệnh mới với tên mới")
        }
        AppendError::NotCommitted { .. } => {
            "chưa ghi gì vào sổ; khắc phục nguyên nhân rồi gửi lại lệnh".to_owned()
        }
        AppendError::Unknown { .. } => {
            "chưa rõ lệnh đã được ghi hay chưa; mở lại sổ và gửi lại lệnh với cùng tên".to_owned()
        }
        _ => return None,
    };
    Some(told)
}

fn reading(error: &ReadError) -> Option<String> {
    let told = match error {
        ReadError::Corrupt { directive, sequence, .. } => format!(
            "không đọc được bản ghi {sequence} của văn bản `{directive}`; kiểm tra bằng `verify` và khôi phục từ bản sao lưu"
        ),
        ReadError::Later { directive, sequence, .. } => format!(
            "bản ghi {sequence} của văn bản `{directive}` do bản phần mềm mới hơn ghi; dùng bản phần mềm đó"
        ),
        ReadError::Altered { kind, name, version } => {
            let kind = match kind.as_str() {
                "directory" => "danh bạ",
                "calendar" => "lịch làm việc",
                other => other,
            };
            format!("phiên bản {version} của {kind} `{name}` đã bị sửa; khôi phục từ bản sao lưu")
        }
        ReadError::Unavailable { .. } => "không đọc được sổ; khắc phục nguyên nhân rồi đọc lại".to_owned(),
        _ => return None,
    };
    Some(told)
}

fn verifying(error: &VerifyError) -> Option<String> {
    let told = match error {
        VerifyError::Broken(broken) => return Some(altered(broken).vi.into_owned()),
        VerifyError::Gap { position } => {
            format!("thiếu sự kiện ở vị trí {position}; khôi phục từ bản sao lưu")
        }
        VerifyError::Unreadable(error) => return reading(error),
        _ => return None,
    };
    Some(told)
}

/// A record that is not what was appended, and what can be done about it.
fn altered(broken: &Broken) -> Text {
    let (directive, sequence) = (broken.directive, broken.sequence);
    let what = broken.what.to_string();
    let flaw = flaw(&broken.what).unwrap_or_else(|| what.clone());
    Text::new(
        format!(
            "bản ghi {sequence} của văn bản `{directive}` không còn như khi ghi ({flaw}); khôi phục từ bản sao lưu"
        ),
        format!(
            "record {sequence} of directive `{directive}` is not as it was appended ({what}); restore a backup"
        ),
    )
}

/// What is wrong with a record, in Vietnamese; none for what this program does not know.
fn flaw(flaw: &Flaw) -> Option<String> {
    let told = match flaw {
        Flaw::OtherDirective { found } => format!("bản ghi này thuộc văn bản `{found}`"),
        Flaw::OtherSequence { found } => format!("ở chỗ của nó là bản ghi {found}"),
        Flaw::PositionOrder { before, found } => format!("vị trí {found} không đứng sau vị trí {before}"),
        Flaw::NotLinked { expected, found } => {
            format!("bản ghi nối vào mã băm {found}, bản ghi trước nó có mã băm {expected}")
        }
        Flaw::Altered { computed, sealed } => {
            format!("các cột có mã băm {computed}, mã băm khi ghi là {sealed}")
        }
        Flaw::Undecodable(error) => return decoding(error),
        Flaw::Unreadable(what) => format!("không đọc được từ sổ: {what}"),
        Flaw::Missing { expected } => format!("nhật ký kết thúc trước nó, đã ghi {expected} bản ghi"),
        Flaw::Surplus { expected } => format!("nhật ký có nhiều hơn {expected} bản ghi đã ghi"),
        Flaw::OtherHead { expected, found } => {
            format!("nhật ký kết thúc bằng mã băm {found}, phải là {expected}")
        }
        _ => return None,
    };
    Some(told)
}

fn decoding(error: &DecodeError) -> Option<String> {
    let told = match error {
        DecodeError::UnknownFormat { found } => {
            format!("định dạng {found} do bản phần mềm mới hơn ghi; dùng bản phần mềm mới hơn")
        }
        DecodeError::Later { what } => format!("{what} do bản phần mềm mới hơn ghi; dùng bản phần mềm ấy"),
        DecodeError::Event { source } => format!("không đọc được nội dung sự kiện: {source}"),
        DecodeError::Stamp { source } => format!("không đọc được phần ai làm, khi nào: {source}"),
        _ => return None,
    };
    Some(told)
}
