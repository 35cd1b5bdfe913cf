//! Texts one after another, in chunks that never move: a journal that grows copies nothing that it has.

/// The smallest chunk, in bytes; each is twice as large as the one before it, up to the largest.
const SMALLEST: usize = 4 << 10;
const LARGEST: usize = 1 << 20;

/// Where a text begins: the chunk above, the place in it below. One word, which a function answers with in a register;
/// an answer through memory, written in halves and read as a whole, would make the processor wait. How long a text is,
/// its owner knows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start(u64);

impl Start {
    fn new(chunk: usize, start: usize) -> Option<Self> {
        let (chunk, start) = (u32::try_from(chunk).ok()?, u32::try_from(start).ok()?);
        Some(Self(u64::from(chunk) << u32::BITS | u64::from(start)))
    }

    fn places(self) -> Option<(usize, usize)> {
        let place = |word: u64| usize::try_from(word).ok();
        Some((place(self.0 >> u32::BITS)?, place(self.0 & u64::from(u32::MAX))?))
    }
}

/// Texts that are added and never changed.
#[derive(Debug, Default)]
pub(super) struct Texts {
    chunks: Vec<Vec<u8>>,
}

impl Texts {
    /// Adds a text; none when there are more chunks than a start can say.
    pub(super) fn push(&mut self, text: &[u8]) -> Option<Start> {
        let room = self.chunks.last().map_or(0, |chunk| chunk.capacity().saturating_sub(chunk.len()));
        if room < text.len() || self.chunks.is_empty() {
            let next = self.chunks.last().map_or(SMALLEST, |chunk| chunk.capacity().saturating_mul(2));
            self.chunks.push(Vec::with_capacity(next.min(LARGEST).max(text.len())));
        }
        let at = self.chunks.len().checked_sub(1)?;
        let chunk = self.chunks.get_mut(at)?;
        let start = Start::new(at, chunk.len())?;
        chunk.extend_from_slice(text);
        Some(start)
    }

    /// The text that begins there and is so long.
    pub(super) fn get(&self, start: Start, len: u32) -> Option<&str> {
        let ((chunk, start), len) = (start.places()?, usize::try_from(len).ok()?);
        let bytes = self.chunks.get(chunk)?.get(start..start.checked_add(len)?)?;
        std::str::from_utf8(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_found_again_and_none_moves() {
        let mut texts = Texts::default();
        let lengths = [0, 1, SMALLEST - 1, 2, SMALLEST, 3 * LARGEST, 5, 700, LARGEST - 1, 1];
        let written: Vec<String> =
            lengths.iter().zip('a'..).map(|(len, c)| c.to_string().repeat(*len)).collect();
        let mut starts = Vec::new();
        let mut first = None;
        for text in &written {
            starts.push(texts.push(text.as_bytes()).unwrap());
            let at = texts.chunks.first().map(|chunk| chunk.as_ptr());
            assert_eq!(*first.get_or_insert(at), at);
        }
        for (start, text) in starts.iter().zip(&written) {
            assert_eq!(texts.get(*start, u32::try_from(text.len()).unwrap()), Some(text.as_str()));
        }
        assert_eq!(texts.get(Start(0), u32::MAX), None, "beyond its chunk");
        assert_eq!(texts.get(Start(u64::MAX), 0), None, "beyond the last chunk");
    }
}
