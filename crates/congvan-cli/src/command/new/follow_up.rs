//! The mandate that carries out a conclusion, made from the register: ready to be checked and drafted.

use std::path::{Path, PathBuf};

use congvan::core::command::NamingError;
use congvan::core::id::DirectiveId;
use congvan::core::query::FollowUpError;
use congvan::text::read::Format;
use congvan::{Directive, Event, Mandate, Say as _, Stamp, Text};

use super::super::{directive_id, existing, named_or_default, no_meeting, write_new};
use super::toml;
use crate::arguments::Template;
use crate::failure::Failure;
use crate::screen::Screen;

/// Whose conclusion is carried out.
pub(in crate::command) struct FollowUpOf<'a> {
    /// The directive whose meeting it was.
    pub(in crate::command) directive: &'a str,
    /// The meeting, where one is named.
    pub(in crate::command) meeting: Option<&'a str>,
}

pub(in crate::command) fn follow_up(
    what: Template,
    of: &FollowUpOf<'_>,
    register: Option<PathBuf>,
    output: Option<&Path>,
    screen: &Screen,
) -> Result<(), Failure> {
    if matches!(what, Template::Directory) {
        return Err(Failure::input(
            "--follow-up-of chỉ dùng cho nội dung giao; viết `congvan new mandate --follow-up-of ...`",
            "--follow-up-of makes a mandate and no directory; write `congvan new mandate --follow-up-of ...`",
        ));
    }
    let path = named_or_default(register);
    let id = directive_id(of.directive)?;
    let mandate = existing(Some(path.clone()))?
        .ask_history(id, |directive, history| made(directive, history, of.meeting))??;
    let Some(file) = output else {
        if screen.json() {
            screen.value(&mandate);
        } else {
            screen.line(written(&mandate, id, "MANDATE.toml", &path, screen).trim_end());
        }
        return Ok(());
    };
    let shown = file.display().to_string();
    let format = Format::of_path(&shown).ok_or_else(|| {
        Failure::input(
            format!("tên tệp `{shown}` cần kết thúc bằng .toml hoặc .json"),
            format!("the name of file `{shown}` should end in .toml or .json"),
        )
    })?;
    let text = match format {
        Format::Toml => written(&mandate, id, &shown, &path, screen),
        Format::Json => serde_json::to_string_pretty(&mandate).unwrap_or_default(),
    };
    write_new(file, text.as_bytes())?;
    // What a conclusion announced cannot be changed: where it means nothing by itself, the file is there to be mended.
    Mandate::read(&shown, &text, format)?;
    let register = path.display();
    if screen.json() {
        screen.value(&serde_json::json!({ "mandate": shown, "assignments": mandate.assignments.len() }));
        return Ok(());
    }
    let count = mandate.assignments.len();
    let assignments = if count == 1 { "assignment" } else { "assignments" };
    screen.line(screen.text(&Text::new(
        format!(
            "Đã ghi `{shown}`: {count} nhiệm vụ theo kết luận; xem lại đầu văn bản, rồi kiểm tra bằng `congvan check {shown} --register {register}`"
        ),
        format!(
            "Wrote `{shown}`: {count} {assignments} of the conclusion; look over its header, then check it with `congvan check {shown} --register {register}`"
        ),
    )));
    Ok(())
}

/// The mandate, under the header of the directive whose meeting it was.
fn made(
    directive: &Directive,
    history: &[(Stamp, Event)],
    meeting: Option<&str>,
) -> Result<Mandate, Failure> {
    let id = directive.id();
    let Some(proceedings) = directive.proceedings() else {
        return Err(Failure::input(
            format!("văn bản `{id}` chưa ban hành nên chưa có kết luận; xem tiến độ bằng `congvan board`"),
            format!("directive `{id}` is not issued and has no conclusion yet; see `congvan board`"),
        ));
    };
    let meeting =
        meeting.map(|name| directive.find_meeting(name)).transpose().map_err(|error| match error {
            NamingError::Meeting { known, .. } if known.is_empty() => no_meeting(id),
            error => Failure::told("cuộc họp (--meeting)", "the meeting (--meeting)", &error),
        })?;
    let header = proceedings.mandate().header.further(String::new());
    let mut mandate = proceedings.follow_up(history, meeting, header).map_err(|error| refused(id, &error))?;
    if let Some(notice) = mandate.header.links.first() {
        let date = notice.date.map(|date| format!(" ngày {}", date.format("%d/%m/%Y"))).unwrap_or_default();
        // The subject of a document is Vietnamese whoever reads the screen.
        mandate.header.subject = format!("Triển khai Thông báo kết luận số {}{date}", notice.document);
    }
    Ok(mandate)
}

/// What to do where there is nothing to follow up.
fn refused(id: DirectiveId, error: &FollowUpError) -> Failure {
    let told = error.say();
    let (vi, en) = match error {
        FollowUpError::NotAnnounced { .. } => (
            format!(
                "xem cuộc họp tới đâu bằng `congvan timeline {id}`, rồi thông báo kết luận bằng lệnh `announce` (`congvan do {id}`)"
            ),
            format!(
                "see how its meetings stand with `congvan timeline {id}`, then announce it with the command `announce` (`congvan do {id}`)"
            ),
        ),
        FollowUpError::NoFollowUps { .. } => (
            "nếu vẫn cần văn bản triển khai thì bắt đầu từ mẫu của `congvan new mandate`".to_owned(),
            "where a directive is wanted all the same, start from `congvan new mandate`".to_owned(),
        ),
        FollowUpError::Several { .. } => {
            ("ghi cuộc họp bằng --meeting MÃ".to_owned(), "name the meeting with --meeting ID".to_owned())
        }
    };
    Failure::input(format!("{}; {vi}", told.vi), format!("{}; {en}", told.en))
}

/// The mandate as TOML, with what to look over.
fn written(mandate: &Mandate, of: DirectiveId, file: &str, register: &Path, screen: &Screen) -> String {
    let register = register.display();
    let opening = Text::new(
        format!(
            "Nội dung giao triển khai kết luận cuộc họp của văn bản `{of}`, lập từ sổ. Dòng bắt đầu bằng dấu # là chú thích.\nKiểm tra: congvan check {file} --register {register}"
        ),
        format!(
            "The mandate that carries out a conclusion under directive `{of}`, made from the register. Lines that begin with # are comments.\nCheck it with: congvan check {file} --register {register}"
        ),
    );
    let comment = |part: &str| match part {
        "header" => Some(Text::fixed(
            "Phần đầu lấy theo văn bản đã có cuộc họp: xem lại người ký, trích yếu, nơi nhận. Số và ngày do văn thư cấp khi ban hành.",
            "The head is that of the directive whose meeting it was: look over signer, subject and addressees. The clerk gives number and date at issue.",
        )),
        "fields" => Some(Text::fixed(
            "Lĩnh vực mà các nhiệm vụ dưới đây nhắc tới.",
            "The fields that the assignments below name.",
        )),
        "assignments" => Some(Text::fixed(
            "Nhiệm vụ đúng như thông báo kết luận; `source` là kết luận nào.",
            "The assignments as they were announced; `source` is the decision of the conclusion.",
        )),
        "policy" => Some(Text::fixed(
            "Quy định chung của văn bản đã có cuộc họp.",
            "What held in the directive whose meeting it was.",
        )),
        _other_part => None,
    };
    let opening: String = screen.text(&opening).lines().map(|line| format!("# {line}\n")).collect();
    format!("{opening}{}", toml::written(mandate, comment, screen))
}
