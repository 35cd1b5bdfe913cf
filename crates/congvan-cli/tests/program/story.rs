//! What the program tells of a directive's history: the log in sentences, the report of a run, and the milestones.

use super::{Desk, example};

/// An example played into a register of its own: what was shown, and the register's name.
fn played(desk: &Desk, name: &str) -> (String, String) {
    let register = format!("{name}.db");
    let mandate = example("mandates").join(name).display().to_string();
    (desk.expect(0, &["run", &mandate, "--register", &register]).0, register)
}

/// The log of a directive as one line of text for each row of the table, without the frame.
fn log(desk: &Desk, register: &str, directive: &str, lang: &str) -> String {
    let (out, _) = desk.expect(0, &["log", directive, "--register", register, "--lang", lang]);
    rows(&out).join("\n")
}

/// The rows of a table, the wrapped lines of a cell joined.
fn rows(table: &str) -> Vec<String> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for line in table.lines().filter_map(|line| line.strip_prefix('│')) {
        let cells: Vec<&str> = line.trim_end_matches('│').split('┆').map(str::trim).collect();
        if cells[0].is_empty() {
            for (whole, more) in rows.last_mut().unwrap().iter_mut().zip(&cells) {
                if !more.is_empty() {
                    whole.push(' ');
                    whole.push_str(more);
                }
            }
        } else {
            rows.push(cells.into_iter().map(str::to_owned).collect());
        }
    }
    rows.into_iter().map(|cells| cells.join(" | ")).collect()
}

#[test]
fn the_log_tells_events_in_sentences_and_shows_no_field_of_their_json() {
    let desk = Desk::new();
    let fields = [
        "obligation:",
        "obligations:",
        "roster:",
        "authority:",
        "completed:",
        "registered_at",
        "media_type",
        "signed_as",
        "submitted_at",
        "inputs:",
        "agenda:",
        "invited:",
        "ended_at",
        "unit:",
        "outcome:",
        "ground:",
        "attendance:",
        "decisions:",
        "to:",
        "meeting:",
        "joint:",
    ];
    for name in
        ["04-two-meetings", "09-outside-party", "11-deadlines", "15-decline-and-reassign", "16-revoked"]
    {
        let (_, register) = played(&desk, name);
        for lang in ["vi", "en"] {
            let told = log(&desk, &register, &name[3..], lang);
            for field in fields {
                assert!(!told.contains(field), "{field} stands in\n{told}");
            }
        }
    }
}

#[test]
fn the_log_names_obligations_meetings_documents_and_signers() {
    let desk = Desk::new();
    let (_, register) = played(&desk, "04-two-meetings");
    let told = log(&desk, &register, "two-meetings", "vi");
    for wanted in [
        "ký bản tổng hợp | so-khcn/2 (Sở Khoa học và Công nghệ); gồm 6 nội dung; lần trình 1; người ký: Giám đốc Sở KH&CN",
        "thay đổi khung thời gian họp | cuộc họp `chinh-thuc`: từ 04/11/2025 đến 08/11/2025; lý do: Cuộc họp phải hoãn; căn cứ văn bản số 1290/UBND-KHCN ngày 03/11/2025",
        "đã họp | cuộc họp `so-bo`; 5 người đứng đầu",
        "(tính từ 10:30 14/10/2025)",
        "thông báo kết luận | cuộc họp `chinh-thuc`; văn bản số 330/TB-UBND ngày 10/11/2025",
        "hoàn tất văn bản | mọi nghĩa vụ đã giải quyết xong",
        "08:00 01/10/2025",
    ] {
        assert!(told.contains(wanted), "{wanted} is missing in\n{told}");
    }
    let (_, register) = played(&desk, "16-revoked");
    let told = log(&desk, &register, "revoked", "en");
    let revoked = "revoked | by document 1262/UBND-TC of 13/10/2025, signed by Phó Chủ tịch UBND tỉnh; reason: Trung ương có quy định mới";
    assert!(told.contains(revoked), "{told}");
    let (_, register) = played(&desk, "03-no-meeting");
    let told = log(&desk, &register, "no-meeting", "vi");
    let waived =
        "cho miễn | ubnd-xa-phu-son/1 (Ủy ban nhân dân xã Phú Sơn); lý do: Xã đang khắc phục hậu quả lũ";
    assert!(told.contains(waived), "{told}");
}

#[test]
fn a_deadline_that_receipt_fixed_is_told_in_the_readers_language() {
    let desk = Desk::new();
    let (_, register) = played(&desk, "11-deadlines");
    for (lang, wanted, other) in [
        ("vi", "văn bản đến ngày 17/11/2026", "receipt on"),
        ("en", "receipt on 17/11/2026", "văn bản đến ngày"),
    ] {
        for verb in ["log", "timeline"] {
            let (out, _) = desk.expect(0, &[verb, "deadlines", "--register", &register, "--lang", lang]);
            let told = rows(&out).join("\n");
            assert!(told.contains(wanted) && !told.contains(other), "{verb} {lang}\n{told}");
        }
    }
}

#[test]
fn the_report_of_a_run_names_every_meeting_with_its_sittings_and_its_conclusion() {
    let desk = Desk::new();
    let (out, _) = played(&desk, "04-two-meetings");
    let (_, meetings) = out.split_once("Cuộc họp `so-bo`: Họp sơ bộ").expect(&out);
    let (first, second) = meetings.split_once("Cuộc họp `chinh-thuc`: Họp thông qua đề án").expect(&out);
    for wanted in [
        "Phiên 1: 08:00 14/10/2025, 120 phút, Hội trường Sở",
        "tạm dừng, sẽ họp tiếp.",
        "Phiên 2: 08:00 16/10/2025",
        "Thông báo kết luận 312/TB-UBND (17/10/2025)",
        "1. Thống nhất danh mục dữ liệu dùng chung",
    ] {
        assert!(first.contains(wanted), "{wanted} is missing in\n{first}");
    }
    for wanted in ["08:00 08/11/2025", "Thông báo kết luận 330/TB-UBND (10/11/2025)", "1. Thông qua đề án"]
    {
        assert!(second.contains(wanted), "{wanted} is missing in\n{second}");
    }
    assert!(!second.contains("Phiên "), "a slot that was postponed is no sitting\n{second}");
}
