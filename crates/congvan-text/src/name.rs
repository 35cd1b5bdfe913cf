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
    place_tones(&spaced)
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
