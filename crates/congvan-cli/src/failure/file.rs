//! What failed about a file, in both languages: the system speaks English alone, and with numbers.

use std::io::{Error, ErrorKind};
use std::path::Path;

use congvan::Text;

use super::Failure;

/// What the system says, by its kind; a kind unknown here is told as the system tells it.
pub(crate) fn cause(error: &Error) -> Text {
    let (vi, en) = match error.kind() {
        ErrorKind::NotFound => ("không có tệp hoặc thư mục này", "there is no such file or folder"),
        ErrorKind::PermissionDenied => ("không có quyền truy cập", "permission is denied"),
        ErrorKind::AlreadyExists => ("đã có tệp hoặc thư mục tên này", "it exists already"),
        ErrorKind::IsADirectory => ("đây là thư mục, không phải tệp", "it is a folder and no file"),
        ErrorKind::NotADirectory => {
            ("một phần của đường dẫn không phải thư mục", "a part of the path is no folder")
        }
        ErrorKind::InvalidData => ("nội dung không phải chữ Unicode (UTF-8)", "it is not UTF-8 text"),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => {
            ("tên tệp không hợp lệ", "the name of the file is not valid")
        }
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => {
            ("ổ đĩa đã hết dung lượng", "no space is left on the disk")
        }
        ErrorKind::FileTooLarge => ("tệp quá lớn", "the file is too large"),
        ErrorKind::ReadOnlyFilesystem => ("ổ đĩa chỉ cho đọc", "the disk can only be read"),
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => ("tệp đang bận", "the file is busy"),
        ErrorKind::TimedOut => ("quá thời gian chờ", "it took too long"),
        ErrorKind::UnexpectedEof => ("tệp kết thúc giữa chừng", "the file ends too early"),
        ErrorKind::OutOfMemory => ("không đủ bộ nhớ", "there is not enough memory"),
        _ => {
            let told = error.to_string();
            return Text::new(format!("lỗi của hệ điều hành ({told})"), told);
        }
    };
    Text::fixed(vi, en)
}

/// A file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &Error) -> Failure {
    let shown = path.display();
    if error.kind() == ErrorKind::InvalidData {
        return Failure::input(
            format!("tệp `{shown}` không phải chữ Unicode (UTF-8); lưu lại tệp theo bảng mã UTF-8"),
            format!("file `{shown}` is not UTF-8 text; save it as UTF-8"),
        );
    }
    let Text { vi, en } = cause(error);
    let (cure_vi, cure_en) = if error.kind() == ErrorKind::PermissionDenied {
        ("kiểm tra quyền đọc tệp", "check the permissions")
    } else {
        ("kiểm tra lại đường dẫn", "check the path")
    };
    Failure::input(
        format!("không mở được tệp `{shown}`: {vi}; {cure_vi}"),
        format!("file `{shown}` cannot be opened: {en}; {cure_en}"),
    )
}

/// A new file cannot be written; `path` may be in a folder that is not there.
pub(crate) fn unwritable(path: &Path, error: &Error) -> Failure {
    let shown = path.display();
    let Text { vi, en } = cause(error);
    let (cure_vi, cure_en) = match error.kind() {
        ErrorKind::AlreadyExists => {
            ("chọn tên khác, tệp đã có không bị ghi đè", "choose another name, existing files are kept")
        }
        ErrorKind::NotFound => {
            let folder = path.parent().unwrap_or(path).display();
            return Failure::input(
                format!(
                    "không ghi được tệp `{shown}`: không có thư mục `{folder}`; tạo thư mục này trước, hoặc chọn nơi khác"
                ),
                format!(
                    "file `{shown}` cannot be written: there is no folder `{folder}`; make it first, or choose another place"
                ),
            );
        }
        _ => ("kiểm tra quyền ghi và dung lượng còn trống", "check the permissions and the space"),
    };
    Failure::input(
        format!("không ghi được tệp `{shown}`: {vi}; {cure_vi}"),
        format!("file `{shown}` cannot be written: {en}; {cure_en}"),
    )
}
