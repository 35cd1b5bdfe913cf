//! What a careful clerk would ask about a mandate, as findings.
