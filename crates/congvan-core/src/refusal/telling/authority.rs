//! Texts about who may act, and in which capacity.

use chrono::NaiveDate;
use congvan_text::{Say, Text};

use super::{Telling, comma, day, tell, units, words};
use crate::actor::Capacity;
use crate::directory::Power;
use crate::id::{FieldId, OfficeId, PersonId, UnitId};

pub(super) fn wrong_unit(unit: UnitId, allowed: &[UnitId]) -> Telling {
    let sentence = Text::new(
        format!("đơn vị `{unit}` không có thẩm quyền thực hiện việc này"),
        format!("the unit `{unit}` has no part in this"),
    );
    if allowed.is_empty() {
        let cure = Text::fixed(
            "không đơn vị nào được tự thực hiện; văn thư nơi tiếp nhận ghi nhận thay tổ chức bên ngoài (`record_on_behalf`)",
            "no unit may do this itself; the receiving clerk records for an outside party (`record_on_behalf`)",
        );
        return tell(sentence, cure);
    }
    let may = units(allowed);
    tell(
        sentence,
        Text::new(
            format!("việc này do một trong các đơn vị sau thực hiện: {may}"),
            format!("one of these units does this: {may}"),
        ),
    )
}

pub(super) fn wrong_capacity(capacity: Capacity, allowed: &[Capacity]) -> Telling {
    let claimed = capacity.say();
    let may = words(allowed.iter().map(Say::say));
    tell(
        Text::new(
            format!("tư cách `{}` không đủ thẩm quyền thực hiện việc này", claimed.vi),
            format!("the capacity `{}` does not suffice for this", claimed.en),
        ),
        Text::new(
            format!("việc này phải do người có một trong các tư cách sau thực hiện: {}", may.vi),
            format!("this is done by somebody in one of these capacities: {}", may.en),
        ),
    )
}

pub(super) fn not_in_capacity(person: PersonId, unit: UnitId, capacity: Capacity, on: NaiveDate) -> Telling {
    let (claimed, on) = (capacity.say(), day(on));
    tell(
        Text::new(
            format!(
                "danh mục không ghi nhận `{person}` có tư cách `{}` của đơn vị `{unit}` vào ngày `{on}`",
                claimed.vi
            ),
            format!(
                "the directory does not know `{person}` as `{}` of the unit `{unit}` on `{on}`",
                claimed.en
            ),
        ),
        Text::new(
            format!(
                "người đang giữ tư cách này tại `{unit}` thực hiện, hoặc cập nhật danh mục chức vụ kèm thời gian giữ chức vụ"
            ),
            format!(
                "somebody who holds it at `{unit}` on that day does this, or the directory is brought up to date"
            ),
        ),
    )
}

pub(super) fn power_not_delegated(person: PersonId, power: Power) -> Telling {
    let power = power.say();
    tell(
        Text::new(
            format!(
                "`{person}` không được giao thừa lệnh (TL.) hoặc thừa ủy quyền (TUQ.) đối với quyền `{}`, hoặc việc giao đã hết hiệu lực",
                power.vi
            ),
            format!(
                "no order (TL.) or authorisation (TUQ.) in force gives `{person}` the power to `{}`",
                power.en
            ),
        ),
        Text::fixed(
            "người đứng đầu hoặc cấp phó ký thay (KT.) thực hiện, hoặc bổ sung quyền này vào quy chế hay văn bản ủy quyền",
            "the head or a deputy signing for the head (KT.) does this, or the regulation or written authorisation lists the power",
        ),
    )
}

pub(super) fn out_of_portfolio(person: PersonId, capacity: Capacity, fields: &[FieldId]) -> Telling {
    let claimed = capacity.say();
    let touched = comma(fields.iter().map(|field| format!("`{field}`")));
    let sentence = if fields.is_empty() {
        Text::new(
            format!(
                "`{person}` (`{}`) chỉ phụ trách một số lĩnh vực, còn văn bản chỉ đạo này không ghi lĩnh vực nào",
                claimed.vi
            ),
            format!(
                "`{person}` (`{}`) is in charge of certain fields only, and this directive names none",
                claimed.en
            ),
        )
    } else {
        Text::new(
            format!(
                "việc này thuộc lĩnh vực {touched}, ngoài phạm vi `{person}` (`{}`) được giao",
                claimed.vi
            ),
            format!(
                "this touches the fields {touched}, beyond what `{person}` (`{}`) is in charge of",
                claimed.en
            ),
        )
    };
    tell(
        sentence,
        Text::fixed(
            "người đứng đầu hoặc cấp phó phụ trách lĩnh vực này thực hiện, hoặc cập nhật lĩnh vực phụ trách (`portfolio`) hay phạm vi giao (`fields`) trong danh mục",
            "the head or the deputy in charge of these fields does this, or the directory's `portfolio` or `fields` is brought up to date",
        ),
    )
}

pub(super) fn own_work(person: PersonId, name: &str) -> Telling {
    tell(
        Text::new(
            format!(
                "`{person}` đã soạn thảo hoặc ký sản phẩm của nghĩa vụ {name} nên không được tự thẩm định"
            ),
            format!("`{person}` drafted or signed what was submitted for {name} and may not vet it"),
        ),
        Text::fixed(
            "người khác của đơn vị thẩm định thực hiện; nếu không còn ai thì đơn vị thẩm định dự phòng hoặc đơn vị được giao lại thẩm định (`reassign_vetting`)",
            "another person of the vetting unit vets it; where nobody is left, the fallback vetter, or a unit to which the vetting is reassigned (`reassign_vetting`)",
        ),
    )
}

pub(super) fn fallback_vets(name: &str, fallback: UnitId) -> Telling {
    tell(
        Text::new(
            format!("người đứng đầu của chính đơn vị thẩm định đã ký sản phẩm của nghĩa vụ {name}"),
            format!("the vetting unit's own head signed what was submitted for {name}"),
        ),
        Text::new(
            format!("đơn vị thẩm định dự phòng `{fallback}` thẩm định"),
            format!("the fallback vetter `{fallback}` vets it"),
        ),
    )
}

pub(super) fn signatory_without_authority(person: PersonId, unit: UnitId, capacity: Capacity) -> Telling {
    let claimed = capacity.say();
    tell(
        Text::new(
            format!(
                "`{person}` không có thẩm quyền ký thay mặt đơn vị `{unit}` với tư cách `{}`",
                claimed.vi
            ),
            format!("`{person}` may not sign for the unit `{unit}` as `{}`", claimed.en),
        ),
        Text::new(
            format!(
                "người đứng đầu, cấp phó ký thay (KT.), quyền người đứng đầu (Q.) hoặc người được giao TL., TUQ. của `{unit}` ký"
            ),
            format!(
                "the head, a deputy (KT.), the acting head (Q.) or somebody with TL. or TUQ. of `{unit}` signs it"
            ),
        ),
    )
}

pub(super) fn asker_may_not_decide(person: PersonId) -> Telling {
    tell(
        Text::new(
            format!("`{person}` là người đề nghị gia hạn nên không được quyết định việc gia hạn đó"),
            format!("`{person}` asked for the extension and may not decide on it"),
        ),
        Text::fixed(
            "người có thẩm quyền khác của cơ quan ban hành quyết định (`decide_extension`)",
            "another person with authority at the issuing body decides (`decide_extension`)",
        ),
    )
}

pub(super) fn not_the_chair(person: PersonId, office: OfficeId) -> Telling {
    tell(
        Text::new(
            format!("`{person}` không giữ chức vụ `{office}` là chức vụ chủ trì cuộc họp"),
            format!("`{person}` does not hold the office `{office}`, which takes the chair"),
        ),
        Text::new(
            format!(
                "người đang giữ chức vụ `{office}` chủ trì cuộc họp, hoặc người được giao quyền chủ trì bằng văn bản"
            ),
            format!(
                "whoever holds the office `{office}` takes the chair, or somebody to whom that power is delegated in writing"
            ),
        ),
    )
}

pub(super) fn not_the_signer(person: PersonId, office: OfficeId) -> Telling {
    tell(
        Text::new(
            format!("`{person}` không giữ chức vụ `{office}` là chức vụ ký văn bản chỉ đạo này"),
            format!("`{person}` does not hold the office `{office}`, which signs this directive"),
        ),
        Text::new(
            format!(
                "người đang giữ chức vụ `{office}` ký (`sign`), hoặc chuyển lại dự thảo để sửa người ký (`return_to_draft`)"
            ),
            format!(
                "whoever holds the office `{office}` signs it (`sign`), or the draft names another signer"
            ),
        ),
    )
}
