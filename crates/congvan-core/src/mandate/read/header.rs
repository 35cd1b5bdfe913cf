//! The header against Decree 30/2020/ND-CP: number, notation and chain of signing authority.

use congvan_text::{Say, Text};

use super::Slips;
use crate::mandate::{Header, Mandate, SigningAuthority};

pub(super) fn check(mandate: &Mandate, slips: &mut Slips<'_>) {
    if mandate.format != 1 {
        slips.add(
            "format",
            mandate.format,
            Text::new(
                format!("không biết phiên bản định dạng {} của nội dung giao", mandate.format),
                format!("version {} of the mandate's format is not known", mandate.format),
            ),
            Text::fixed("phiên bản 1", "version 1"),
            None,
        );
    }
    number(&mandate.header, slips);
    chain(&mandate.header, slips);
}

fn number(header: &Header, slips: &mut Slips<'_>) {
    let kind = header.document_type;
    if header.number == Some(0) {
        let what = super::super::NotationError::NumberZero.say();
        slips.add("header.number", 0, what, Text::fixed("số từ 1 trở lên", "a number from 1 on"), None);
    }
    let wanted = match kind.abbreviation() {
        None => Text::fixed("ký hiệu như `UBND-SNV`", "a notation such as `UBND-SNV`"),
        Some(own) => {
            Text::new(format!("ký hiệu như `{own}-UBND`"), format!("a notation such as `{own}-UBND`"))
        }
    };
    match &header.notation {
        Some(notation) => {
            if let Err(error) = kind.check_notation(notation) {
                let remedy = Text::fixed(
                    "hãy sửa ký hiệu theo Phụ lục I, Nghị định 30/2020/NĐ-CP",
                    "correct the notation after appendix I of Decree 30/2020/ND-CP",
                );
                slips.add("header.notation", notation, error.say(), wanted, Some(remedy));
            }
        }
        None if header.number.is_some() => slips.add(
            "header.number",
            "",
            Text::fixed("văn bản có số nhưng không có ký hiệu", "the document has a number and no notation"),
            wanted,
            Some(Text::fixed(
                "hãy ghi `notation`, hoặc bỏ `number`",
                "write `notation`, or leave `number` out",
            )),
        ),
        None => {}
    }
}

/// An authorisation is never re-delegated, and nobody signs twice in one chain (article 13).
fn chain(header: &Header, slips: &mut Slips<'_>) {
    let chain = &header.signer.authority;
    for (index, link) in chain.iter().enumerate() {
        let path = format!("header.signer.authority[{index}]");
        let earlier = chain.get(..index).unwrap_or_default();
        let what = if earlier.contains(link) {
            Text::fixed(
                "một thẩm quyền ký không được ghi hai lần",
                "one signing authority must not stand twice in the chain",
            )
        } else if earlier.contains(&SigningAuthority::ByAuthorisation) {
            Text::fixed(
                "người được ủy quyền (TUQ.) không được ủy quyền lại (khoản 4 Điều 13 Nghị định 30/2020/NĐ-CP)",
                "who signs by authorisation (TUQ.) must not pass it on (Decree 30/2020/ND-CP, article 13.4)",
            )
        } else if *link == SigningAuthority::ForCollective && index > 0 {
            Text::fixed("TM. chỉ đứng đầu chuỗi thẩm quyền ký", "TM. stands only at the head of the chain")
        } else {
            continue;
        };
        let expected = Text::fixed("chuỗi như TL. rồi KT.", "a chain such as TL. then KT.");
        slips.add(&path, "", what, expected, None);
    }
}
