-- The sealed log. Every column is covered by `hash`, the SHA-256 of the canonical JSON of all the others.
-- The rows of a directive stand together, so that a replay reads them in one sweep.
CREATE TABLE events (
    directive   TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    position    INTEGER NOT NULL UNIQUE,
    command_id  TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    format      INTEGER NOT NULL,
    stamp       TEXT    NOT NULL,
    event       TEXT    NOT NULL,
    rules       BLOB    NOT NULL,
    previous    BLOB    NOT NULL,
    hash        BLOB    NOT NULL,
    PRIMARY KEY (directive, sequence)
) STRICT, WITHOUT ROWID;

-- What became of a command is read from its events: nothing is said twice.
CREATE INDEX commands ON events (directive, command_id);

-- Where each log ends, and when its directive next wants attention (microseconds since 1970-01-01T00:00:00Z).
CREATE TABLE streams (
    directive TEXT    NOT NULL PRIMARY KEY,
    version   INTEGER NOT NULL,
    head      BLOB    NOT NULL,
    due       INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX due ON streams (due, directive) WHERE due IS NOT NULL;

-- Directories, calendars and rules, each version as it was given; `hash` covers the other columns.
CREATE TABLE kept (
    kind    TEXT    NOT NULL,
    name    TEXT    NOT NULL,
    version INTEGER NOT NULL,
    text    TEXT    NOT NULL,
    hash    BLOB    NOT NULL,
    PRIMARY KEY (kind, name, version)
) STRICT;

PRAGMA application_id = 1668247143;
