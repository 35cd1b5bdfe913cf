//! A register that fails in the middle of a run: what is told, and what is left on the disk.

use std::process::Command;

use super::{Desk, reference};

/// A run whose files may have so many blocks of 512 bytes and no more: the code, and what was told.
fn limited(desk: &Desk, blocks: u32, register: &str, more: &[&str]) -> (Option<i32>, String) {
    // The signal is ignored, so that writing fails instead of ending the process.
    let script = "trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\"";
    let output = Command::new("sh")
        .args(["-c", script, "sh", &blocks.to_string(), env!("CARGO_BIN_EXE_congvan")])
        .args(["run", &reference(), "--register", register])
        .args(more)
        .current_dir(desk.folder.path())
        .env_remove("CONGVAN_LANG")
        .env_remove("CONGVAN_REGISTER")
        .output()
        .unwrap();
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_register_that_fails_in_the_middle_of_a_run_keeps_what_was_accepted_and_says_what_to_do() {
    let desk = Desk::new();
    let (code, err) = limited(&desk, 800, "vi.db", &[]);
    assert_eq!(code, Some(3), "{err}");
    for wanted in [
        "scenario.json:",
        "sổ: ",
        "khắc phục nguyên nhân (ổ đĩa đầy, không có quyền ghi, thiết bị hỏng) rồi chạy lại kịch bản vào sổ mới",
        "sổ `vi.db` còn lại, giữ những bước đã được chấp nhận; xem bằng:",
        "\n  congvan log 3552-ubnd-snv --register vi.db\n  congvan verify --register vi.db",
    ] {
        assert!(err.contains(wanted), "{wanted} is missing in\n{err}");
    }
    // What is left is whole, and has the steps before the one that is named.
    let (out, _) = desk.expect(0, &["verify", "--register", "vi.db", "--json"]);
    let verified: serde_json::Value = serde_json::from_str(&out).unwrap();
    let (out, _) = desk.expect(0, &["log", "3552-ubnd-snv", "--register", "vi.db", "--json"]);
    let events: Vec<serde_json::Value> =
        out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert!(events.len() > 3 && events.len() < 519, "{}", events.len());
    assert_eq!(verified["events"], events.len(), "{verified}");
    // Nothing is played into what is left, and a new register takes everything.
    desk.expect(2, &["run", &reference(), "--register", "vi.db"]);
    desk.expect(0, &["run", &reference(), "--register", "new.db", "--json"]);
}

#[test]
fn the_same_is_told_in_english_and_to_programs() {
    let desk = Desk::new();
    let (code, err) = limited(&desk, 800, "en.db", &["--lang", "en"]);
    assert_eq!(code, Some(3), "{err}");
    for wanted in [
        "register: ",
        "mend the cause (a full disk, no permission to write, a device that fails), then run the scenario again",
        "register `en.db` is left behind with the steps that were accepted",
    ] {
        assert!(err.contains(wanted), "{wanted} is missing in\n{err}");
    }
    let (code, err) = limited(&desk, 800, "json.db", &["--lang", "en", "--json"]);
    assert_eq!(code, Some(3), "{err}");
    let told: serde_json::Value = serde_json::from_str(&err).unwrap();
    assert_eq!(told["register"], "json.db");
    assert!(told["cure"].as_str().unwrap().contains("into a new register"), "{told}");
    assert!(told["store"].is_string() && told["look"][1] == "congvan verify --register json.db", "{told}");
}

#[test]
fn a_register_that_fails_while_it_is_made_is_named_too() {
    let desk = Desk::new();
    for (blocks, register) in [(64, "schema.db"), (112, "directory.db")] {
        let (code, err) = limited(&desk, blocks, register, &["--lang", "en"]);
        assert_eq!(code, Some(3), "{err}");
        let left = format!("register `{register}` is left behind with nothing of this directive");
        assert!(err.contains(&left) && err.contains("mend the cause"), "{err}");
    }
}
