//! The number and notation (số, ký hiệu) of a document as Decree 30/2020/ND-CP wants them printed.

use congvan_text::{Say, Text};
use unicode_normalization::is_nfc;

use super::DocumentType;

/// The abbreviations of types of document and of copies (Decree 30/2020/ND-CP, appendix III, part I); the notation of
/// a công văn begins with none of them.
const ABBREVIATIONS: [&str; 30] = [
    "NQ", "QĐ", "CT", "QC", "QyĐ", "TC", "TB", "HD", "CTr", "KH", "PA", "ĐA", "DA", "BC", "BB", "TTr", "HĐ",
    "CĐ", "BGN", "BTT", "GUQ", "GM", "GGT", "GNP", "PG", "PC", "PB", "SY", "TrS", "SL",
];

/// Why a number or a notation is not as Decree 30/2020/ND-CP wants it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.say().en)]
pub enum NotationError {
    /// The number is zero; numbers start at 01 on 1 January (article 15.1).
    NumberZero,
    /// Nothing was given.
    Empty,
    /// The letters are not composed (NFC).
    NotComposed,
    /// A character that belongs in no group.
    Character {
        /// The character.
        found: char,
    },
    /// A group between hyphens is empty or does not begin with a capital letter.
    Group {
        /// The group.
        group: String,
    },
    /// Another type of document than this one is announced, or none.
    Abbreviation {
        /// The abbreviation that the type of document wants.
        wanted: &'static str,
        /// The first group of the notation.
        found: String,
    },
    /// A công văn begins with the abbreviation of a type of document.
    DispatchWithAbbreviation {
        /// The abbreviation.
        found: String,
    },
    /// A single group, where the body or the drafting unit is missing.
    OneGroup {
        /// What the groups are for this type of document.
        wanted: &'static str,
    },
    /// A printed symbol without exactly one `/` between number and notation.
    Slash,
    /// A printed number that is no number, or one below ten without its leading zero, or one with a needless zero.
    PrintedNumber {
        /// What was printed.
        found: String,
    },
}

impl Say for NotationError {
    fn say(&self) -> Text {
        match self {
            Self::NumberZero => {
                Text::fixed("số của văn bản bắt đầu từ 1", "the number of a document starts at 1")
            }
            Self::Empty => Text::fixed("ký hiệu để trống", "the notation is empty"),
            Self::NotComposed => Text::fixed(
                "ký hiệu phải dùng Unicode dựng sẵn (NFC)",
                "the notation must be written in composed Unicode (NFC)",
            ),
            Self::Character { found } => Text::new(
                format!(
                    "ký hiệu không được có `{found}`; chỉ có chữ cái, chữ số, `&` và dấu gạch nối `-` không có khoảng trống"
                ),
                format!(
                    "a notation has no `{found}`; it has letters, digits, `&` and the hyphen `-` without spaces"
                ),
            ),
            Self::Group { group } => Text::new(
                format!("nhóm `{group}` của ký hiệu phải bắt đầu bằng chữ in hoa"),
                format!("group `{group}` of the notation must begin with a capital letter"),
            ),
            Self::Abbreviation { wanted, found } => Text::new(
                format!("ký hiệu của loại văn bản này bắt đầu bằng `{wanted}`, không phải `{found}`"),
                format!("the notation of this type of document begins with `{wanted}`, not with `{found}`"),
            ),
            Self::DispatchWithAbbreviation { found } => Text::new(
                format!("ký hiệu của công văn không có chữ viết tắt tên loại `{found}`"),
                format!(
                    "the notation of an official dispatch carries no abbreviation of a type such as `{found}`"
                ),
            ),
            Self::OneGroup { wanted } => Text::new(
                format!("ký hiệu phải có ít nhất hai nhóm, như `{wanted}`"),
                format!("the notation must have at least two groups, such as `{wanted}`"),
            ),
            Self::Slash => Text::fixed(
                "giữa số và ký hiệu phải có đúng một dấu `/`",
                "exactly one `/` must stand between number and notation",
            ),
            Self::PrintedNumber { found } => Text::new(
                format!("số `{found}` phải là chữ số Ả Rập, số nhỏ hơn 10 ghi thêm số 0 phía trước"),
                format!("number `{found}` must be in Arabic digits, one below 10 with a leading zero"),
            ),
        }
    }
}

impl DocumentType {
    /// Checks a notation (ký hiệu) such as `UBND-SNV` or `QĐ-UBND` for this type of document.
    ///
    /// # Errors
    /// When it is not what Decree 30/2020/ND-CP, appendix I, part II.3 asks for: composed letters, groups joined by
    /// hyphens without spaces, for a công văn the issuing body and the drafting unit or field without any abbreviation
    /// of a type, for every other type its abbreviation and the issuing body.
    pub fn check_notation(self, notation: &str) -> Result<(), NotationError> {
        if notation.is_empty() {
            return Err(NotationError::Empty);
        }
        if !is_nfc(notation) {
            return Err(NotationError::NotComposed);
        }
        let foreign = |c: &char| !(c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '-' | '&'));
        if let Some(found) = notation.chars().find(foreign) {
            return Err(NotationError::Character { found });
        }
        if let Some(group) = notation.split('-').find(|group| !group.starts_with(char::is_uppercase)) {
            return Err(NotationError::Group { group: group.to_owned() });
        }
        let (first, rest) = match notation.split_once('-') {
            Some((first, rest)) => (first, Some(rest)),
            None => (notation, None),
        };
        match self.abbreviation() {
            Some(wanted) if wanted != first => {
                Err(NotationError::Abbreviation { wanted, found: first.to_owned() })
            }
            None if ABBREVIATIONS.contains(&first) => {
                Err(NotationError::DispatchWithAbbreviation { found: first.to_owned() })
            }
            Some(_) if rest.is_none() => Err(NotationError::OneGroup { wanted: "QĐ-UBND" }),
            None if rest.is_none() => Err(NotationError::OneGroup { wanted: "UBND-SNV" }),
            Some(_) | None => Ok(()),
        }
    }
}

/// A number and notation as printed, such as `3552/UBND-SNV`; a number below ten gets a leading zero
/// (Decree 30/2020/ND-CP, appendix I, part II.3).
#[must_use]
pub fn printed_symbol(number: u32, notation: &str) -> String {
    format!("{number:02}/{notation}")
}

/// Reads a number and notation as printed, such as `147/TB-UBND`, for a type of document.
///
/// # Errors
/// When there is not exactly one `/`, when the number is not printed as the decree wants it, or when
/// [`DocumentType::check_notation`] refuses the notation.
pub fn read_symbol(kind: DocumentType, printed: &str) -> Result<(u32, String), NotationError> {
    let Some((digits, notation)) = printed.split_once('/').filter(|(_, notation)| !notation.contains('/'))
    else {
        return Err(NotationError::Slash);
    };
    let refused = || NotationError::PrintedNumber { found: digits.to_owned() };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(refused());
    }
    let number: u32 = digits.parse().map_err(|_| refused())?;
    if number == 0 {
        return Err(NotationError::NumberZero);
    }
    if format!("{number:02}") != digits {
        return Err(refused());
    }
    kind.check_notation(notation)?;
    Ok((number, notation.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const OTHER_TYPES: [(DocumentType, &str); 18] = [
        (DocumentType::Telegram, "CĐ"),
        (DocumentType::Instruction, "CT"),
        (DocumentType::Decision, "QĐ"),
        (DocumentType::Resolution, "NQ"),
        (DocumentType::Plan, "KH"),
        (DocumentType::Programme, "CTr"),
        (DocumentType::Notice, "TB"),
        (DocumentType::Communique, "TC"),
        (DocumentType::Guidance, "HD"),
        (DocumentType::Regulation, "QC"),
        (DocumentType::Rules, "QyĐ"),
        (DocumentType::Scheme, "PA"),
        (DocumentType::Proposal, "ĐA"),
        (DocumentType::Project, "DA"),
        (DocumentType::Report, "BC"),
        (DocumentType::Submission, "TTr"),
        (DocumentType::Invitation, "GM"),
        (DocumentType::Transfer, "PC"),
    ];

    #[test]
    fn every_type_takes_its_own_abbreviation_and_no_other() {
        for (kind, own) in OTHER_TYPES {
            for (_, other) in OTHER_TYPES {
                let notation = format!("{other}-UBND");
                assert_eq!(kind.check_notation(&notation).is_ok(), own == other, "{kind:?} {notation}");
                let dispatch = DocumentType::OfficialDispatch.check_notation(&notation);
                assert_eq!(
                    dispatch,
                    Err(NotationError::DispatchWithAbbreviation { found: other.to_owned() })
                );
            }
            assert_eq!(
                kind.check_notation(own),
                Err(NotationError::OneGroup { wanted: "QĐ-UBND" }),
                "{kind:?}"
            );
            assert!(
                matches!(kind.check_notation("UBND-SNV"), Err(NotationError::Abbreviation { .. })),
                "{kind:?}"
            );
            assert!(kind.check_notation(&format!("{own}-BCĐTKNQ18")).is_ok(), "{kind:?}");
        }
    }

    #[test]
    fn a_dispatch_names_the_body_and_the_drafting_unit() {
        let dispatch = DocumentType::OfficialDispatch;
        for good in ["UBND-SNV", "UBND-VX", "VPCP-TTĐT", "SNV-CCHC&VTLT", "HĐND-VP"] {
            assert_eq!(dispatch.check_notation(good), Ok(()), "{good}");
        }
        let bad = [
            ("", NotationError::Empty),
            ("UBND", NotationError::OneGroup { wanted: "UBND-SNV" }),
            ("UBND - SNV", NotationError::Character { found: ' ' }),
            ("UBND–SNV", NotationError::Character { found: '–' }),
            ("2024/UBND-SNV", NotationError::Character { found: '/' }),
            ("UBND-", NotationError::Group { group: String::new() }),
            ("UBND--SNV", NotationError::Group { group: String::new() }),
            ("ubnd-SNV", NotationError::Group { group: "ubnd".to_owned() }),
            ("UBND-vx", NotationError::Group { group: "vx".to_owned() }),
            ("VPCP-TTĐTố", NotationError::NotComposed),
        ];
        for (notation, error) in bad {
            let notation = match error {
                NotationError::NotComposed => "UBND-TO\u{302}".to_owned(),
                _ => notation.to_owned(),
            };
            assert_eq!(dispatch.check_notation(&notation), Err(error), "{notation}");
        }
        assert!(DocumentType::Proposal.check_notation("DA-UBND").is_err(), "đề án is not dự án");
        assert!(DocumentType::Decision.check_notation("QD-UBND").is_err(), "D is not Đ");
    }

    #[test]
    fn a_symbol_reads_back_what_is_printed() {
        for number in [1, 9, 10, 147, 3552, u32::MAX] {
            let printed = printed_symbol(number, "TB-UBND");
            assert_eq!(read_symbol(DocumentType::Notice, &printed), Ok((number, "TB-UBND".to_owned())));
        }
        assert_eq!(printed_symbol(5, "QĐ-UBND"), "05/QĐ-UBND");
        assert_eq!(read_symbol(DocumentType::Notice, "00/TB-UBND"), Err(NotationError::NumberZero));
        assert_eq!(read_symbol(DocumentType::Notice, "147TB-UBND"), Err(NotationError::Slash));
        assert_eq!(read_symbol(DocumentType::Decision, "05/2025/QĐ-UBND"), Err(NotationError::Slash));
        for found in ["5", "005", "0147", "1a", "", "+5", "99999999999"] {
            let printed = format!("{found}/TB-UBND");
            assert_eq!(
                read_symbol(DocumentType::Notice, &printed),
                Err(NotationError::PrintedNumber { found: found.to_owned() })
            );
        }
    }

    #[test]
    fn every_error_is_told_in_both_languages() {
        let error = DocumentType::OfficialDispatch.check_notation("QĐ-UBND").unwrap_err();
        assert!(error.say().vi.contains("công văn không có chữ viết tắt"));
        assert!(error.to_string().contains("`QĐ`"));
    }
}
