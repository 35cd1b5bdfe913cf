//! Nobody outside the core takes the proof that every input is settled: only the commands of a consolidation do.

use congvan_core::evidence::AllSettled;
use congvan_core::obligation::ObligationId;
use congvan_core::Proceedings;

fn take(proceedings: &Proceedings) {
    let _ = AllSettled::of(proceedings, ObligationId(0));
}

fn main() {}
