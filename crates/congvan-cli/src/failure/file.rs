//! What failed about a file, in both languages.

use std::io::{Error, ErrorKind};
use std::path::Path;

use congvan::Text;
use congvan::failure::system;

use super::Failure;

/// A file cannot be read.
pub(crate) fn unreadable(path: &Path, error: &Error) -> Failure {
    let shown = path.display();
    if error.kind() == ErrorKind::InvalidData {
        return Failure::input(
            format!("tệp `{shown}` không phải chữ Unicode (UTF-8); lưu lại tệp theo bảng mã UTF-8"),
            format!("file `{shown}` is not UTF-8 text; save it as UTF-8"),
        );
    }
    let Text { vi, en } = system(error);
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
    let Text { vi, en } = system(error);
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
