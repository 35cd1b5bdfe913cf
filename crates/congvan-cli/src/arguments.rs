//! The command line: verbs, options and their help.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use congvan::Lang;

const AFTER: &str = "Exit codes: 0 done, 1 refused by the rules or not as a scenario says, 2 bad input, 3 the register cannot be opened, read or written.

Examples:
  congvan run examples/directive-3552
  congvan new directory --output directory.toml
  congvan check mandate.toml --directory directory.toml
  congvan init --register tinh.db --directory directory.toml
  congvan inbox --as so-noi-vu.officer-1 --register tinh.db";

/// Run provincial directives (công văn chỉ đạo): check mandates, play scenarios, keep a register.
#[derive(Debug, Parser)]
#[command(name = "congvan", version, after_help = AFTER)]
pub(crate) struct Arguments {
    /// The language of what is printed
    #[arg(long, global = true, value_enum, default_value_t = Language::Vi, env = "CONGVAN_LANG")]
    pub(crate) lang: Language,
    /// Print JSON for programs in place of tables for people
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// The register: a SQLite file
    #[arg(long, global = true, value_name = "PATH", env = "CONGVAN_REGISTER")]
    pub(crate) register: Option<PathBuf>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

/// The two languages.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Language {
    /// Vietnamese
    Vi,
    /// English
    En,
}

impl From<Language> for Lang {
    fn from(language: Language) -> Self {
        match language {
            Language::Vi => Self::Vi,
            Language::En => Self::En,
        }
    }
}

/// Who acts, and when.
#[derive(Debug, Args)]
pub(crate) struct Acting {
    /// Who acts: an office, such as `so-noi-vu.head`, or `"ubnd-tinh.head as chair"`
    #[arg(long = "as", value_name = "OFFICE")]
    pub(crate) actor: String,
    /// When, such as 2024-03-25T08:00:00+07:00; by default now
    #[arg(long, value_name = "INSTANT")]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Play a scenario into a new register and show what came of it
    #[command(after_help = "Example:\n  congvan run examples/directive-3552 --register tinh.db")]
    Run {
        /// A scenario, or a folder with a scenario.json
        scenario: PathBuf,
    },
    /// Check a mandate as a careful clerk would
    #[command(
        after_help = "Examples:\n  congvan check mandate.toml --directory directory.toml --on 2024-03-25\n  congvan check mandate.toml --register tinh.db\n  congvan check mandate.toml --units 1 --rules rules.toml\n  congvan check --lifecycle --units 3 --fields 3 --main-road\n\nWith --units, --free, --whole, --depth, --rules, --main-road, --save or --progress every reachable state of the lifecycle is\nsearched too, within these bounds. The answer is a proof with counts (exit code 0); the shortest story of what goes wrong\n(exit code 1); or, where --depth or 20 million states ended the search, that nothing was found and not everything was\nlooked at, which is no proof (exit code 0; with --json, `complete` is false)."
    )]
    Check {
        /// The mandate, TOML or JSON
        #[arg(required_unless_present = "lifecycle")]
        mandate: Option<PathBuf>,
        /// The directory of units, offices and persons; by default the register's where one is named, else directory.toml
        /// beside the mandate or in the folder above
        #[arg(long, value_name = "FILE")]
        directory: Option<PathBuf>,
        /// A calendar in place of the register's or the official one, or over it where the file says `over = "official"`
        #[arg(long, value_name = "FILE")]
        calendar: Option<PathBuf>,
        /// Tell every deadline and how it was computed
        #[arg(long)]
        deadlines: bool,
        /// The day of issue; by default the date of the mandate, else today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        #[command(flatten)]
        prove: Prove,
    },
    /// Write a commented mandate or directory to start from
    #[command(
        after_help = "Examples:\n  congvan new directory --output directory.toml\n  congvan new mandate --output mandate.toml\n  congvan new mandate --follow-up-of 3552 --register tinh.db --output follow-up.toml"
    )]
    New {
        /// What to write
        #[arg(value_enum, default_value_t = Template::Mandate)]
        what: Template,
        /// Write the mandate that carries out a conclusion announced under this directive of the register
        #[arg(long, value_name = "DIRECTIVE")]
        follow_up_of: Option<String>,
        /// Of which meeting, where the conclusions of several assign something
        #[arg(long, value_name = "MEETING", requires = "follow_up_of")]
        meeting: Option<String>,
        /// Where to; an existing file is never overwritten. By default it is printed
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Make a register, or give one a new directory or calendar
    #[command(after_help = "Example:\n  congvan init --register tinh.db --directory directory.toml")]
    Init {
        /// The directory of units, offices and persons
        #[arg(long, value_name = "FILE")]
        directory: PathBuf,
        /// A calendar in place of the official one, or over it where the file says `over = "official"`
        #[arg(long, value_name = "FILE")]
        calendar: Option<PathBuf>,
    },
    /// Do any command, written as JSON
    #[command(
        name = "do",
        after_help = "Examples:\n  congvan do 3552 --as so-y-te.officer-1 '{\"start_draft\":{\"obligation\":\"so-y-te/1b\"}}'\n  congvan do 3552 --as so-noi-vu.officer-1 '{\"draft\":{\"mandate\":\"mandate.toml\"}}'"
    )]
    Act {
        /// The directive
        directive: String,
        #[command(flatten)]
        acting: Acting,
        /// A name for the command: sending it again under the same name is harmless
        #[arg(long, value_name = "NAME")]
        id: Option<String>,
        /// The command as JSON, @FILE, or - for standard input
        command: String,
    },
    /// What somebody may do now, and what waits for something
    #[command(
        after_help = "Examples:\n  congvan inbox --as so-noi-vu.officer-1 --register tinh.db\n  congvan inbox --as \"ubnd-tinh.head as chair\" --at 2024-04-02T08:00:00+07:00"
    )]
    Inbox {
        #[command(flatten)]
        acting: Acting,
    },
    /// Why a command would be refused, without doing it
    #[command(
        after_help = "Examples:\n  congvan explain 3552 --as so-y-te.officer-1 '{\"start_draft\":{\"obligation\":\"so-y-te/1b\"}}'\n  congvan explain 3552 --as so-y-te.officer-1 @command.json"
    )]
    Explain {
        /// The directive
        directive: String,
        #[command(flatten)]
        acting: Acting,
        /// The command as JSON, @FILE, or - for standard input
        command: String,
    },
    /// The board of units and assignments; without a directive the list of them
    #[command(
        after_help = "Examples:\n  congvan board --register tinh.db\n  congvan board 3552 --at 2024-03-26T08:00:00+07:00"
    )]
    Board {
        /// The directive
        directive: Option<String>,
        /// When, such as 2024-03-25T08:00:00+07:00; by default now
        #[arg(long, value_name = "INSTANT")]
        at: Option<String>,
    },
    /// The stages against their deadlines, and the milestones of the history
    #[command(after_help = "Example:\n  congvan timeline 3552 --register tinh.db")]
    Timeline {
        /// The directive
        directive: String,
        /// When, such as 2024-03-25T08:00:00+07:00; by default now
        #[arg(long, value_name = "INSTANT")]
        at: Option<String>,
    },
    /// Orders done and open, on time and late, and the emulation sheet of the units
    #[command(after_help = "Example:\n  congvan statistics 3552 --at 2024-04-01T08:00:00+07:00")]
    Statistics {
        /// The directive
        directive: String,
        /// When, such as 2024-03-25T08:00:00+07:00; by default now
        #[arg(long, value_name = "INSTANT")]
        at: Option<String>,
    },
    /// What each signed consolidation contains: which revisions, accepted by whom, and why the others are not in it
    #[command(after_help = "Example:\n  congvan provenance 3552 so-noi-vu/2c")]
    Provenance {
        /// The directive
        directive: String,
        /// The consolidation, such as so-noi-vu/2c; by default all of them
        consolidation: Option<String>,
    },
    /// What blocks the next stages, and who can unblock them
    #[command(after_help = "Example:\n  congvan blockers 3552 --at 2024-03-27T08:00:00+07:00")]
    Blockers {
        /// The directive
        directive: String,
        /// When, such as 2024-03-25T08:00:00+07:00; by default now
        #[arg(long, value_name = "INSTANT")]
        at: Option<String>,
    },
    /// Propose slots for a meeting, best first, each with its reasons
    #[command(
        after_help = "Example:\n  congvan plan 3552 hop-quy-1 --room \"Phòng họp số 1\" --busy busy.json"
    )]
    Plan {
        /// The directive
        directive: String,
        /// The meeting
        meeting: String,
        /// When one would begin to look, such as 2024-03-25T08:00:00+07:00; by default now
        #[arg(long, value_name = "INSTANT")]
        at: Option<String>,
        /// A room that may be used; several may be named
        #[arg(long = "room", value_name = "NAME")]
        rooms: Vec<String>,
        /// Who is busy when: a JSON list of {"who": {"person": "..."}, "from": "...", "until": "..."}
        #[arg(long, value_name = "FILE")]
        busy: Option<PathBuf>,
    },
    /// What happened, event by event
    #[command(
        after_help = "Examples:\n  congvan log 3552 --register tinh.db\n  congvan log 3552 --after 500 --json"
    )]
    Log {
        /// The directive
        directive: String,
        /// Only what came after this event
        #[arg(long, default_value_t = 0, value_name = "NUMBER")]
        after: u64,
    },
    /// Check the chain of every record
    #[command(after_help = "Examples:\n  congvan verify --register tinh.db\n  congvan verify 3552")]
    Verify {
        /// One directive; by default all of them
        directive: Option<String>,
    },
    /// Write the log as JSON Lines, or the meetings as iCalendar
    #[command(
        after_help = "Examples:\n  congvan export 3552 --output 3552.jsonl\n  congvan export 3552 --format ical --output 3552.ics"
    )]
    Export {
        /// The directive
        directive: String,
        /// In which form
        #[arg(long, value_enum, default_value_t = Export::Jsonl)]
        format: Export,
        /// Where to; an existing file is never overwritten. By default it is printed
        #[arg(long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// The JSON Schema of a file format
    #[command(
        after_help = "Examples:\n  congvan schema command\n  congvan schema mandate > mandate.schema.json"
    )]
    Schema {
        /// Which format
        #[arg(value_enum, default_value_t = Format::Mandate)]
        format: Format,
    },
    /// Completions for a shell
    #[command(
        after_help = "Examples:\n  congvan completions bash > ~/.local/share/bash-completion/completions/congvan\n  congvan completions zsh > ~/.zfunc/_congvan"
    )]
    Completions {
        /// Which shell
        shell: clap_complete::Shell,
    },
}

/// What a new user can start from.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Template {
    /// A mandate
    Mandate,
    /// A directory of units, offices and persons that fits it
    Directory,
}

/// How far every reachable state is searched.
#[derive(Clone, Debug, Args)]
pub(crate) struct Prove {
    /// Search the built-in lifecycle in place of a mandate: units that report in several fields, agencies that vet, one
    /// consolidation
    #[arg(long, conflicts_with_all = ["mandate", "directory", "calendar", "deadlines", "on"])]
    pub(crate) lifecycle: bool,
    /// In how many fields the units of the built-in lifecycle report [default: 1]
    #[arg(long, value_name = "N", requires = "lifecycle", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) fields: Option<u8>,
    /// Whether the built-in lifecycle ends with a meeting
    #[arg(long, requires = "lifecycle")]
    pub(crate) meeting: bool,
    /// Search every reachable state, with so many units of each shape [default with the other flags: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=9))]
    pub(crate) units: Option<u8>,
    /// How many obligations are free at a time where there are too many to search whole [default: 1]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..=2))]
    pub(crate) free: Option<u8>,
    /// Up to how many obligations are searched whole [default: 3]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=12))]
    pub(crate) whole: Option<u8>,
    /// At most so many moves away from the draft [default: no limit]
    #[arg(long, value_name = "N")]
    pub(crate) depth: Option<u32>,
    /// The province's own rules, TOML or JSON
    #[arg(long, value_name = "FILE")]
    pub(crate) rules: Option<PathBuf>,
    /// Only the commands that every directive goes through: submit, vet, waive, absence, consolidate, sit, end
    #[arg(long)]
    pub(crate) main_road: bool,
    /// Write the story as a scenario with its files into this new folder, for `congvan run`
    #[arg(long, value_name = "FOLDER")]
    pub(crate) save: Option<PathBuf>,
    /// Show how far the search is, on a terminal or not
    #[arg(long)]
    pub(crate) progress: bool,
}

impl Prove {
    /// Whether anything of it was asked for; where a story is to be kept, or the search to be watched, there has to be one.
    pub(crate) const fn is_asked(&self) -> bool {
        self.units.is_some()
            || self.free.is_some()
            || self.whole.is_some()
            || self.depth.is_some()
            || self.rules.is_some()
            || self.main_road
            || self.save.is_some()
            || self.progress
    }
}

/// What to export.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Export {
    /// The log, one record a line
    Jsonl,
    /// The scheduled and held meetings
    Ical,
}

/// The file formats that have a schema.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum Format {
    /// A mandate
    Mandate,
    /// A directory
    Directory,
    /// A calendar
    Calendar,
    /// A command
    Command,
    /// An event
    Event,
}
