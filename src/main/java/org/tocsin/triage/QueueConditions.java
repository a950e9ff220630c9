package org.tocsin.triage;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.incident.Incidents;
import org.tocsin.party.Caller;
import org.tocsin.report.Saying;
import org.tocsin.report.State;

/** The queue's filters as the database is asked for them, on a report {@code r}. */
final class QueueConditions {

    /** In so many words, so that the queue's own index serves it. */
    static final String OPEN = State.OPEN.stream().map(state -> "'" + state.code() + "'")
            .collect(Collectors.joining(", ", "r.state in (", ")"));

    private static final String AFTER = """
            r.pressing <= :pressing
              and (r.pressing < :pressing
                or r.place > (select last.place from report last where last.id = :after))""";

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    private QueueConditions() {
    }

    static QueueConditions of(Caller liaison, QueueQuery query, String prefix) {
        QueueConditions asked = new QueueConditions();
        if (query.states().isEmpty()) {
            asked.conditions.add(OPEN);
        } else {
            asked.on("r.state = any(:states)", "states", query.states().stream().map(State::code).toArray(String[]::new));
        }
        asked.words("coalesce(r.liaison_severity, r.severity) = any(:severities)", "severities", query.severities());
        asked.words("r.stage = any(:stages)", "stages", query.stages());
        if (query.organisation() != null) {
            asked.on("r.organisation_id = :organisation", "organisation", query.organisation());
        }
        asked.holder(liaison, query.holder());
        if (query.text() == null) {
            asked.conditions.add("not " + Incidents.FOLDED); // whoever looks for one by its words finds it all the same
        } else {
            asked.on(Saying.CONDITION, "words", Saying.beginnings(query.text()));
            asked.values.put("reference", Saying.reference(query.text(), prefix));
        }
        if (!query.isFirst()) {
            asked.on(AFTER, "pressing", (short) query.after().pressing());
            asked.values.put("after", query.after().id());
        }
        return asked;
    }

    private void holder(Caller liaison, Holder holder) {
        switch (holder) {
            case MINE -> on("r.holder_id = :me", "me", liaison.id());
            case NOBODYS -> conditions.add("r.holder is null");
            case MINE_OR_NOBODYS -> on("(r.holder is null or r.holder_id = :me)", "me", liaison.id());
            case ANYONE -> { }
        }
    }

    private void words(String condition, String name, Collection<String> words) {
        if (!words.isEmpty()) {
            on(condition, name, words.toArray(String[]::new));
        }
    }

    private void on(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    String where() {
        return "where " + String.join("\n  and ", conditions);
    }

    Query set(Query statement) {
        values.forEach(statement::setParameter);
        return statement;
    }
}
