//! What stands at the head and the foot of a dispatch.

use chrono::NaiveDate;
use congvan::core::id::{GroupId, OfficeId, PartyId, UnitId};
use congvan::core::mandate::{
    Addressee, DocumentType, Header, IssuingAuthority, Link, LinkKind, SignerLine, SigningAuthority, Urgency,
};

/// What stands at the head and the foot of the dispatch (Decree 30/2020/ND-CP, article 8).
#[uniffi::remote(Record)]
pub struct Header {
    /// The type of document.
    pub document_type: DocumentType,
    /// The number, absent until issue.
    #[uniffi(default = None)]
    pub number: Option<u32>,
    /// The notation (ký hiệu) that follows the number, such as `UBND-SNV`.
    #[uniffi(default = None)]
    pub notation: Option<String>,
    /// The series the number is taken from, where the issuing body keeps several (article 15.1).
    #[uniffi(default = None)]
    pub series: Option<String>,
    /// The date of issue, absent until issue.
    #[uniffi(default = None)]
    pub date: Option<NaiveDate>,
    /// The place printed before the date.
    #[uniffi(default = None)]
    pub place: Option<String>,
    /// The body that issues.
    pub issuing_body: UnitId,
    /// Whose authority the directive carries, apart from who signs it.
    pub authority: IssuingAuthority,
    /// The leader in whose name the text instructs, where it says so.
    #[uniffi(default = None)]
    pub instructing_leader: Option<OfficeId>,
    /// How the foot of the dispatch is signed.
    pub signer: SignerLine,
    /// The unit that drafted the text.
    #[uniffi(default = None)]
    pub drafting_unit: Option<UnitId>,
    /// The unit that numbers, dates and dispatches (văn phòng); by default the issuing body itself.
    #[uniffi(default = None)]
    pub office: Option<UnitId>,
    /// The subject (trích yếu).
    pub subject: String,
    /// The urgency; absent means ordinary.
    #[uniffi(default = None)]
    pub urgency: Option<Urgency>,
    /// The legal bases and the other documents this one is linked to.
    #[uniffi(default = [])]
    pub links: Vec<Link>,
    /// The addressees (Kính gửi); may be empty.
    #[uniffi(default = [])]
    pub addressees: Vec<Addressee>,
    /// The recipients (Nơi nhận) beside the addressees, as printed.
    #[uniffi(default = [])]
    pub recipients: Vec<String>,
}

/// The 29 types of administrative document (Decree 30/2020/ND-CP, article 7) that can carry a directive.
#[uniffi::remote(Enum)]
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

/// The degrees of urgency (Decree 30/2020/ND-CP, appendix I): hỏa tốc, thượng khẩn, khẩn.
#[uniffi::remote(Enum)]
pub enum Urgency {
    /// Hỏa tốc: dispatched, registered and handled at once.
    Flash,
    /// Thượng khẩn.
    Immediate,
    /// Khẩn.
    Urgent,
}

/// Whose authority a directive carries.
#[uniffi::remote(Enum)]
pub enum IssuingAuthority {
    /// The head alone, such as the Chairman (KT. without TM.).
    Head,
    /// The collective body (TM.).
    Collective,
}

/// One link of the chain of signing authority (Decree 30/2020/ND-CP, article 13).
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Record)]
pub struct SignerLine {
    /// The chain in the order it is printed, such as `["by_order", "for_head"]` for TL. / KT.; empty when the head signs.
    #[uniffi(default = [])]
    pub authority: Vec<SigningAuthority>,
    /// The office of the person who signs.
    pub office: OfficeId,
    /// The name as printed, where it is known.
    #[uniffi(default = None)]
    pub name: Option<String>,
}

/// How this document is linked to another one.
#[uniffi::remote(Record)]
pub struct Link {
    /// The nature of the link.
    pub kind: LinkKind,
    /// The other document, as cited: number and notation, such as `147/TB-UBND`.
    pub document: String,
    /// Its date.
    #[uniffi(default = None)]
    pub date: Option<NaiveDate>,
    /// Who issued or concluded it, as printed.
    #[uniffi(default = None)]
    pub issuer: Option<String>,
    /// What it says that matters here.
    #[uniffi(default = None)]
    pub note: Option<String>,
}

/// The nature of a link between documents.
#[uniffi::remote(Enum)]
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
#[uniffi::remote(Enum)]
pub enum Addressee {
    /// A group of units, expanded on the day of issue.
    Group(GroupId),
    /// One unit.
    Unit(UnitId),
    /// An outside party.
    Party(PartyId),
}
