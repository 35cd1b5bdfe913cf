//! The nearest spelling of a word among known ones.

/// The known word that is nearest to what was written, if one is near enough to be meant.
///
/// Nearness counts the letters that must be put in, left out, replaced or swapped with their neighbour; case, `-` and `_` do not count. A word is near
/// enough when at most a third of its letters, and at least one, may differ. The first of equally near words wins.
#[must_use]
pub fn nearest<'k>(written: &str, known: &[&'k str]) -> Option<&'k str> {
    let letters = plain(written);
    let mut best: Option<(usize, &'k str)> = None;
    for word in known {
        let other = plain(word);
        let allowed = (letters.len().max(other.len()) / 3).max(1);
        // A word with no letter in common is never meant.
        if letters.len().abs_diff(other.len()) > allowed || allowed >= letters.len().max(other.len()) {
            continue;
        }
        let distance = distance(&letters, &other);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, word));
        }
    }
    best.map(|(_, word)| word)
}

fn plain(word: &str) -> Vec<char> {
    word.chars()
        .take(100)
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == '-' { '_' } else { letter })
        .collect()
}

/// The optimal string alignment distance, row by row.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (i, letter_a) in a.iter().enumerate() {
        let mut row = Vec::with_capacity(b.len() + 1);
        let mut left = i + 1;
        row.push(left);
        let mut last_b = None;
        for (j, letter_b) in b.iter().enumerate() {
            let cell = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
            let mut least = (cell(&above, j) + usize::from(letter_a != letter_b))
                .min(cell(&above, j + 1) + 1)
                .min(left + 1);
            if last_a == Some(letter_b) && last_b == Some(letter_a) && j > 0 {
                least = least.min(cell(&before, j - 1) + 1);
            }
            row.push(least);
            left = least;
            last_b = Some(letter_b);
        }
        before = std::mem::replace(&mut above, row);
        last_a = Some(letter_a);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_understood() {
        let known = ["deadline", "performer", "vetted_by", "kind"];
        for (written, meant) in [
            ("deadlin", Some("deadline")),
            ("daedline", Some("deadline")),
            ("Deadline", Some("deadline")),
            ("vetted-by", Some("vetted_by")),
            ("vetedby", Some("vetted_by")),
            ("knid", Some("kind")),
            ("subject", None),
            ("", None),
            ("k", None),
        ] {
            assert_eq!(nearest(written, &known), meant, "{written}");
        }
    }

    #[test]
    fn distances_are_those_of_the_table() {
        let letters = |word: &str| word.chars().collect::<Vec<_>>();
        for (a, b, expected) in
            [("", "", 0), ("", "ab", 2), ("ab", "ba", 1), ("kitten", "sitting", 3), ("ca", "abc", 3)]
        {
            assert_eq!(distance(&letters(a), &letters(b)), expected, "{a} {b}");
            assert_eq!(distance(&letters(b), &letters(a)), expected, "{b} {a}");
        }
    }
}
