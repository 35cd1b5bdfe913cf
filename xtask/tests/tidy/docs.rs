//! Rules over the documents.

use crate::files::Breach;

/// Every link to a file of the repository leads to one; `exists` answers for a path from the root.
pub(crate) fn links_lead_somewhere(path: &str, text: &str, exists: &dyn Fn(&str) -> bool) -> Vec<Breach> {
    if !path.ends_with(".md") {
        return Vec::new();
    }
    let mut breaches = Vec::new();
    for (number, line) in prose(text) {
        for target in targets(line) {
            let file = target.split(['#', '?']).next().unwrap_or_default();
            if target.starts_with('#') || target.contains("://") || target.starts_with("mailto:") {
                continue;
            }
            if !resolve(path, file).is_some_and(|file| exists(&file)) {
                breaches.push(Breach::new(number, format!("the link to `{target}` leads nowhere")));
            }
        }
    }
    breaches
}

/// Says what is wrong when the two READMEs do not have the same headings, level by level.
pub(crate) fn same_headings(english: Option<&str>, vietnamese: Option<&str>) -> Option<String> {
    match (english, vietnamese) {
        (None, None) => None,
        (Some(_), None) => Some("README.md is there, README.vi.md is missing".to_owned()),
        (None, Some(_)) => Some("README.vi.md is there, README.md is missing".to_owned()),
        (Some(english), Some(vietnamese)) => {
            let (one, other) = (levels(english), levels(vietnamese));
            (one != other).then(|| {
                format!("README.md has headings of levels {one:?}, README.vi.md {other:?}: both say the same")
            })
        }
    }
}

/// The decision records that the index does not link to.
pub(crate) fn decisions_not_listed<'a>(paths: &[&'a str], index: &str) -> Vec<&'a str> {
    let records =
        paths.iter().filter_map(|path| path.strip_prefix("docs/adr/")).filter(|name| *name != "README.md");
    records.filter(|name| !index.contains(&format!("]({name})"))).collect()
}

/// The numbered lines outside fenced code.
fn prose(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut fenced = false;
    (1..).zip(text.lines()).filter(move |(_, line)| {
        let fence = line.trim_start().starts_with("```");
        if fence {
            fenced = !fenced;
        }
        !fence && !fenced
    })
}

fn levels(text: &str) -> Vec<usize> {
    prose(text)
        .map(|(_, line)| line.chars().take_while(|&c| c == '#').count())
        .zip(prose(text))
        .filter(|(level, (_, line))| *level > 0 && line[*level..].starts_with(' '))
        .map(|(level, _)| level)
        .collect()
}

/// What stands in `](...)` and after `]: ` on the line, code spans left out.
fn targets(line: &str) -> Vec<&str> {
    let outside: Vec<&str> = line.split('`').step_by(2).collect();
    // A link whose text is a code span is cut by it: its target begins the next piece.
    let inline =
        outside.iter().flat_map(|piece| piece.split("](").skip(1)).filter_map(|rest| rest.split(')').next());
    let reference = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")).map(|(_, target)| target);
    inline.chain(reference).map(|target| target.split(' ').next().unwrap_or_default()).collect()
}

/// The path from the root that a link in the document means; nothing when it leaves the repository.
fn resolve(document: &str, link: &str) -> Option<String> {
    let mut parts: Vec<&str> = document.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            name => parts.push(name),
        }
    }
    Some(parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::lines;

    fn links(path: &str, text: &str) -> Vec<usize> {
        let known = ["README.md", "docs/adr/0001-a.md", "docs", "docs/adr"];
        lines(&links_lead_somewhere(path, text, &|target| known.contains(&target)))
    }

    #[test]
    fn a_link_that_leads_nowhere_is_red() {
        assert_eq!(links("README.md", "a\n[b](docs/none.md)\n"), [2]);
        assert_eq!(links("docs/a.md", "[b](README.md)"), [1]);
        assert_eq!(links("docs/a.md", "[b](../../README.md)"), [1]);
        assert_eq!(links("README.md", "[`code`](none.rs)"), [1]);
        assert_eq!(links("README.md", "[a](README.md) and [b](none)"), [1]);
        assert_eq!(links("README.md", "[a]: none.md"), [1]);
    }

    #[test]
    fn a_link_that_leads_somewhere_is_green() {
        assert!(
            links("README.md", "[a](docs/adr/0001-a.md#why) [b](docs/) [c](https://a.example/b) [d](#e)")
                .is_empty()
        );
        assert!(links("docs/adr/x.md", "[a](../../README.md) [b](0001-a.md \"title\")").is_empty());
        assert!(links("README.md", "```\n[a](none)\n```\n`[b](none)`\n").is_empty());
        assert!(links("a.rs", "[a](none)").is_empty());
    }

    #[test]
    fn readmes_with_other_headings_are_red() {
        assert!(same_headings(Some("# A\n## B\n"), Some("# A\n")).is_some());
        assert!(same_headings(Some("# A\n## B\n"), Some("# A\n# B\n")).is_some());
        assert!(same_headings(Some("# A\n"), None).is_some());
        assert_eq!(same_headings(Some("# A\n```\n# not\n```\n#b\n"), Some("# Ă\n")), None);
    }

    #[test]
    fn a_decision_missing_from_the_index_is_red() {
        let paths = ["docs/adr/README.md", "docs/adr/0001-a.md", "docs/adr/0002-b.md", "README.md"];
        assert_eq!(decisions_not_listed(&paths, "- [A](0001-a.md)\n"), ["0002-b.md"]);
        assert!(decisions_not_listed(&paths, "[A](0001-a.md) [B](0002-b.md)").is_empty());
    }
}
