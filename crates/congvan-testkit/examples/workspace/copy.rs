//! A copy of the workspace in which tools may break things.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;

/// What the copy needs beside the members of the workspace to be built and tested.
const PARTS: [&str; 6] = ["Cargo.toml", "Cargo.lock", "README.md", "tests", "examples", ".cargo"];

/// What the copy reads of the workspace's manifest.
#[derive(Deserialize)]
struct Manifest {
    workspace: Members,
}

#[derive(Deserialize)]
struct Members {
    members: Vec<String>,
}

/// Makes the copy at `tree` say what the workspace at `root` says.
pub(crate) fn refresh(root: &Path, tree: &Path) -> Result<(), String> {
    let manifest =
        fs::read_to_string(root.join("Cargo.toml")).map_err(|error| format!("Cargo.toml: {error}"))?;
    let manifest: Manifest = toml::from_str(&manifest).map_err(|error| format!("Cargo.toml: {error}"))?;
    let part =
        |part: &str| copy(&root.join(part), &tree.join(part)).map_err(|error| format!("{part}: {error}"));
    PARTS.into_iter().chain(manifest.workspace.members.iter().map(String::as_str)).try_for_each(part)
}

/// Copies what differs, so that what did not change is not built again, and takes away what is no longer there: a
/// scenario that was removed would still be played.
fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        fs::create_dir_all(to)?;
        for entry in fs::read_dir(to)? {
            let entry = entry?;
            if !from.join(entry.file_name()).exists() {
                let old = entry.path();
                if old.is_dir() { fs::remove_dir_all(old)? } else { fs::remove_file(old)? }
            }
        }
        for entry in fs::read_dir(from)? {
            let path: PathBuf = entry?.path();
            // Build products and corpora are large and no source.
            if let Some(name) = path.file_name().filter(|name| *name != "target" && *name != "__fuzz__") {
                copy(&path, &to.join(name))?;
            }
        }
    } else if from.exists() {
        let text = fs::read(from)?;
        if fs::read(to).ok().as_ref() != Some(&text) {
            to.parent().map_or(Ok(()), fs::create_dir_all)?;
            fs::write(to, text)?;
        }
    }
    Ok(())
}
