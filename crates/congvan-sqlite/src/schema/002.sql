-- A log has a number, and a record stands under that number and its place in the log: the records of a directive stand
-- together, so that a replay reads them in one sweep, and none of them carries the directive's name.
CREATE TABLE logs (
    number    INTEGER PRIMARY KEY,
    directive TEXT    NOT NULL UNIQUE,
    -- When the directive next wants attention, in microseconds since 1970-01-01T00:00:00Z.
    due       INTEGER
) STRICT;

-- The sealed log. `id` is the number of the log in the upper half and the sequence in the lower 32 bits. Every column is
-- covered by `hash`, the SHA-256 of the canonical JSON of all the others; all but `ends`, which is 1 on the last record
-- of a log and 0 on those before it. An append moves it within the page that it writes anyway, and a log whose end was
-- cut off has no end.
CREATE TABLE records (
    id          INTEGER PRIMARY KEY,
    position    INTEGER NOT NULL UNIQUE,
    command_id  TEXT    NOT NULL,
    fingerprint BLOB    NOT NULL,
    format      INTEGER NOT NULL,
    stamp       TEXT    NOT NULL,
    event       TEXT    NOT NULL,
    rules       BLOB    NOT NULL,
    previous    BLOB    NOT NULL,
    hash        BLOB    NOT NULL,
    ends        INTEGER NOT NULL
) STRICT;

INSERT INTO logs (directive, due)
SELECT directive, (SELECT due FROM streams WHERE streams.directive = known.directive)
FROM (SELECT directive FROM streams UNION SELECT directive FROM events) AS known
ORDER BY directive;

-- An end that was not where it is known to be stays missing, for the log to be verified.
INSERT INTO records
SELECT logs.number << 32 | events.sequence, position, command_id, fingerprint, format, stamp, event, rules, previous, hash,
       EXISTS (SELECT 1 FROM streams WHERE streams.directive = events.directive
               AND streams.version = events.sequence AND streams.head = events.hash)
FROM events JOIN logs ON logs.directive = events.directive
ORDER BY 1;

DROP TABLE events;
DROP TABLE streams;

-- What became of a command is read from its records: nothing is said twice. The id stands in every index.
CREATE INDEX commands ON records (command_id);

CREATE INDEX due ON logs (due, directive) WHERE due IS NOT NULL;
