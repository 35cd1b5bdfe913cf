//! Identifiers: text that is checked where it enters, and small numbers.

use congvan::ContentHash;
use congvan::core::event::Quantity;
use congvan::core::id::{
    AssignmentId, CommandId, CommitteeId, CriterionId, DirectiveId, FieldId, GroupId, IdError, MAX_ID_BYTES,
    MeetingId, OfficeId, PartyId, PersonId, UnitId,
};
use congvan::core::meeting::MeetingIndex;
use congvan::core::obligation::{Key, ObligationId};

use crate::error::CongvanError;

macro_rules! identifiers {
    ($($name:ident: $word:literal),+) => {$(
        uniffi::custom_type!($name, String, {
            remote,
            lower: |id| id.to_string(),
            try_lift: |text| Ok(text.parse().map_err(|error| identifier($word, error))?),
        });
    )+};
}

identifiers!(
    AssignmentId: "assignment",
    CommandId: "command_id",
    CommitteeId: "committee",
    CriterionId: "criterion",
    DirectiveId: "directive",
    FieldId: "field",
    GroupId: "group",
    MeetingId: "meeting",
    OfficeId: "office",
    PartyId: "party",
    PersonId: "person",
    UnitId: "unit"
);

uniffi::custom_type!(ContentHash, String, {
    remote,
    lower: |hash| hash.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|_| CongvanError::misread("hash", text, (
        "không phải mã băm nội dung; cần `sha256:` và 64 chữ số thập lục phân",
        "not a content hash; expected `sha256:` and 64 hexadecimal digits",
    )))?),
});

uniffi::custom_type!(Quantity, String, {
    remote,
    lower: |number| number.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|_| CongvanError::misread("quantity", text, (
        "không phải số thập phân; cần các chữ số, tối đa sáu chữ số sau dấu chấm, như `95.5`",
        "not a decimal number; expected digits with at most six behind the point, such as `95.5`",
    )))?),
});

uniffi::custom_type!(Key, String, {
    remote,
    lower: |key| key.to_string(),
    try_lift: |text| Ok(text.parse().map_err(|_| CongvanError::misread("key", text, (
        "không phải khóa của nghĩa vụ; cần `đơn vị/nhiệm vụ` và có thể thêm `/lĩnh vực`, như `so-tai-chinh/1a/cchc`",
        "not the key of an obligation; expected `unit/assignment` and perhaps `/field`, such as `so-tai-chinh/1a/cchc`",
    )))?),
});

uniffi::custom_type!(ObligationId, u32, { remote, lower: |id| id.0, try_lift: |number| Ok(ObligationId(number)) });
uniffi::custom_type!(MeetingIndex, u16, { remote, lower: |at| at.0, try_lift: |number| Ok(MeetingIndex(number)) });

/// What is wrong with the text of an identifier.
fn identifier(name: &str, error: IdError) -> CongvanError {
    match error {
        IdError::Empty => CongvanError::misread(
            name,
            String::new(),
            ("mã định danh không được để trống", "an identifier must not be empty"),
        ),
        IdError::TooLong { text, bytes } => CongvanError::misread(
            name,
            text,
            (
                &format!("mã định danh dài {bytes} byte, tối đa {MAX_ID_BYTES}"),
                &format!("an identifier of {bytes} bytes, at most {MAX_ID_BYTES} are allowed"),
            ),
        ),
        IdError::Character { text, found } => CongvanError::misread(
            name,
            text,
            (
                &format!(
                    "mã định danh có ký tự `{found}`; chỉ dùng chữ cái không dấu, chữ số, `-`, `_` và `.`"
                ),
                &format!("an identifier with `{found}`; ASCII letters, digits, `-`, `_` and `.` are allowed"),
            ),
        ),
    }
}
