//! What stands at the head and the foot of a dispatch.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::actor::Capacity;
use crate::id::{GroupId, OfficeId, PartyId, UnitId};

/// What stands at the head and the foot of the dispatch (Decree 30/2020/ND-CP, article 8).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// The type of document.
    pub document_type: DocumentType,
    /// The number, absent until issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// The notation (ký hiệu) that follows the number, such as `UBND-SNV`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notation: Option<String>,
    /// The series the number is taken from, where the issuing body keeps several (article 15.1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<String>,
    /// The date of issue, absent until issue.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// The place printed before the date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The body that issues.
    pub issuing_body: UnitId,
    /// Whose authority the directive carries, apart from who signs it.
    pub authority: IssuingAuthority,
    /// The leader in whose name the text instructs, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instructing_leader: Option<OfficeId>,
    /// How the foot of the dispatch is signed.
    pub signer: SignerLine,
    /// The unit that drafted the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub drafting_unit: Option<UnitId>,
    /// The unit that numbers, dates and dispatches (văn phòng); by default the issuing body itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<UnitId>,
    /// The subject (trích yếu).
    pub subject: String,
    /// The urgency; absent means ordinary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub urgency: Option<Urgency>,
    /// The legal bases and the other documents this one is linked to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// The addressees (Kính gửi); may be empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addressees: Vec<Addressee>,
    /// The recipients (Nơi nhận) beside the addressees, as printed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recipients: Vec<String>,
}

impl Header {
    /// The header of a further directive by the same issuer: its body, authority, office, drafter and place stay, and what
    /// belongs to one document (number, date, urgency, links, addressees, recipients, the signer's name) is left out.
    #[must_use]
    pub fn further(&self, subject: String) -> Self {
        Self {
            number: None,
            date: None,
            signer: SignerLine { name: None, ..self.signer.clone() },
            subject,
            urgency: None,
            links: Vec::new(),
            addressees: Vec::new(),
            recipients: Vec::new(),
            ..self.clone()
        }
    }
}

/// The 29 types of administrative document (Decree 30/2020/ND-CP, article 7) that can carry a directive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DocumentType {
    /// Công văn: no abbreviation in the notation.
    OfficialDispatch,
    /// Công điện (CĐ).
    Telegram,
    /// Chỉ thị (CT).
    Instruction,
    /// Quyết định cá biệt (QĐ).
    Decision,
    /// Nghị quyết cá biệt (NQ).
    Resolution,
    /// Kế hoạch (KH).
    Plan,
    /// Chương trình (CTr).
    Programme,
    /// Thông báo (TB).
    Notice,
    /// Thông cáo (TC).
    Communique,
    /// Hướng dẫn (HD).
    Guidance,
    /// Quy chế (QC).
    Regulation,
    /// Quy định (QyĐ).
    Rules,
    /// Phương án (PA).
    Scheme,
    /// Đề án (ĐA).
    Proposal,
    /// Dự án (DA).
    Project,
    /// Báo cáo (BC).
    Report,
    /// Tờ trình (TTr).
    Submission,
    /// Giấy mời (GM).
    Invitation,
    /// Phiếu chuyển (PC).
    Transfer,
}

impl DocumentType {
    /// The abbreviation that opens the notation (appendix III, part I); a công văn has none.
    #[must_use]
    pub const fn abbreviation(self) -> Option<&'static str> {
        match self {
            Self::OfficialDispatch => None,
            Self::Telegram => Some("CĐ"),
            Self::Instruction => Some("CT"),
            Self::Decision => Some("QĐ"),
            Self::Resolution => Some("NQ"),
            Self::Plan => Some("KH"),
            Self::Programme => Some("CTr"),
            Self::Notice => Some("TB"),
            Self::Communique => Some("TC"),
            Self::Guidance => Some("HD"),
            Self::Regulation => Some("QC"),
            Self::Rules => Some("QyĐ"),
            Self::Scheme => Some("PA"),
            Self::Proposal => Some("ĐA"),
            Self::Project => Some("DA"),
            Self::Report => Some("BC"),
            Self::Submission => Some("TTr"),
            Self::Invitation => Some("GM"),
            Self::Transfer => Some("PC"),
        }
    }
}

/// The degrees of urgency (Decree 30/2020/ND-CP, appendix I): hỏa tốc, thượng khẩn, khẩn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Urgency {
    /// Hỏa tốc: dispatched, registered and handled at once.
    Flash,
    /// Thượng khẩn.
    Immediate,
    /// Khẩn.
    Urgent,
}

/// Whose authority a directive carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum IssuingAuthority {
    /// The head alone, such as the Chairman (KT. without TM.).
    Head,
    /// The collective body (TM.).
    Collective,
}

/// One link of the chain of signing authority (Decree 30/2020/ND-CP, article 13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningAuthority {
    /// TM.: for the collective.
    ForCollective,
    /// KT.: a deputy for the head.
    ForHead,
    /// TL.: by order of the head, laid down in a regulation; may be re-delegated to a deputy signing KT.
    ByOrder,
    /// TUQ.: by written authorisation, limited in time and scope, never re-delegated.
    ByAuthorisation,
    /// Q.: acting head, with full powers.
    Acting,
}

/// How the foot of the dispatch is signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SignerLine {
    /// The chain in the order it is printed, such as `["by_order", "for_head"]` for TL. / KT.; empty when the head signs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub authority: Vec<SigningAuthority>,
    /// The office of the person who signs.
    pub office: OfficeId,
    /// The name as printed, where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

impl SignerLine {
    /// In which capacity whoever signs acts: what the chain begins with, and a deputy's or acting head's after TM.
    #[must_use]
    pub fn capacity(&self) -> Capacity {
        let links = self.authority.iter().find(|link| **link != SigningAuthority::ForCollective);
        match links {
            None | Some(SigningAuthority::ForCollective) => Capacity::Head,
            Some(SigningAuthority::ForHead) => Capacity::Deputy,
            Some(SigningAuthority::ByOrder) => Capacity::ByOrder,
            Some(SigningAuthority::ByAuthorisation) => Capacity::ByAuthorisation,
            Some(SigningAuthority::Acting) => Capacity::Acting,
        }
    }
}

/// How this document is linked to another one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The nature of the link.
    pub kind: LinkKind,
    /// The other document, as cited: number and notation, such as `147/TB-UBND`.
    pub document: String,
    /// Its date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// Who issued or concluded it, as printed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// What it says that matters here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// The nature of a link between documents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// Căn cứ: rests on it.
    Basis,
    /// Triển khai: carries it out.
    Implements,
    /// Sửa đổi, bổ sung: amends it.
    Amends,
    /// Đính chính: corrects it.
    Corrects,
    /// Đôn đốc: reminds of it.
    Reminds,
    /// Thay thế: replaces it.
    Replaces,
    /// Thực hiện kết luận: follows its conclusion.
    FollowsConclusion,
    /// Mentions it.
    Refers,
}

/// Somebody the directive is addressed to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Addressee {
    /// A group of units, expanded on the day of issue.
    Group(GroupId),
    /// One unit.
    Unit(UnitId),
    /// An outside party.
    Party(PartyId),
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mandate::sample;

    #[test]
    fn a_further_header_has_what_is_the_issuers_and_nothing_of_one_document() {
        let own = sample::mandate().header;
        let further = own.further("Việc tiếp theo".to_owned());
        let expected = Header {
            number: None,
            date: None,
            signer: SignerLine {
                authority: vec![SigningAuthority::ForHead],
                office: "ubnd-tinh.deputy".parse().unwrap(),
                name: None,
            },
            subject: "Việc tiếp theo".to_owned(),
            urgency: None,
            links: Vec::new(),
            addressees: Vec::new(),
            recipients: Vec::new(),
            ..own.clone()
        };
        assert_eq!(further, expected);
        assert_eq!(further.place.as_deref(), Some("Bà Rịa - Vũng Tàu"));
        let dropped = [
            own.number.is_some(),
            own.date.is_some(),
            own.signer.name.is_some(),
            own.urgency.is_some(),
            !own.links.is_empty(),
            !own.addressees.is_empty(),
            !own.recipients.is_empty(),
        ];
        assert!(dropped.iter().all(|had| *had), "the sample has all that is left out: {dropped:?}");
    }
}
