package org.congvan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The library as a program in Java calls it. */
class JavaTest {
    private static final String DIRECTIVE = "bao-cao-quy";

    @Test
    void aDirectiveIsIssuedAndReportedOn() throws Exception {
        Small small = Small.INSTANCE;
        try (Register register = Congvan.open("memory:");
                Directory directory = small.directory();
                Mandate mandate = small.mandate()) {
            assertEquals(1, Congvan.setDirectory(register, directory));
            OffsetDateTime day = small.getDay();
            register.execute(DIRECTIVE, small.getOfficer(), new Command.Draft(mandate), day, "draft");
            register.execute(DIRECTIVE, small.getChairman(), Command.Sign.INSTANCE, day, "sign");
            Command issue = Congvan.issue(day.toLocalDate(), 12, "UBND-SNV");
            Executed executed = register.execute(DIRECTIVE, small.getClerk(), issue, day, "issue");
            Event.Issued issued = assertInstanceOf(Event.Issued.class, executed.getEvents().get(0));
            assertEquals("so-y-te/1", issued.getRoster().get(Small.REPORT).getKey());

            Command submit = new Command.Submit(
                    new Fields(List.of(), Map.of(), null), "sha256:" + "ab".repeat(32), "application/pdf",
                    Small.REPORT, Capacity.HEAD, small.getDirector().getPerson(), List.of(), null);
            assertTrue(register.explain(DIRECTIVE, small.getDirector(), submit, small.getLater()).isEmpty());
            register.execute(DIRECTIVE, small.getDirector(), submit, small.getLater(), "submit");

            CongvanException.Refused refused = assertThrows(CongvanException.Refused.class,
                    () -> register.execute(DIRECTIVE, small.getDirector(), submit, small.getLater(), "again"));
            assertEquals("wrong_obligation_state", refused.getReasons().get(0).getCode());
            assertTrue(Messages.message(refused, "vi").startsWith("nghĩa vụ"), refused.getMessage());

            assertEquals(Congvan.version(register, DIRECTIVE), Congvan.verify(register, DIRECTIVE));
            assertEquals(Congvan.version(register, DIRECTIVE), Congvan.lines(register, 0).count());
            List<Blockage> waiting = Congvan.blockers(register, DIRECTIVE, small.getLater()).toList();
            assertEquals(2, waiting.size());
            try (Directive replayed = Congvan.replay(DIRECTIVE, Congvan.lines(register, 0).toList())) {
                assertEquals(waiting, Congvan.blockers(replayed, small.getLater()).toList());
                assertEquals(List.of("so-noi-vu", "so-y-te"), Congvan.receivers(register, DIRECTIVE).toList());
                try (Context context = new Context(directory, null, List.of())) {
                    assertEquals(2, Congvan.receivers(replayed, context).count());
                }
            }
            assertEquals(List.of("so-noi-vu", "so-y-te", "ubnd-tinh"), Congvan.units(directory).toList());
            assertEquals(0, Congvan.members(directory, "x", small.getLater().toLocalDate()).count());
            assertTrue(Congvan.inbox(register, small.getOfficer(), small.getLater()).count() > 0);
        }
    }
}
