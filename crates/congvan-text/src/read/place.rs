//! Where a value stands in a text.

use std::fmt;
use std::sync::Arc;

use super::tree::{Id, Spot, Tree};

/// Where something stands in which file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The name of the file.
    pub file: Arc<str>,
    /// The line, the first being 1; 0 when the value was not read from a text.
    pub line: u32,
    /// The column in characters, the first being 1; 0 when the value was not read from a text.
    pub column: u32,
    /// The way to the value from the outermost table, such as `assignments[2].deadline.date`; empty for the outermost table.
    pub path: String,
}

impl fmt::Display for Place {
    /// `file:line:column`, or the file alone when there is no line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.line == 0 {
            return write!(f, "{}", self.file);
        }
        write!(f, "{}:{}:{}", self.file, self.line, self.column)
    }
}

/// Where each part of a value stands.
#[derive(Clone, Debug)]
pub struct Places {
    source: Source,
    tree: Option<Arc<Tree>>,
}

impl Places {
    /// The places of a value that was built in code and stands nowhere in a text.
    #[must_use]
    pub fn none(file: &str) -> Self {
        Self { source: Source::new(Arc::from(file), Arc::from("")), tree: None }
    }

    /// Where the value at a path stands; where its nearest known ancestor stands, when the path leads nowhere in the text.
    ///
    /// The path of the answer is the path that was asked for.
    #[must_use]
    pub fn at(&self, path: &str) -> Place {
        let Some(tree) = &self.tree else {
            return Place { file: Arc::clone(&self.source.file), line: 0, column: 0, path: path.to_owned() };
        };
        let mut place = self.source.place(tree, Spot::value(tree.nearest(path)));
        path.clone_into(&mut place.path);
        place
    }

    pub(super) fn new(source: Source, tree: Tree) -> Self {
        Self { source, tree: Some(Arc::new(tree)) }
    }
}

/// A text and its name, with the starts of its lines.
#[derive(Clone, Debug)]
pub(super) struct Source {
    pub(super) file: Arc<str>,
    pub(super) text: Arc<str>,
    lines: Arc<[usize]>,
}

impl Source {
    pub(super) fn new(file: Arc<str>, text: Arc<str>) -> Self {
        let starts = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self { file, text, lines }
    }

    /// The line and column of a byte, both counted from 1, the column in characters.
    pub(super) fn position(&self, byte: usize) -> (u32, u32) {
        let byte = byte.min(self.text.len());
        let line = self.line(byte);
        let start = line.checked_sub(1).and_then(|index| self.lines.get(index)).copied().unwrap_or(0);
        let rest = self.text.get(start..).unwrap_or_default();
        let column = rest.char_indices().take_while(|(at, _)| start + at < byte).count();
        (u32::try_from(line).unwrap_or(u32::MAX), u32::try_from(column + 1).unwrap_or(u32::MAX))
    }

    /// The line of a byte, counted from 1.
    pub(super) fn line(&self, byte: usize) -> usize {
        self.lines.partition_point(|start| *start <= byte)
    }

    pub(super) fn at(&self, byte: usize, path: String) -> Place {
        let (line, column) = self.position(byte);
        Place { file: Arc::clone(&self.file), line, column, path }
    }

    pub(super) fn place(&self, tree: &Tree, spot: Spot) -> Place {
        self.at(tree.byte(spot), tree.path(spot.id))
    }

    /// The text of a value as it was written, on one line and not longer than a glance takes.
    pub(super) fn snippet(&self, tree: &Tree, id: Id) -> String {
        if let Some(bracket) = tree.bracket(id) {
            return bracket.to_owned();
        }
        clip(self.text.get(tree.range(id)).unwrap_or_default())
    }
}

/// The text cut after 60 characters or at the end of its first line, with `…` for what was cut.
pub(super) fn clip(text: &str) -> String {
    let line = text.lines().next().unwrap_or_default();
    let mut clipped: String = line.chars().take(60).collect();
    if clipped.len() < text.trim_end().len() {
        clipped.push('…');
    }
    clipped
}
