//! The Vietnamese of every text of the command line, beside its English.

/// English, Vietnamese.
const TEXTS: &[(&str, &str)] = &[
    (
        "Exit codes: 0 done, 1 refused by the rules or not as a scenario says, 2 bad input, 3 the register cannot be opened, read or written.",
        "Mã kết thúc: 0 đã xong, 1 bị từ chối theo quy định hoặc không diễn ra như kịch bản, 2 đầu vào sai, 3 không mở, đọc hoặc ghi được sổ.",
    ),
    (
        "With --units, --free, --whole, --depth, --rules, --main-road, --save or --progress every reachable state of the lifecycle is\nsearched too, within these bounds. The answer is a proof with counts (exit code 0); the shortest story of what goes wrong\n(exit code 1); or, where --depth or 20 million states ended the search, that nothing was found and not everything was\nlooked at, which is no proof (exit code 0; with --json, `complete` is false).",
        "Khi có --units, --free, --whole, --depth, --rules, --main-road, --save hoặc --progress thì kiểm tra thêm mọi trạng thái tới\nđược của vòng đời trong giới hạn ấy. Kết quả là một chứng minh kèm số liệu (mã kết thúc 0); câu chuyện ngắn nhất về điều sai\n(mã kết thúc 1); hoặc, khi --depth hoặc giới hạn 20 triệu trạng thái dừng việc kiểm tra, chưa thấy sai nhưng chưa xét hết,\ntức là chưa chứng minh được gì (mã kết thúc 0; với --json thì `complete` là false).",
    ),
    (
        "Run provincial directives (công văn chỉ đạo): check mandates, play scenarios, keep a register",
        "Theo dõi văn bản chỉ đạo của tỉnh: kiểm tra nội dung giao, chạy kịch bản, giữ sổ",
    ),
    ("The language of what is printed", "Ngôn ngữ của kết quả"),
    (
        "Print JSON for programs in place of tables for people",
        "In JSON cho chương trình khác đọc, thay cho bảng",
    ),
    ("The register: a SQLite file", "Sổ: một tệp SQLite"),
    (
        "Who acts: an office, such as `so-noi-vu.head`, or `\"ubnd-tinh.head as chair\"`",
        "Người thực hiện: một chức vụ, ví dụ `so-noi-vu.head` hoặc `\"ubnd-tinh.head as chair\"`",
    ),
    (
        "When, such as 2024-03-25T08:00:00+07:00; by default now",
        "Thời điểm, ví dụ 2024-03-25T08:00:00+07:00; nếu không ghi là bây giờ",
    ),
    (
        "Play a scenario into a new register and show what came of it",
        "Chạy một kịch bản vào sổ mới và cho xem kết quả",
    ),
    ("A scenario, or a folder with a scenario.json", "Một kịch bản, hoặc thư mục có tệp scenario.json"),
    ("Check a mandate as a careful clerk would", "Kiểm tra nội dung giao như một văn thư cẩn thận"),
    ("The mandate, TOML or JSON", "Nội dung giao, TOML hoặc JSON"),
    (
        "The directory of units, offices and persons; by default the register's where one is named, else directory.toml beside the mandate or in the folder above",
        "Danh bạ đơn vị, chức vụ và người giữ; nếu không ghi là danh bạ của sổ khi có chỉ ra sổ, không thì directory.toml cạnh nội dung giao hoặc ở thư mục trên",
    ),
    (
        "A calendar in place of the register's or the official one, or over it where the file says `over = \"official\"`",
        "Lịch dùng thay lịch của sổ hoặc lịch chính thức, hoặc bổ sung cho lịch ấy khi tệp ghi `over = \"official\"`",
    ),
    (
        "A calendar in place of the official one, or over it where the file says `over = \"official\"`",
        "Lịch dùng thay lịch chính thức, hoặc bổ sung cho lịch ấy khi tệp ghi `over = \"official\"`",
    ),
    ("Tell every deadline and how it was computed", "Nêu từng thời hạn và cách tính"),
    (
        "The day of issue; by default the date of the mandate, else today",
        "Ngày ban hành; nếu không ghi là ngày của nội dung giao, không có thì hôm nay",
    ),
    (
        "Write a commented mandate or directory to start from",
        "Tạo một mẫu nội dung giao hoặc danh bạ có chú thích để bắt đầu",
    ),
    ("What to write", "Tạo mẫu nào"),
    (
        "Write the mandate that carries out a conclusion announced under this directive of the register",
        "Lập nội dung giao triển khai kết luận cuộc họp đã thông báo theo văn bản này trong sổ",
    ),
    (
        "Of which meeting, where the conclusions of several assign something",
        "Theo kết luận của cuộc họp nào, khi nhiều kết luận cùng giao nhiệm vụ",
    ),
    (
        "Where to; an existing file is never overwritten. By default it is printed",
        "Ghi vào tệp nào; không bao giờ ghi đè tệp đã có. Nếu không ghi thì in ra",
    ),
    (
        "Make a register, or give one a new directory or calendar",
        "Tạo sổ, hoặc đưa danh bạ hay lịch mới vào sổ",
    ),
    ("The directory of units, offices and persons", "Danh bạ đơn vị, chức vụ và người giữ"),
    ("Do any command, written as JSON", "Thực hiện một lệnh bất kỳ, viết bằng JSON"),
    ("The directive", "Văn bản chỉ đạo"),
    (
        "A name for the command: sending it again under the same name is harmless",
        "Tên của lệnh: gửi lại cùng tên thì không bị làm hai lần",
    ),
    (
        "The command as JSON, @FILE, or - for standard input",
        "Lệnh bằng JSON, @TỆP, hoặc - để đọc từ đầu vào chuẩn",
    ),
    (
        "What somebody may do now, and what waits for something",
        "Một người được làm gì lúc này, và việc gì đang chờ",
    ),
    ("Why a command would be refused, without doing it", "Vì sao một lệnh sẽ bị từ chối, mà không thực hiện"),
    (
        "The board of units and assignments; without a directive the list of them",
        "Bảng đơn vị và nhiệm vụ; không ghi văn bản thì liệt kê các văn bản",
    ),
    (
        "The stages against their deadlines, and the milestones of the history",
        "Các bước so với thời hạn, và các mốc đã qua",
    ),
    (
        "Orders done and open, on time and late, and the emulation sheet of the units",
        "Nhiệm vụ đã xong và chưa xong, đúng hạn và quá hạn, kèm bảng thi đua của các đơn vị",
    ),
    (
        "What each signed consolidation contains: which revisions, accepted by whom, and why the others are not in it",
        "Mỗi bản tổng hợp đã ký gồm những gì: bản nào, ai chấp nhận, và vì sao các bản khác không có",
    ),
    (
        "The consolidation, such as so-noi-vu/2c; by default all of them",
        "Bản tổng hợp, ví dụ so-noi-vu/2c; nếu không ghi là tất cả",
    ),
    (
        "What blocks the next stages, and who can unblock them",
        "Điều gì cản các bước tiếp theo, và ai gỡ được",
    ),
    (
        "Propose slots for a meeting, best first, each with its reasons",
        "Đề xuất lịch họp, tốt nhất trước, kèm lý do",
    ),
    ("The meeting", "Cuộc họp"),
    (
        "When one would begin to look, such as 2024-03-25T08:00:00+07:00; by default now",
        "Tìm từ thời điểm nào, ví dụ 2024-03-25T08:00:00+07:00; nếu không ghi là bây giờ",
    ),
    ("A room that may be used; several may be named", "Phòng dùng được; có thể ghi nhiều phòng"),
    (
        "Who is busy when: a JSON list of {\"who\": {\"person\": \"...\"}, \"from\": \"...\", \"until\": \"...\"}",
        "Ai bận lúc nào: danh sách JSON gồm {\"who\": {\"person\": \"...\"}, \"from\": \"...\", \"until\": \"...\"}",
    ),
    ("What happened, event by event", "Những gì đã diễn ra, từng sự kiện"),
    ("Only what came after this event", "Chỉ những gì sau sự kiện này"),
    ("Check the chain of every record", "Kiểm tra chuỗi của mọi bản ghi"),
    ("One directive; by default all of them", "Một văn bản chỉ đạo; nếu không ghi là tất cả"),
    (
        "Write the log as JSON Lines, or the meetings as iCalendar",
        "Xuất nhật ký dạng JSON Lines, hoặc cuộc họp dạng iCalendar",
    ),
    ("In which form", "Xuất ở dạng nào"),
    ("The JSON Schema of a file format", "JSON Schema của một định dạng tệp"),
    ("Which format", "Định dạng nào"),
    ("Completions for a shell", "Lệnh tự hoàn thành cho shell"),
    ("Which shell", "Shell nào"),
    (
        "Search the built-in lifecycle in place of a mandate: units that report in several fields, agencies that vet, one consolidation",
        "Kiểm tra hết vòng đời có sẵn thay cho nội dung giao: đơn vị báo cáo theo nhiều lĩnh vực, cơ quan thẩm định, một bản tổng hợp",
    ),
    (
        "In how many fields the units of the built-in lifecycle report [default: 1]",
        "Các đơn vị của vòng đời có sẵn báo cáo trong bao nhiêu lĩnh vực [mặc định: 1]",
    ),
    (
        "Whether the built-in lifecycle ends with a meeting",
        "Vòng đời có sẵn có kết thúc bằng cuộc họp hay không",
    ),
    (
        "Search every reachable state, with so many units of each shape [default with the other flags: 1]",
        "Kiểm tra mọi trạng thái tới được, với bấy nhiêu đơn vị mỗi dạng [khi có tuỳ chọn khác: 1]",
    ),
    (
        "How many obligations are free at a time where there are too many to search whole [default: 1]",
        "Mỗi lần có bao nhiêu nghĩa vụ được thay đổi khi có quá nhiều nghĩa vụ để kiểm tra hết [mặc định: 1]",
    ),
    (
        "Up to how many obligations are searched whole [default: 3]",
        "Kiểm tra hết khi có tới bấy nhiêu nghĩa vụ [mặc định: 3]",
    ),
    (
        "At most so many moves away from the draft [default: no limit]",
        "Cách bản dự thảo nhiều nhất bấy nhiêu bước [mặc định: không giới hạn]",
    ),
    ("The province's own rules, TOML or JSON", "Quy định riêng của tỉnh, TOML hoặc JSON"),
    (
        "Only the commands that every directive goes through: submit, vet, waive, absence, consolidate, sit, end",
        "Chỉ các lệnh mà văn bản nào cũng qua: nộp, thẩm định, cho miễn, ghi nhận vắng, tổng hợp, họp, kết thúc",
    ),
    (
        "Write the story as a scenario with its files into this new folder, for `congvan run`",
        "Ghi câu chuyện thành kịch bản cùng các tệp vào thư mục mới này, để chạy bằng `congvan run`",
    ),
    (
        "Show how far the search is, on a terminal or not",
        "Cho xem việc kiểm tra tới đâu, dù có màn hình hay không",
    ),
    ("Print help (see more with '--help')", "In hướng dẫn (đầy đủ hơn với `--help`)"),
    ("Print help (see a summary with '-h')", "In hướng dẫn (tóm tắt với `-h`)"),
    ("Print version", "In phiên bản"),
    (
        "Print this message or the help of the given subcommand(s)",
        "In hướng dẫn này hoặc hướng dẫn của lệnh được ghi",
    ),
];

/// The Vietnamese of an English text, paragraph by paragraph; commands given as examples are the same in both.
pub(super) fn find(english: &str) -> Option<String> {
    let paragraphs: Option<Vec<String>> = english.split("\n\n").map(paragraph).collect();
    Some(paragraphs?.join("\n\n"))
}

fn paragraph(english: &str) -> Option<String> {
    let examples = english.strip_prefix("Example:\n").or_else(|| english.strip_prefix("Examples:\n"));
    examples.map_or_else(
        || TEXTS.iter().find(|(en, _)| *en == english).map(|(_, vi)| (*vi).to_owned()),
        |examples| Some(format!("Ví dụ:\n{examples}")),
    )
}

/// The Vietnamese of an English text; a text that has none is shown as it is.
pub(super) fn of(english: &str) -> String {
    find(english).unwrap_or_else(|| english.to_owned())
}

/// The English texts that have a Vietnamese one.
#[cfg(test)]
pub(super) fn known() -> impl Iterator<Item = &'static str> {
    texts().map(|(en, _)| en)
}

/// Every text in both languages, the English first.
#[cfg(test)]
pub(super) fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    TEXTS.iter().copied()
}
