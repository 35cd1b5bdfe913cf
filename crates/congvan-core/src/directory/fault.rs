//! What is wrong with the structure of a directory, each fault with its place, both languages and a remedy.

use std::fmt;

use congvan_text::{Lang, Say, Text};

/// Everything that is wrong with the structure of a directory; never empty, in the order of the places found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DirectoryError {
    // INVARIANT: not empty.
    faults: Vec<Fault>,
}

/// One thing that is wrong with the structure of a directory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Which kind of fault.
    pub kind: FaultKind,
    /// Where, such as `units[2].parents[0].unit`.
    pub path: String,
    /// What stands there.
    pub found: String,
    /// What was expected there.
    pub expected: Text,
    /// What is wrong, as one clause.
    pub what: Text,
    /// What would cure it.
    pub remedy: Text,
}

/// The kinds of faults in the structure of a directory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FaultKind {
    /// A chain of parents, groups or predecessors that comes back to where it began.
    Cycle,
    /// A delegation that Decree 30/2020/ND-CP art. 13 does not allow, or that lists no powers.
    Delegation,
    /// An identifier that was already taken.
    DuplicateId,
    /// An interval without a day in it.
    EmptySpan,
    /// A version of the format that this release does not know.
    Format,
    /// A text that says nothing where a name, a code or a reason is needed.
    Missing,
    /// An office, or a way to hold one, that cannot be.
    Office,
    /// Two values where a day can have only one.
    Overlap,
    /// More levels above a unit than any administration has.
    TooDeep,
    /// A reference to something that is not in the directory.
    Unknown,
}

impl DirectoryError {
    /// The faults, as one error; none where there is no fault.
    pub(super) fn of(faults: Vec<Fault>) -> Option<Self> {
        (!faults.is_empty()).then_some(Self { faults })
    }

    /// The faults; at least one.
    #[must_use]
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// The faults; at least one.
    #[must_use]
    pub fn into_faults(self) -> Vec<Fault> {
        self.faults
    }

    fn lines(&self, lang: Lang) -> String {
        self.faults.iter().map(|fault| fault.in_lang(lang)).collect::<Vec<_>>().join("\n")
    }
}

impl Say for DirectoryError {
    fn say(&self) -> Text {
        Text::new(self.lines(Lang::Vi), self.lines(Lang::En))
    }
}

impl Say for Fault {
    fn say(&self) -> Text {
        let Self { path, what, remedy, .. } = self;
        Text::new(
            format!("`{path}`: {}; {}", what.vi, remedy.vi),
            format!("`{path}`: {}; {}", what.en, remedy.en),
        )
    }
}

impl fmt::Display for DirectoryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines(Lang::En))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.in_lang(Lang::En))
    }
}

impl std::error::Error for DirectoryError {}

/// A thing of the directory, named in both languages, with the list of the file that holds such things.
#[derive(Clone, Copy, Debug)]
pub(super) struct Noun {
    pub(super) vi: &'static str,
    pub(super) en: &'static str,
    pub(super) list: &'static str,
}

impl Noun {
    pub(super) const UNIT: Self = Self { vi: "đơn vị", en: "unit", list: "units" };
    pub(super) const GROUP: Self = Self { vi: "nhóm đơn vị", en: "group", list: "groups" };
    pub(super) const OFFICE: Self = Self { vi: "chức vụ", en: "office", list: "offices" };
    pub(super) const PERSON: Self = Self { vi: "người", en: "person", list: "persons" };
    pub(super) const PARTY: Self = Self { vi: "tổ chức ngoài", en: "outside party", list: "parties" };
    pub(super) const COMMITTEE: Self = Self { vi: "Ban Chỉ đạo", en: "committee", list: "committees" };
}

impl Fault {
    pub(super) fn duplicate(noun: Noun, id: impl fmt::Display, first: usize, second: usize) -> Self {
        let Noun { vi, en, list } = noun;
        Self {
            kind: FaultKind::DuplicateId,
            path: format!("{list}[{second}].id"),
            found: id.to_string(),
            expected: Text::new(
                format!("một mã {vi} chưa dùng"),
                format!("an identifier that no other {en} has"),
            ),
            what: Text::new(
                format!("mã {vi} `{id}` đã dùng tại `{list}[{first}]`"),
                format!("{en} `{id}` already stands at `{list}[{first}]`"),
            ),
            remedy: Text::fixed("bỏ mục trùng hoặc đặt mã khác", "remove one of the two or rename it"),
        }
    }

    pub(super) fn unknown(noun: Noun, id: impl fmt::Display, path: String) -> Self {
        let Noun { vi, en, list } = noun;
        Self {
            kind: FaultKind::Unknown,
            path,
            found: id.to_string(),
            expected: Text::new(
                format!("mã của một {vi} trong mục `{list}`"),
                format!("the identifier of a {en} of `{list}`"),
            ),
            what: Text::new(
                format!("{vi} `{id}` không có trong danh bạ"),
                format!("{en} `{id}` is not in the directory"),
            ),
            remedy: Text::new(
                format!("sửa mã hoặc thêm {vi} này vào mục `{list}`"),
                format!("correct the identifier or add it to `{list}`"),
            ),
        }
    }

    pub(super) fn empty_span(path: String, from: impl fmt::Display, until: impl fmt::Display) -> Self {
        Self {
            kind: FaultKind::EmptySpan,
            path,
            found: format!("{from} .. {until}"),
            expected: Text::fixed("`from` trước `until`", "`from` before `until`"),
            what: Text::new(
                format!("khoảng từ `{from}` đến trước `{until}` không có ngày nào"),
                format!("no day lies from `{from}` up to but not including `{until}`"),
            ),
            remedy: Text::fixed(
                "sửa ngày; `until` là ngày đầu tiên không còn hiệu lực",
                "correct the days; `until` is the first day on which it no longer holds",
            ),
        }
    }

    pub(super) fn overlap(path: String, what: &Text, value: impl fmt::Display, other: &str) -> Self {
        Self {
            kind: FaultKind::Overlap,
            path,
            found: value.to_string(),
            expected: Text::new(
                format!("mỗi ngày chỉ có một {}", what.vi),
                format!("at most one {} on a day", what.en),
            ),
            what: Text::new(
                format!("{} `{value}` trùng ngày với `{other}`", what.vi),
                format!("{} `{value}` shares a day with `{other}`", what.en),
            ),
            remedy: Text::fixed(
                "ghi `until` cho mục trước bằng `from` của mục sau",
                "end the earlier with an `until` that is the `from` of the later",
            ),
        }
    }

    pub(super) fn cycle(path: String, what: &Text, ids: &[String]) -> Self {
        let chain = ids.join(" -> ");
        Self {
            kind: FaultKind::Cycle,
            path,
            found: chain.clone(),
            expected: Text::new(
                format!("{} không quay lại điểm đầu", what.vi),
                format!("{} that never come back to where they began", what.en),
            ),
            what: Text::new(
                format!("{} tạo thành vòng: `{chain}`", what.vi),
                format!("{} form a cycle: `{chain}`", what.en),
            ),
            remedy: Text::fixed("bỏ một mắt xích của vòng", "remove one link of the cycle"),
        }
    }

    pub(super) fn too_deep(path: String, id: impl fmt::Display, most: usize) -> Self {
        Self {
            kind: FaultKind::TooDeep,
            path,
            found: id.to_string(),
            expected: Text::new(format!("không quá {most} cấp"), format!("at most {most} levels")),
            what: Text::new(
                format!("đơn vị `{id}` có hơn {most} cấp trên"),
                format!("unit `{id}` has more than {most} levels above it"),
            ),
            remedy: Text::fixed("kiểm tra lại đơn vị cấp trên", "check the parents"),
        }
    }

    pub(super) fn missing(path: String, what: &Text) -> Self {
        Self {
            kind: FaultKind::Missing,
            path,
            found: String::new(),
            expected: what.clone(),
            what: Text::new(format!("thiếu {}", what.vi), format!("{} is missing", what.en)),
            remedy: Text::new(format!("ghi {}", what.vi), format!("write {}", what.en)),
        }
    }

    pub(super) fn format(found: u32, known: u32) -> Self {
        Self {
            kind: FaultKind::Format,
            path: "format".to_owned(),
            found: found.to_string(),
            expected: Text::new(known.to_string(), known.to_string()),
            what: Text::new(
                format!("không biết phiên bản định dạng `{found}`"),
                format!("format `{found}` is not known"),
            ),
            remedy: Text::new(
                format!("dùng định dạng {known} hoặc bản phần mềm mới hơn"),
                format!("use format {known} or a newer release"),
            ),
        }
    }
}
