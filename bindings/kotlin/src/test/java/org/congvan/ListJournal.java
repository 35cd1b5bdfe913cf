package org.congvan;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A journal in Java over collections, which keeps every promise. */
final class ListJournal implements JavaJournal {
    private static final Comparator<DueItem> ORDER =
            Comparator.comparing((DueItem item) -> item.getDue().toInstant()).thenComparing(DueItem::getDirective);

    private final List<String> feed = new ArrayList<>();
    private final TreeMap<String, List<SealedRow>> logs = new TreeMap<>();
    private final Map<List<String>, JournalOutcome> commands = new HashMap<>();
    private final Map<String, OffsetDateTime> due = new HashMap<>();
    private final List<KeptDocument> documents = new ArrayList<>();

    @Override
    public synchronized Committed append(JournalEntry entry) throws CongvanException {
        String directive = entry.directive();
        JournalOutcome known = outcome(directive, entry.commandId());
        if (known != null) {
            if (!known.getFingerprint().equals(entry.fingerprint())) {
                throw new CongvanException.CommandReused(directive, entry.commandId());
            }
            return Committed.of(known.getFirst(), known.getLast(), known.getPosition(), true);
        }
        List<SealedRow> log = logs.getOrDefault(directive, List.of());
        if (log.size() != entry.version()) {
            throw Congvan.conflict(directive, entry.version(), log.size());
        }
        List<SealedRow> rows = entry.seal(feed.size(), log.isEmpty() ? null : log.get(log.size() - 1).getHash());
        SealedRow last = rows.get(rows.size() - 1);
        logs.computeIfAbsent(directive, name -> new ArrayList<>()).addAll(rows);
        rows.forEach(row -> feed.add(row.getLine()));
        long first = rows.get(0).getSequence();
        commands.put(
                List.of(directive, entry.commandId()),
                JournalOutcome.of(first, last.getSequence(), last.getPosition(), entry.fingerprint()));
        if (entry.nextDue() == null) {
            due.remove(directive);
        } else {
            due.put(directive, entry.nextDue());
        }
        return Committed.of(first, last.getSequence(), last.getPosition(), false);
    }

    @Override
    public synchronized JournalOutcome outcome(String directive, String commandId) {
        return commands.get(List.of(directive, commandId));
    }

    @Override
    public synchronized JournalStream stream(String directive) {
        List<SealedRow> log = logs.get(directive);
        return log == null ? null : JournalStream.of(directive, log.size(), log.get(log.size() - 1).getHash());
    }

    @Override
    public synchronized List<String> read(String directive, long after, int limit) {
        return page(logs.getOrDefault(directive, List.of()).stream().map(SealedRow::getLine).toList(), after, limit);
    }

    @Override
    public synchronized List<JournalStream> streams(String after, int limit) {
        Map<String, List<SealedRow>> later = after == null ? logs : logs.tailMap(after, false);
        return later.keySet().stream().limit(limit).map(this::stream).toList();
    }

    @Override
    public synchronized List<String> feed(long after, int limit) {
        return page(feed, after, limit);
    }

    @Override
    public synchronized long head() {
        return feed.size();
    }

    @Override
    public synchronized List<DueItem> due(OffsetDateTime until, DueItem after, int limit) {
        return due.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(until))
                .map(entry -> new DueItem(entry.getValue(), entry.getKey()))
                .filter(item -> after == null || ORDER.compare(item, after) > 0)
                .sorted(ORDER)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void keep(KeptDocument document) throws CongvanException {
        if (kept(document.getKind(), document.getName(), document.getVersion()) != null) {
            throw new CongvanException.NotCommitted(
                    new Text("đã có phiên bản " + document.getVersion(), "version " + document.getVersion() + " is there"));
        }
        documents.add(document);
    }

    @Override
    public synchronized KeptDocument kept(String kind, String name, Long version) {
        return documents.stream()
                .filter(one -> one.getKind().equals(kind) && one.getName().equals(name))
                .filter(one -> version == null || one.getVersion() == version)
                .max(Comparator.comparingLong(KeptDocument::getVersion))
                .orElse(null);
    }

    @Override
    public synchronized List<KeptVersion> catalogue(String kind) {
        TreeMap<String, Long> latest = new TreeMap<>();
        documents.stream()
                .filter(one -> one.getKind().equals(kind))
                .forEach(one -> latest.merge(one.getName(), one.getVersion(), Math::max));
        return latest.entrySet().stream().map(one -> KeptVersion.of(one.getKey(), one.getValue())).toList();
    }

    private static List<String> page(List<String> all, long after, int limit) {
        return all.stream().skip(after).limit(limit).toList();
    }
}
