//! How a unit's name is compared: spelling folded, abbreviations written out, the level in front optional.

/// The words for a level of administration that people write or leave out before a place's name.
const LEVELS: [&str; 9] =
    ["tỉnh ", "thành phố ", "thị xã ", "huyện ", "quận ", "phường ", "xã ", "thị trấn ", "đặc khu "];

/// The body that people write or leave out before a level.
const BODY: &str = "ủy ban nhân dân ";

/// The abbreviations that are written out, with a full stop or without.
const ABBREVIATIONS: [(&str, &str); 3] = [("ubnd", "ủy ban nhân dân"), ("tp", "thành phố"), ("tx", "thị xã")];

/// The form in which names are compared first: spelling folded and abbreviations written out.
pub(super) fn full(name: &str) -> String {
    let folded = congvan_text::fold_name(name);
    let mut words = Vec::new();
    for word in folded.split(' ') {
        match written_out(word) {
            Some((long, rest)) => {
                words.push(long);
                words.extend((!rest.is_empty()).then_some(rest));
            }
            None => words.push(word),
        }
    }
    words.join(" ")
}

/// The full form without the body and the level in front of it, compared where no full form fits.
pub(super) fn bare(full: &str) -> &str {
    let place = full.strip_prefix(BODY).unwrap_or(full);
    LEVELS.iter().find_map(|level| place.strip_prefix(level)).unwrap_or(place)
}

fn written_out(word: &str) -> Option<(&'static str, &str)> {
    ABBREVIATIONS.iter().find_map(|(short, long)| match word.strip_prefix(short)? {
        "" => Some((*long, "")),
        rest => rest.strip_prefix('.').map(|rest| (*long, rest)),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_written_out() {
        assert_eq!(full("UBND TP. Vũng Tàu"), "ủy ban nhân dân thành phố vũng tàu");
        assert_eq!(full("Tp.Vũng Tàu"), "thành phố vũng tàu");
        assert_eq!(full("TX Phú Mỹ"), "thị xã phú mỹ");
        assert_eq!(full("Tpx"), "tpx");
    }

    #[test]
    fn the_level_in_front_is_optional() {
        assert_eq!(bare(&full("UBND tỉnh Bà Rịa - Vũng Tàu")), bare(&full("BÀ RỊA-VŨNG TÀU")));
        assert_eq!(bare("ủy ban nhân dân tỉnh"), "tỉnh");
        assert_ne!(bare(&full("Văn phòng UBND tỉnh")), bare(&full("UBND tỉnh")));
    }
}
