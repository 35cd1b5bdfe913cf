//! Things one after another, in chunks that never move: a run that grows copies nothing that it has, but within the
//! first chunk, which is as small as what it holds.

/// How many things a chunk holds.
const CHUNK: usize = 1 << 10;

/// Things that are added at the end.
#[derive(Debug)]
pub(super) struct Run<T> {
    // All are full but the last, and none is empty.
    chunks: Vec<Vec<T>>,
}

// Derived, it would ask the same of what the run holds.
impl<T> Default for Run<T> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<T> Run<T> {
    pub(super) fn len(&self) -> usize {
        let before = self.chunks.len().saturating_sub(1).saturating_mul(CHUNK);
        before.saturating_add(self.chunks.last().map_or(0, Vec::len))
    }

    pub(super) fn last(&self) -> Option<&T> {
        self.chunks.last()?.last()
    }

    pub(super) fn get(&self, at: usize) -> Option<&T> {
        self.chunks.get(at / CHUNK)?.get(at % CHUNK)
    }

    pub(super) fn push(&mut self, thing: T) {
        match self.chunks.last_mut() {
            Some(chunk) if chunk.len() < CHUNK => chunk.push(thing),
            Some(_) => {
                let mut chunk = Vec::with_capacity(CHUNK);
                chunk.push(thing);
                self.chunks.push(chunk);
            }
            None => self.chunks.push(vec![thing]),
        }
    }

    /// Leaves the first so many.
    pub(super) fn truncate(&mut self, len: usize) {
        self.chunks.truncate(len.div_ceil(CHUNK));
        if let Some(chunk) = self.chunks.get_mut(len / CHUNK) {
            chunk.truncate(len % CHUNK);
        }
    }

    /// All but the first so many.
    pub(super) fn iter_from(&self, skip: usize) -> impl Iterator<Item = &T> {
        let within = skip % CHUNK;
        let chunks = self.chunks.get(skip / CHUNK..).unwrap_or_default();
        chunks
            .iter()
            .zip(std::iter::once(within).chain(std::iter::repeat(0)))
            .flat_map(|(chunk, skip)| chunk.get(skip..).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LENGTHS: [usize; 9] =
        [0, 1, 5, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK - 1, 2 * CHUNK, 3 * CHUNK + 7];

    fn run(len: usize) -> Run<usize> {
        let mut run = Run::default();
        for thing in 0..len {
            run.push(thing);
        }
        run
    }

    fn held(run: &Run<usize>, skip: usize) -> Vec<usize> {
        run.iter_from(skip).copied().collect()
    }

    #[test]
    fn a_run_is_what_a_vector_is() {
        for len in LENGTHS {
            let run = run(len);
            assert_eq!((run.len(), run.last().copied()), (len, len.checked_sub(1)));
            for at in LENGTHS {
                assert_eq!(run.get(at).copied(), (at < len).then_some(at), "{at} of {len}");
                assert_eq!(held(&run, at), (at..len).collect::<Vec<_>>(), "{len} from {at}");
            }
        }
    }

    #[test]
    fn what_is_truncated_can_grow_again() {
        for len in LENGTHS {
            for left in LENGTHS {
                let mut run = run(len);
                run.truncate(left);
                run.push(usize::MAX);
                let expected: Vec<_> = (0..len.min(left)).chain([usize::MAX]).collect();
                assert_eq!((run.len(), held(&run, 0)), (expected.len(), expected), "{len} cut to {left}");
            }
        }
    }

    #[test]
    fn what_stands_in_a_full_chunk_never_moves() {
        let mut run = run(CHUNK);
        let first = std::ptr::from_ref(run.get(0).unwrap());
        for thing in 0..3 * CHUNK {
            run.push(thing);
        }
        assert!(std::ptr::eq(first, run.get(0).unwrap()));
    }
}
