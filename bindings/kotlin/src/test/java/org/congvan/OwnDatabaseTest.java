package org.congvan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A host in Java that keeps the events in a table of its own and uses the pure core alone. */
class OwnDatabaseTest {
    private static final String DIRECTIVE = "bao-cao-quy";

    private final Small small = Small.INSTANCE;

    @Test
    void rowsAreSealedKeptFoldedAndVerified() throws Exception {
        try (Connection base = DriverManager.getConnection("jdbc:sqlite::memory:");
                Directory directory = small.directory();
                Context context = new Context(directory, null, List.of());
                Mandate mandate = small.mandate()) {
            base.createStatement().execute("CREATE TABLE event (sequence INTEGER PRIMARY KEY, position INTEGER, hash TEXT, line TEXT)");
            OffsetDateTime day = small.getDay();
            act(base, context, small.getOfficer(), new Command.Draft(mandate), day, "draft");
            act(base, context, small.getChairman(), Command.Sign.INSTANCE, day, "sign");
            Command.Issue issue = Command.Issue.of(day.toLocalDate(), "UBND-SNV", 12, null);
            assertEquals(12, issue.getNumber());
            act(base, context, small.getClerk(), issue, day, "issue");

            List<String> lines = lines(base);
            assertEquals(3, Congvan.verify(DIRECTIVE, lines).getEvents());
            try (Directive directive = Directive.replay(DIRECTIVE, lines)) {
                assertEquals(3, directive.version());
                List<Offer> offers = directive.permitted(small.getDirector(), small.getLater(), context, 0, 10);
                assertTrue(!offers.isEmpty() && offers.size() <= 10);
                assertEquals(2, directive.receivers(context, null, 10).size());
                CongvanException.OutOfTurn late = assertThrows(CongvanException.OutOfTurn.class, () -> directive.evolve(lines.get(0)));
                assertEquals(List.of(4L, 1L), List.of(late.getExpected(), late.getFound()));
            }
            LogRecord last = CongvanKt.recordFromJson(lines.get(2));
            assertEquals(List.of(3L, 3L), List.of(last.getSequence(), last.getPosition()));
            assertEquals(1, last.getFormat());
        }
    }

    /** Decides on what is stored, and stores what is decided. */
    private void act(Connection base, Context context, Actor actor, Command command, OffsetDateTime at, String name)
            throws SQLException, CongvanException {
        try (Directive directive = Directive.replay(DIRECTIVE, lines(base));
                Decision decision = directive.decide(command, actor, at, context)) {
            String previous = null;
            try (ResultSet hashes = base.createStatement().executeQuery("SELECT hash FROM event ORDER BY sequence DESC LIMIT 1")) {
                if (hashes.next()) {
                    previous = hashes.getString(1);
                }
            }
            for (SealedRow row : decision.seal(name, decision.version(), previous)) {
                try (PreparedStatement insert = base.prepareStatement("INSERT INTO event VALUES (?, ?, ?, ?)")) {
                    insert.setLong(1, row.getSequence());
                    insert.setLong(2, row.getPosition());
                    insert.setString(3, row.getHash());
                    insert.setString(4, row.getLine());
                    insert.executeUpdate();
                }
            }
        }
    }

    private static List<String> lines(Connection base) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (ResultSet rows = base.createStatement().executeQuery("SELECT line FROM event ORDER BY sequence")) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }
}
