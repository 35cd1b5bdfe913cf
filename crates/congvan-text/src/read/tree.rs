//! The tree of a parsed text, in which every value knows where it stands.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::ops::Range;

/// The number of a node in its tree; the root is 0.
pub(super) type Id = usize;

/// How a node is reached from its parent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Root,
    Key(String),
    Index(usize),
}

/// A number as it was written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    Signed(i64),
    Unsigned(u64),
    LongSigned(i128),
    LongUnsigned(u128),
    Float(f64),
}

/// The value of a node; lists and tables name their children in the order of the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Value {
    Null,
    Bool(bool),
    Number(Number),
    Text(String),
    List(Vec<Id>),
    Table(Vec<Id>),
    /// Stands for a field that is missing, so that the search for further errors can go on.
    Stopgap,
}

#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) parent: Id,
    pub(super) step: Step,
    pub(super) value: Value,
    /// The bytes of the value.
    pub(super) range: Range<usize>,
    /// The first byte of the key, or of the value when there is no key.
    pub(super) key_at: usize,
    /// Left out, because an error in it is known.
    pub(super) dropped: bool,
    /// Something in it was left out or made up.
    pub(super) wounded: bool,
}

/// A node, or the key of a node.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Spot {
    pub(super) id: Id,
    pub(super) key: bool,
}

impl Spot {
    pub(super) const fn value(id: Id) -> Self {
        Self { id, key: false }
    }

    pub(super) const fn key(id: Id) -> Self {
        Self { id, key: true }
    }
}

/// A parsed text.
#[derive(Clone, Debug, Default)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    /// Fields whose absence is already explained by another error: the table and the name.
    excused: BTreeSet<(Id, String)>,
}

impl Tree {
    pub(super) const ROOT: Id = 0;

    /// Adds a node and enters it among the children of its parent; the first node is the root.
    pub(super) fn add(
        &mut self,
        parent: Id,
        step: Step,
        key_at: usize,
        range: Range<usize>,
        value: Value,
    ) -> Id {
        let id = self.nodes.len();
        if id != Self::ROOT
            && let Some(Value::List(children) | Value::Table(children)) =
                self.nodes.get_mut(parent).map(|node| &mut node.value)
        {
            children.push(id);
        }
        self.nodes.push(Node { parent, step, value, range, key_at, dropped: false, wounded: false });
        id
    }

    pub(super) fn node(&self, id: Id) -> Option<&Node> {
        self.nodes.get(id)
    }

    pub(super) fn value(&self, id: Id) -> &Value {
        self.node(id).map_or(&Value::Null, |node| &node.value)
    }

    /// Ends a list or table that was opened before its end was known.
    pub(super) fn close(&mut self, id: Id, end: usize) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.range.end = end;
        }
    }

    /// The children, those left out included.
    pub(super) fn children(&self, id: Id) -> &[Id] {
        match self.value(id) {
            Value::List(children) | Value::Table(children) => children,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Stopgap => &[],
        }
    }

    /// The children that were not left out.
    pub(super) fn live(&self, id: Id) -> impl Iterator<Item = Id> + '_ {
        self.children(id).iter().copied().filter(|child| self.node(*child).is_some_and(|node| !node.dropped))
    }

    /// The key of a node; empty for the root and for members of lists.
    pub(super) fn key(&self, id: Id) -> &str {
        match self.node(id).map(|node| &node.step) {
            Some(Step::Key(key)) => key,
            Some(Step::Root | Step::Index(_)) | None => "",
        }
    }

    pub(super) fn parent(&self, id: Id) -> Id {
        self.node(id).map_or(Self::ROOT, |node| node.parent)
    }

    pub(super) fn child(&self, id: Id, key: &str) -> Option<Id> {
        self.children(id).iter().copied().find(|child| self.key(*child) == key)
    }

    pub(super) fn is_wounded(&self, id: Id) -> bool {
        self.node(id).is_some_and(|node| node.wounded)
    }

    /// Leaves a node out and marks everything around it.
    pub(super) fn leave_out(&mut self, id: Id) {
        if let Some(node) = self.nodes.get_mut(id) {
            node.dropped = true;
        }
        self.wound(id);
    }

    /// Puts a stopgap for a missing field into a table; false when there already was one.
    pub(super) fn fill(&mut self, table: Id, field: &str) -> bool {
        let known = self.live(table).any(|child| self.key(child) == field);
        if known || !matches!(self.value(table), Value::Table(_)) {
            return false;
        }
        let (key_at, range) = self.node(table).map_or((0, 0..0), |node| (node.key_at, node.range.clone()));
        let id = self.add(table, Step::Key(field.to_owned()), key_at, range, Value::Stopgap);
        self.wound(id);
        true
    }

    /// The absence of a field is the consequence of an error already known.
    pub(super) fn excuse(&mut self, table: Id, field: &str) {
        self.excused.insert((table, field.to_owned()));
    }

    /// Whether the absence of a field is explained: it was left out, or its misspelling was.
    pub(super) fn is_excused(&self, table: Id, field: &str) -> bool {
        self.excused.contains(&(table, field.to_owned())) || self.child(table, field).is_some()
    }

    fn wound(&mut self, id: Id) {
        let mut at = id;
        while at != Self::ROOT {
            at = self.parent(at);
            match self.nodes.get_mut(at) {
                Some(node) => node.wounded = true,
                None => break,
            }
        }
    }

    pub(super) fn byte(&self, spot: Spot) -> usize {
        self.node(spot.id).map_or(0, |node| if spot.key { node.key_at } else { node.range.start })
    }

    pub(super) fn range(&self, id: Id) -> Range<usize> {
        self.node(id).map_or(0..0, |node| node.range.clone())
    }

    /// The brackets that stand for a list or table where a message has no room for the whole.
    pub(super) fn bracket(&self, id: Id) -> Option<&'static str> {
        match self.value(id) {
            Value::List(_) => Some("[…]"),
            Value::Table(_) => Some("{…}"),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::Stopgap => None,
        }
    }

    /// The way to a node, such as `assignments[2].deadline`.
    pub(super) fn path(&self, id: Id) -> String {
        let mut steps = Vec::new();
        let mut at = id;
        while at != Self::ROOT {
            steps.push(at);
            at = self.parent(at);
        }
        let mut path = String::new();
        for id in steps.into_iter().rev() {
            self.write_step(&mut path, id);
        }
        path
    }

    /// The node that a path leads to, or the last one on the way that exists.
    pub(super) fn nearest(&self, path: &str) -> Id {
        let mut at = Self::ROOT;
        let mut walked = String::new();
        loop {
            let length = walked.len();
            let next = self.children(at).iter().copied().find(|child| {
                walked.truncate(length);
                self.write_step(&mut walked, *child);
                path.strip_prefix(walked.as_str())
                    .is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
            });
            match next {
                Some(child) => at = child,
                None => return at,
            }
        }
    }

    fn write_step(&self, path: &mut String, id: Id) {
        match self.node(id).map(|node| &node.step) {
            Some(Step::Index(index)) => {
                // Writing to a string does not fail.
                let _ = write!(path, "[{index}]");
            }
            Some(Step::Key(key)) if is_bare(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
            Some(Step::Key(key)) => {
                let _ = write!(path, "[{key:?}]");
            }
            Some(Step::Root) | None => {}
        }
    }
}

/// Whether a key needs no quotes in a path.
fn is_bare(key: &str) -> bool {
    !key.is_empty() && key.chars().all(|letter| letter.is_alphanumeric() || letter == '_' || letter == '-')
}
