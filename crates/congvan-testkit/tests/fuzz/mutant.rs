//! Damaged copies of an input, the same ones for the same number, and the least part of one that still does what the whole did.

use congvan_testkit::walk::Dice;

/// What breaks parsers: numbers at the ends of their types, days at the ends of time, letters that are not what they seem.
const ODD: &[&str] = &[
    "",
    "0",
    "-1",
    "1.5",
    "-0",
    "1e400",
    "255",
    "256",
    "65535",
    "65536",
    "4294967295",
    "4294967296",
    "-2147483648",
    "9223372036854775807",
    "9223372036854775808",
    "18446744073709551616",
    "340282366920938463463374607431768211456",
    "nan",
    "inf",
    "true",
    "null",
    "[]",
    "{}",
    "\"\"",
    "[[]]",
    "\"0001-01-01\"",
    "\"9999-12-31\"",
    "\"+262142-12-31\"",
    "\"-262143-01-01\"",
    "\"2023-02-29\"",
    "2024-02-30",
    "9999-12-31",
    "0001-01-01",
    "10000-01-01",
    "24:00:00",
    "\"23:59:60\"",
    "\"00:00:00\"",
    "\"2024-03-25T23:59:60+07:00\"",
    "\"9999-12-31T23:59:59+07:00\"",
    "\"0001-01-01T00:00:00+14:00\"",
    "\"2024-03-25T08:00:00\"",
    "\u{0}",
    "\u{7f}",
    "\u{feff}",
    "\u{202e}",
    "\u{200b}",
    "\u{301}",
    "\u{2028}",
    "\\u0000",
    "\\ud800",
    "\\n",
    "\\r",
    "\n",
    "\r",
    "Ở",
    "o\u{309}",
    "ﬁ",
    "İ",
    "😀",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "\"current\"",
    "\"text:\"",
    "\"sha256:\"",
    "party:",
    "a/b/c@65535",
    "=",
    "==",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'''",
    "#",
    ",",
    ":",
];

/// A damaged copy of one of the seeds, now and then with parts of another.
pub(crate) fn of(seeds: &[String], number: u64) -> String {
    let mut dice = Dice::new(number);
    let Some(seed) = dice.pick(seeds) else { return String::new() };
    let other = dice.pick(seeds).map(String::as_str).unwrap_or_default();
    let mut parts: Vec<&str> = parts(seed);
    let others = parts_of_interest(other);
    // One thing more often than several, or nothing damaged would be read.
    for _ in 0..=dice.below(2) * dice.below(4) {
        damage(&mut parts, &others, &mut dice);
    }
    parts.concat()
}

fn damage<'s>(parts: &mut Vec<&'s str>, others: &[&'s str], dice: &mut Dice) {
    let len = parts.len();
    if len == 0 {
        parts.extend(dice.pick(ODD).copied());
        return;
    }
    let at = dice.small(len);
    match dice.below(12) {
        0 => drop(parts.remove(at)),
        1 => parts.insert(at, parts[dice.small(len)]),
        2 => parts.swap(at, dice.small(len)),
        3 => parts[at] = parts[dice.small(len)],
        4 => parts.truncate(at),
        // A stretch left out, or said twice.
        5 => drop(parts.drain(at..(at + 1 + dice.small(40)).min(len))),
        6 => {
            let again: Vec<_> = parts[at..(at + 1 + dice.small(40)).min(len)].to_vec();
            parts.splice(at..at, again);
        }
        7 | 8 => parts[at] = dice.pick(others).copied().unwrap_or_default(),
        9 => parts.insert(at, dice.pick(ODD).copied().unwrap_or_default()),
        // A value rather than what stands around it.
        _ => {
            let from = (0..len).map(|step| (at + step) % len).find(|at| is_value(parts[*at])).unwrap_or(at);
            parts[from] = dice.pick(ODD).copied().unwrap_or_default();
        }
    }
}

fn is_value(part: &str) -> bool {
    part.len() > 1 && part.starts_with(|letter: char| letter.is_ascii_digit() || letter == '"')
}

fn parts_of_interest(text: &str) -> Vec<&str> {
    parts(text).into_iter().filter(|part| part.len() > 1).collect()
}

/// The words, texts in quotes and single signs of an input, which put together are the input.
fn parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.');
        let end = match first {
            '"' => rest[1..].find(['"', '\n']).map_or(rest.len(), |at| at + 2),
            _ if plain(first) => rest.find(|letter| !plain(letter)).unwrap_or(rest.len()),
            _ => first.len_utf8(),
        };
        let (part, behind) = rest.split_at(end);
        parts.push(part);
        rest = behind;
    }
    parts
}

/// The input with as much left out as still `shows` what the whole did.
pub(crate) fn least(text: &str, shows: impl Fn(&str) -> bool) -> String {
    let mut kept: Vec<String> = parts(text).into_iter().map(str::to_owned).collect();
    let mut size = kept.len().div_ceil(2).max(1);
    loop {
        let mut at = 0;
        while at < kept.len() {
            let end = (at + size).min(kept.len());
            let shorter = [&kept[..at], &kept[end..]].concat();
            if shows(&shorter.concat()) {
                kept = shorter;
            } else {
                at = end;
            }
        }
        if size == 1 {
            return kept.concat();
        }
        size = size.div_ceil(2);
    }
}

#[test]
fn damage_is_the_same_for_the_same_number_and_mostly_does_something() {
    let seeds = ["a = 1\nb = \"x\"\n".to_owned(), "{\"c\": [2]}".to_owned()];
    let changed = (0..100).filter(|number| !seeds.contains(&of(&seeds, *number))).count();
    assert!(changed > 80, "{changed}");
    assert!((0..100).all(|number| of(&seeds, number) == of(&seeds, number)));
    assert_eq!(parts("a = \"x y\"").concat(), "a = \"x y\"");
    assert_eq!(least("a b c d e", |text| text.contains('d')), "d");
}
