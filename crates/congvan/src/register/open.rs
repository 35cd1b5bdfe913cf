//! Opens a register by its address.

use std::sync::{Arc, Mutex, RwLock};

use congvan_calendar::Calendar;
use congvan_core::Rules;
use congvan_core::directory::{Directory, DirectoryData};
use congvan_store::{Journal, MemoryJournal};
use congvan_text::read::Format;
use lru::LruCache;

use super::numbers::Taken;
use super::{CACHED, OpenError, Register, Settings};

impl Register {
    /// Opens a register: `sqlite:PATH`, which is created where there is none, or `memory:`.
    ///
    /// # Errors
    /// The address is unknown, the file cannot be opened, or what it keeps cannot be read.
    pub fn open(address: &str) -> Result<Self, OpenError> {
        if address == "memory:" {
            return Self::with_journal(Arc::new(MemoryJournal::new()));
        }
        #[cfg(feature = "sqlite")]
        if let Some(path) = address.strip_prefix("sqlite:").filter(|path| !path.is_empty()) {
            return Self::with_journal(Arc::new(congvan_sqlite::SqliteJournal::open(path)?));
        }
        Err(OpenError::Address(address.to_owned()))
    }

    /// A register over a journal of the host's own.
    ///
    /// # Errors
    /// What the journal keeps cannot be read.
    pub fn with_journal(journal: Arc<dyn Journal>) -> Result<Self, OpenError> {
        let directory = match kept(&*journal, "directory")? {
            Some((file, text)) => Directory::read(&file, &text, format_of(&file))
                .map_err(|errors| OpenError::Kept(errors.to_string()))?,
            None => empty_directory()?,
        };
        let calendar = match kept(&*journal, "calendar")? {
            Some((file, text)) => Calendar::from_text(&file, &text, format_of(&file))
                .map_err(|errors| OpenError::Kept(errors.to_string()))?,
            None => Calendar::official(),
        };
        Ok(Self {
            journal,
            settings: RwLock::new(Arc::new(Settings { calendar, directory, rules: Rules::none() })),
            cache: Mutex::new(LruCache::new(CACHED)),
            numbers: Mutex::new(Taken::default()),
            replacing: Mutex::default(),
        })
    }
}

fn empty_directory() -> Result<Directory, OpenError> {
    let data: DirectoryData =
        serde_json::from_str(r#"{"version":"empty"}"#).map_err(|error| OpenError::Kept(error.to_string()))?;
    Directory::from_data(data).map_err(|error| OpenError::Kept(error.to_string()))
}

fn kept(journal: &dyn Journal, kind: &str) -> Result<Option<(String, String)>, OpenError> {
    let Some(document) = journal.kept(kind, "current", None)? else { return Ok(None) };
    #[derive(serde::Deserialize)]
    struct Kept {
        file: String,
        text: String,
    }
    let kept: Kept =
        serde_json::from_str(&document.text).map_err(|error| OpenError::Kept(error.to_string()))?;
    Ok(Some((kept.file, kept.text)))
}

fn format_of(file: &str) -> Format {
    Format::of_path(file).unwrap_or(Format::Toml)
}
