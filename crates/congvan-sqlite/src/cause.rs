//! What SQLite says of a failure, for people: it speaks English alone, and with numbers.

use std::error::Error;

use congvan_text::Text;
use rusqlite::ffi::SQLITE_ERROR;
use rusqlite::{Error as Sqlite, ErrorCode};

/// What SQLite says failed, in both languages; none for an error of another library.
///
/// The causes of an error are not looked at, and what is not known here is told in the words of SQLite.
#[must_use]
pub fn cause(error: &(dyn Error + 'static)) -> Option<Text> {
    let error = error.downcast_ref::<Sqlite>()?;
    let told = known(error).map(|(vi, en)| Text::fixed(vi, en));
    Some(told.unwrap_or_else(|| Text::new(format!("lỗi của SQLite ({error})"), error.to_string())))
}

/// Whether an error, or what caused it, says that the file itself is damaged: that it is no database any more, or lacks a table.
#[must_use]
pub fn is_damaged(error: &(dyn Error + 'static)) -> bool {
    let mut next = Some(error);
    while let Some(error) = next {
        if error.downcast_ref::<Sqlite>().is_some_and(says_damaged) {
            return true;
        }
        next = error.source();
    }
    false
}

/// What SQLite says often enough that it has words of its own, by its code.
const KNOWN: [(ErrorCode, &str, &str); 8] = [
    (ErrorCode::DiskFull, "ổ đĩa đã hết dung lượng", "no space is left on the disk"),
    (ErrorCode::ReadOnly, "sổ chỉ cho đọc", "the register can only be read"),
    (ErrorCode::CannotOpen, "không mở được tệp", "the file cannot be opened"),
    (ErrorCode::PermissionDenied, "không có quyền truy cập", "permission is denied"),
    (
        ErrorCode::DatabaseBusy,
        "sổ đang bận vì chương trình khác đang ghi",
        "another program writes the register",
    ),
    (
        ErrorCode::DatabaseLocked,
        "sổ đang bận vì kết nối khác đang ghi",
        "another connection writes the register",
    ),
    (ErrorCode::SystemIoFailure, "đọc hoặc ghi ổ đĩa bị lỗi", "reading or writing the disk failed"),
    (ErrorCode::OutOfMemory, "không đủ bộ nhớ", "there is not enough memory"),
];

fn says_damaged(error: &Sqlite) -> bool {
    let Some(found) = error.sqlite_error() else { return false };
    // The statements are ours: one that is not understood names what the file has lost.
    found.extended_code == SQLITE_ERROR
        || matches!(found.code, ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
}

fn known(error: &Sqlite) -> Option<(&'static str, &'static str)> {
    if says_damaged(error) {
        return Some(("tệp sổ bị hỏng", "the file of the register is damaged"));
    }
    let code = error.sqlite_error_code()?;
    KNOWN.iter().find(|(known, ..)| *known == code).map(|(_, vi, en)| (*vi, *en))
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite::ffi::{SQLITE_CORRUPT, SQLITE_FULL, SQLITE_TOOBIG};

    use super::*;

    fn failed(code: i32) -> Sqlite {
        Sqlite::SqliteFailure(rusqlite::ffi::Error::new(code), None)
    }

    #[test]
    fn what_sqlite_says_is_told_in_both_languages() {
        let full = cause(&failed(SQLITE_FULL)).unwrap();
        assert_eq!((&*full.vi, &*full.en), ("ổ đĩa đã hết dung lượng", "no space is left on the disk"));
        let unknown = cause(&failed(SQLITE_TOOBIG)).unwrap();
        assert!(
            unknown.vi.starts_with("lỗi của SQLite (") && unknown.vi.contains(&*unknown.en),
            "{unknown:?}"
        );
        assert_eq!(cause(&std::io::Error::other("disk")), None);
    }

    #[test]
    fn a_file_without_its_tables_is_damaged_and_a_full_disk_is_not() {
        let lost =
            Connection::open_in_memory().unwrap().prepare("SELECT 1 FROM records").map(|_| ()).unwrap_err();
        assert!(
            is_damaged(&lost) && is_damaged(&failed(SQLITE_CORRUPT)) && !is_damaged(&failed(SQLITE_FULL))
        );
        let wrapped = congvan_store::ReadError::unavailable(failed(SQLITE_CORRUPT));
        assert!(is_damaged(&wrapped));
    }
}
