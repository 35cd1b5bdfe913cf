//! Matching of Vietnamese names that are written in more than one way.
//!
//! Documents write one name in many ways: composed and decomposed letters, hyphens and dashes with and without spaces,
//! no-break spaces, `Uỷ ban` beside `Ủy ban`. Folding removes these differences and no other: `Đ` is never `D`, and a tone is never lost.

use unicode_normalization::UnicodeNormalization as _;

/// The five tone marks of Vietnamese as combining characters: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// The name in the one form in which names are compared.
///
/// Composed letters (NFC), lower case; every dash is `-` without space around it; runs of white space are one space, none at the ends; soft
/// hyphens and zero-width characters are removed; the tone stands where `hỏa`, `khỏe`, `Ủy`, `hoàn` and `quý` have it. Folding twice is folding once.
#[must_use]
pub fn fold_name(name: &str) -> String {
    let lower: String = name.nfc().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).collect();
    let mut spaced = String::with_capacity(lower.len());
    // What was seen since the last letter: white space asks for one space, a dash takes the space away.
    let mut gap = false;
    for letter in lower.nfc() {
        let letter = if is_dash(letter) { '-' } else { letter };
        if letter.is_whitespace() {
            gap = true;
            continue;
        }
        if gap && letter != '-' && !spaced.is_empty() && !spaced.ends_with('-') {
            spaced.push(' ');
        }
        gap = false;
        spaced.push(letter);
    }
    // A letter that lost its tone may now compose with a mark after it.
    place_tones(&spaced).nfc().collect()
}

/// Whether two names are the same name once folded.
#[must_use]
pub fn same_name(a: &str, b: &str) -> bool {
    a == b || fold_name(a) == fold_name(b)
}

fn is_dash(letter: char) -> bool {
    matches!(letter, '\u{2010}'..='\u{2015}' | '\u{2212}')
}

fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Moves the tone of `oa`, `oe` and `uy` to the place where the reformed spelling of most documents has it.
fn place_tones(name: &str) -> String {
    let mut rest = name.chars().peekable();
    let mut placed = String::with_capacity(name.len());
    let mut before = None;
    while let Some(first) = rest.next() {
        let pair = rest.peek().and_then(|second| Pair::of(first, *second));
        let Some(pair) = pair else {
            placed.push(first);
            before = Some(first);
            continue;
        };
        rest.next();
        let ends = !rest.peek().is_some_and(|next| next.is_alphabetic());
        // In `quý` the `u` belongs to the consonant, and before another letter the tone stands on the second vowel.
        let on_first = ends && !(pair.vowels.0 == 'u' && before == Some('q'));
        let (first, second) = pair.with_tone(on_first);
        placed.extend([first, second]);
        before = Some(second);
    }
    placed
}

/// Two vowels that share one tone.
struct Pair {
    vowels: (char, char),
    tone: char,
}

impl Pair {
    /// The pair, if these are `oa`, `oe` or `uy` and exactly one of the two carries a tone.
    fn of(first: char, second: char) -> Option<Self> {
        let (a, tone_a) = split_tone(first);
        let (b, tone_b) = split_tone(second);
        let tone = match (tone_a, tone_b) {
            (Some(tone), None) | (None, Some(tone)) => tone,
            (None, None) | (Some(_), Some(_)) => return None,
        };
        matches!((a, b), ('o', 'a' | 'e') | ('u', 'y')).then_some(Self { vowels: (a, b), tone })
    }

    fn with_tone(&self, on_first: bool) -> (char, char) {
        let (a, b) = self.vowels;
        let toned = |vowel| unicode_normalization::char::compose(vowel, self.tone).unwrap_or(vowel);
        if on_first { (toned(a), b) } else { (a, toned(b)) }
    }
}

/// The plain vowel and its tone: `ỏ` is `o` and the hook above.
fn split_tone(letter: char) -> (char, Option<char>) {
    let mut base = letter;
    let mut tone = None;
    let mut parts = 0;
    unicode_normalization::char::decompose_canonical(letter, |part| {
        parts += 1;
        if parts == 1 {
            base = part;
        } else if parts == 2 && TONES.contains(&part) {
            tone = Some(part);
        }
    });
    // A vowel with a circumflex, breve or horn is another vowel and not one of a pair.
    if parts <= 2 && (parts == 1 || tone.is_some()) { (base, tone) } else { (letter, None) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The 134 letters that Vietnamese writes beyond plain ASCII, 67 in each case.
    const LETTERS: &str = "àáãạảăắằẳẵặâấầẩẫậèéẹẻẽêềếểễệđìíĩỉịòóõọỏôốồổỗộơớờởỡợùúũụủưứừửữựỳỵỷỹý\
                           ÀÁÃẠẢĂẮẰẲẴẶÂẤẦẨẪẬÈÉẸẺẼÊỀẾỂỄỆĐÌÍĨỈỊÒÓÕỌỎÔỐỒỔỖỘƠỚỜỞỠỢÙÚŨỤỦƯỨỪỬỮỰỲỴỶỸÝ";

    #[test]
    fn every_letter_folds_to_its_lower_case_from_both_compositions() {
        let all: Vec<char> = LETTERS.chars().collect();
        assert_eq!(all.len(), 134);
        let (lower, upper) = all.split_at(67);
        for (low, up) in lower.iter().zip(upper) {
            for written in [low, up] {
                let composed = written.to_string();
                let decomposed: String = composed.nfd().collect();
                assert_eq!(fold_name(&composed), low.to_string());
                assert_eq!(fold_name(&decomposed), low.to_string());
            }
        }
        for (at, a) in lower.iter().enumerate() {
            for b in lower.iter().skip(at + 1) {
                assert!(!same_name(&a.to_string(), &b.to_string()), "{a} {b}");
            }
        }
    }

    #[test]
    fn a_tone_has_one_place() {
        for (written, folded) in [
            ("hoả", "hỏa"),
            ("hỏa", "hỏa"),
            ("Uỷ ban", "ủy ban"),
            ("Ủy ban", "ủy ban"),
            ("khoẻ", "khỏe"),
            ("thuý", "thúy"),
            ("quý", "quý"),
            ("qúy", "quý"),
            ("hoàn", "hoàn"),
            ("hòan", "hoàn"),
            ("khoét", "khoét"),
            ("ngoài", "ngoài"),
            ("khuỷu", "khuỷu"),
            ("chuyển", "chuyển"),
            ("Hoà-Thuỷ", "hòa-thủy"),
            ("hoa", "hoa"),
            ("thuở", "thuở"),
        ] {
            assert_eq!(fold_name(written), folded, "{written}");
        }
    }

    #[test]
    fn dashes_and_spaces_are_one() {
        for dash in ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2015}', '\u{2212}']
        {
            for written in [format!("Bà Rịa{dash}Vũng Tàu"), format!(" Bà\u{a0}Rịa {dash}  Vũng\tTàu ")]
            {
                assert_eq!(fold_name(&written), "bà rịa-vũng tàu");
            }
        }
        assert_eq!(fold_name("Sở\u{200b} Nội\u{ad} \u{feff} vụ"), "sở nội vụ");
        assert_eq!(fold_name(" \u{a0}"), "");
    }

    #[test]
    fn different_names_stay_different() {
        for (a, b) in
            [("Đông", "Dông"), ("Sở Y tế", "Sở Y-tế"), ("Hòa", "Hoa"), ("Hòa", "Hóa"), ("Tân An", "Tânan")]
        {
            assert!(!same_name(a, b), "{a} {b}");
        }
    }

    /// Names made mostly of what folding treats in a special way.
    fn names() -> impl Strategy<Value = String> {
        prop_oneof![
            any::<String>(),
            "[oóòOaáàÀAeèuủUyỷYqQnĐđ \u{a0}\u{ad}\u{200b}\u{300}\u{301}\u{302}\u{307}\u{309}\u{323}\u{31b}\u{2013}-]{0,8}",
        ]
    }

    #[test]
    fn a_tone_that_moves_lets_the_marks_after_it_compose() {
        assert_eq!(fold_name("hoá\u{307}"), "hóȧ");
        assert_eq!(fold_name("hóȧ"), "hóȧ");
    }

    proptest! {
        #[test]
        fn the_form_of_the_letters_does_not_count(name in names()) {
            prop_assert!(same_name(&name.nfc().collect::<String>(), &name.nfd().collect::<String>()));
        }

        #[test]
        fn a_folded_name_holds_nothing_that_does_not_count(name in names()) {
            let folded = fold_name(&name);
            prop_assert!(!folded.chars().any(|c| is_dash(c) || is_invisible(c) || (c.is_whitespace() && c != ' ')));
            for refused in ["  ", " -", "- "] {
                prop_assert!(!folded.contains(refused), "{:?}", folded);
            }
            prop_assert_eq!(folded.trim(), &folded);
        }

        #[test]
        fn folding_twice_is_folding_once(name in names()) {
            let once = fold_name(&name);
            prop_assert_eq!(fold_name(&once), once.as_str());
        }

        #[test]
        fn composition_never_matters(name in "[a-zđĐàảãáạăằâầêềôồơờưừỳỷ \u{a0}\\-–]{0,20}") {
            let decomposed: String = name.nfd().collect();
            prop_assert!(same_name(&name, &decomposed));
            prop_assert!(same_name(&name, &name.to_uppercase()));
        }
    }
}
