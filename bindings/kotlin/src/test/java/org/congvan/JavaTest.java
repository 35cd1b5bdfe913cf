package org.congvan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

    @Test
    void whatIsRaisedIsCaughtByItsType() {
        try (Directive directive = new Directive("không hợp lệ")) {
            throw new AssertionError(directive.id());
        } catch (CongvanException.Input wrong) {
            assertEquals("không hợp lệ", wrong.getErrors().get(0).getFound());
        } catch (CongvanException other) {
            throw new AssertionError(other);
        }
        try {
            Congvan.open("nowhere");
        } catch (CongvanException raised) {
            assertInstanceOf(CongvanException.Input.class, raised);
        }
        CongvanException.Input located = assertThrows(CongvanException.Input.class, () -> Directory.fromText("d.toml", "version = 1\n"));
        InputError first = located.getErrors().get(0);
        assertTrue(first.getLine() >= 1 && first.getColumn() >= 1, located.getMessage());
    }

    @Test
    void anObjectOfTheHostRaises() throws Exception {
        CustomRule raising = new CustomRule() {
            @Override
            public String name() {
                return "raising";
            }

            @Override
            public String version() throws CongvanException {
                throw new CongvanException.Unavailable(new Text("chưa có quy định", "the rules are not at hand"));
            }

            @Override
            public Objection onOffer(RuleQuestion question) {
                return null;
            }

            @Override
            public Objection onCommand(RuleQuestion question, Command command) {
                return null;
            }
        };
        try (Register register = Congvan.open("memory:")) {
            assertEquals("the rules are not at hand",
                    assertThrows(CongvanException.Unavailable.class, () -> register.setRules(List.of(raising))).getReason().getEn());
        }
    }

    @Test
    void numbersAreJavas() throws Exception {
        Small small = Small.INSTANCE;
        try (Register register = Congvan.open("memory:"); Directory directory = small.directory(); Mandate mandate = small.mandate()) {
            assertEquals(1, register.setDirectory(directory));
            Congvan.execute(register, DIRECTIVE, small.getOfficer(), new Command.Draft(mandate));
            assertEquals(1, register.version(DIRECTIVE));
            assertThrows(CongvanException.NotFound.class, () -> Congvan.board(register, DIRECTIVE));
            LogRecord record = register.log(DIRECTIVE, 0, 10).get(0);
            assertEquals(List.of(1L, 1L), List.of(record.getSequence(), record.getPosition()));
            assertEquals(List.of(record), Congvan.records(register, DIRECTIVE).toList());
            assertEquals(List.of(record), Congvan.records(register, 0).toList());
            assertEquals(List.of(DIRECTIVE), Congvan.directives(register).toList());
            try (Subscription subscription = register.subscribe(0)) {
                assertEquals(1, subscription.nextRecords(10).size());
                assertEquals(1, subscription.position());
            }
            List<String> told = new ArrayList<>();
            try (Delivery delivery = register.pushTo(told::addAll, 0)) {
                assertEquals(1, delivery.deliver());
                assertEquals(1, told.size());
            }
            assertTrue(register.inbox(small.getOfficer(), null, 1).getEntries().size() <= 1);
            assertTrue(register.permitted(DIRECTIVE, small.getChairman(), null, 0, 1).size() <= 1);
            assertEquals("`limit` is a number from 0 to 2147483647, found `-1`",
                    assertThrows(IllegalArgumentException.class, () -> register.log(DIRECTIVE, 0, -1)).getMessage());
        }
    }

    @Test
    void aMeetingIsPlanned() throws Exception {
        Path folder = Scenario.Companion.repository("examples/mandates");
        String meeting = "attendance-only";
        ScenarioRun run = CongvanKt.runScenario(folder.resolve("13-attendance-only").toString());
        List<String> lines = run.getLines().stream().takeWhile(line -> !line.contains("meeting_scheduled")).toList();
        try (Directory directory = Directory.fromFile(folder.resolve("directory.toml").toString());
                Context context = new Context(directory, null, List.of());
                Directive directive = Directive.replay(meeting, lines)) {
            Demand demand = Demand.of(OffsetDateTime.parse("2025-10-08T11:00:00+07:00"), List.of(), List.of(), 30, 3);
            Planning planning = directive.planMeeting(directive.findMeeting("giao-ban"), demand, context);
            assertEquals(List.of(1, 2, 3), planning.getSlots().stream().map(slot -> slot.getRank()).toList());
        }
    }

    @Test
    void aNumberThatMayBeAbsentIsAnInteger() throws Exception {
        try (Mandate mandate = Small.INSTANCE.mandate()) {
            assertNull(mandate.header().getNumber());
        }
        assertEquals(7L, Command.Annotate.of("nhầm", null, 7L, null).getCorrects());
    }

    @Test
    void aJournalInJavaKeepsEveryPromise() throws Exception {
        for (ConformanceResult result : CongvanKt.runJournalConformance(() -> Congvan.journal(new ListJournal()))) {
            assertNull(result.getFailure(), result.getName());
        }
        try (Register register = Congvan.over(new ListJournal())) {
            register.setDirectory(Small.INSTANCE.directory());
            Small.INSTANCE.issue(register, DIRECTIVE, 12);
            assertEquals(3, register.version(DIRECTIVE));
        }
    }

    @Test
    void constructorsWithNamesAreStatic() throws Exception {
        try (Calendar calendar = Calendar.official()) {
            assertEquals(5, calendar.workingDaysBetween(LocalDate.of(2024, 3, 3), LocalDate.of(2024, 3, 10)));
        }
    }
}
