//! A register of provincial directives: clock, calendar, journal and core together
