//! What the operating system says, in both languages: it speaks English alone, and with numbers.

use std::io::{Error, ErrorKind};

use congvan_text::Text;

/// What the system says often enough that it has words of its own, by its kind.
const KNOWN: [(ErrorKind, &str, &str); 17] = [
    (ErrorKind::NotFound, "không có tệp hoặc thư mục này", "there is no such file or folder"),
    (ErrorKind::PermissionDenied, "không có quyền truy cập", "permission is denied"),
    (ErrorKind::AlreadyExists, "đã có tệp hoặc thư mục tên này", "it exists already"),
    (ErrorKind::IsADirectory, "đây là thư mục, không phải tệp", "it is a folder and no file"),
    (
        ErrorKind::NotADirectory,
        "một phần của đường dẫn không phải thư mục",
        "a part of the path is no folder",
    ),
    (ErrorKind::InvalidData, "nội dung không phải chữ Unicode (UTF-8)", "it is not UTF-8 text"),
    (ErrorKind::InvalidFilename, "tên tệp không hợp lệ", "the name of the file is not valid"),
    (ErrorKind::InvalidInput, "tên tệp không hợp lệ", "the name of the file is not valid"),
    (ErrorKind::StorageFull, "ổ đĩa đã hết dung lượng", "no space is left on the disk"),
    (ErrorKind::QuotaExceeded, "ổ đĩa đã hết dung lượng", "no space is left on the disk"),
    (ErrorKind::FileTooLarge, "tệp quá lớn", "the file is too large"),
    (ErrorKind::ReadOnlyFilesystem, "ổ đĩa chỉ cho đọc", "the disk can only be read"),
    (ErrorKind::ResourceBusy, "tệp đang bận", "the file is busy"),
    (ErrorKind::WouldBlock, "tệp đang bận", "the file is busy"),
    (ErrorKind::TimedOut, "quá thời gian chờ", "it took too long"),
    (ErrorKind::UnexpectedEof, "tệp kết thúc giữa chừng", "the file ends too early"),
    (ErrorKind::OutOfMemory, "không đủ bộ nhớ", "there is not enough memory"),
];

/// What the system says, by its kind; a kind unknown here is told as the system tells it.
#[must_use]
pub fn system(error: &Error) -> Text {
    let known = KNOWN.iter().find(|(kind, ..)| *kind == error.kind());
    known.map_or_else(
        || {
            let told = error.to_string();
            Text::new(format!("lỗi của hệ điều hành ({told})"), told)
        },
        |(_, vi, en)| Text::fixed(vi, en),
    )
}
