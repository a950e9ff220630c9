package org.tocsin.retention;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.party.Role;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** How long each organisation's things are kept. */
@ApplicationScoped
class Rules {

    private static final String READ = "select class, days from retention_rule where organisation_id = :organisation";

    private static final String CLEAR = "delete from retention_rule where organisation_id = :organisation";

    private static final String SET = """
            insert into retention_rule (organisation_id, class, days, set_by, set_at)
            values (:organisation, :class, :days, :by, :at)""";

    private final EntityManager database;
    private final Transactions transactions;
    private final Organisations organisations;
    private final RetentionConfig config;
    private final Audit audit;
    private final Now now;

    Rules(EntityManager database, Transactions transactions, Organisations organisations, RetentionConfig config, Audit audit, Now now) {
        this.database = database;
        this.transactions = transactions;
        this.organisations = organisations;
        this.config = config;
        this.audit = audit;
        this.now = now;
    }

    /** @throws Problem 404 for an operator who asks for another organisation's */
    RetentionView of(Caller caller, String organisation) {
        if (!caller.is(Role.ADMIN) && !caller.seesAll() && !organisation.equals(caller.organisation())) {
            throw Problem.notFound("organisation");
        }
        return transactions.seeing(Sight.all(), () -> view(organisations.named(organisation).id));
    }

    /** Replaces them all. */
    RetentionView set(Caller admin, String organisation, RetentionRules rules, Precondition condition) {
        return transactions.seeing(Sight.all(), () -> {
            String id = organisations.named(organisation).id;
            RetentionView present = view(id);
            condition.check(present, Stream.of(RetentionClass.values()).anyMatch(each -> present.own().days(each) != null));
            Instant at = now.instant();
            ObjectNode detail = Json.MAPPER.createObjectNode();
            database.createNativeQuery(CLEAR).setParameter("organisation", id).executeUpdate();
            for (RetentionClass each : RetentionClass.values()) {
                if (rules.days(each) != null) {
                    write(id, each, rules.days(each), admin, at);
                    detail.put(each.code(), rules.days(each));
                }
            }
            audit.write(new AuditEvent(id, null, "retention.set", admin.actor(), Audience.INTERNAL, at, detail));
            return view(id);
        });
    }

    /** In the caller's transaction. */
    int days(String organisation, RetentionClass of) {
        return own(organisation).getOrDefault(of, config.days(of));
    }

    private void write(String organisation, RetentionClass of, int days, Caller admin, Instant at) {
        database.createNativeQuery(SET)
                .setParameter("organisation", organisation)
                .setParameter("class", of.code())
                .setParameter("days", days)
                .setParameter("by", admin.name())
                .setParameter("at", at)
                .executeUpdate();
    }

    private RetentionView view(String organisation) {
        Map<RetentionClass, Integer> own = own(organisation);
        return new RetentionView(organisation, rules(of -> own.getOrDefault(of, config.days(of))), rules(own::get));
    }

    private static RetentionRules rules(Function<RetentionClass, Integer> days) {
        return new RetentionRules(days.apply(RetentionClass.CLOSED_REPORTS), days.apply(RetentionClass.WITHDRAWN_REPORTS),
                days.apply(RetentionClass.ATTACHMENTS), days.apply(RetentionClass.IDEMPOTENCY_KEYS));
    }

    @SuppressWarnings("unchecked")
    private Map<RetentionClass, Integer> own(String organisation) {
        List<Object[]> rows = database.createNativeQuery(READ).setParameter("organisation", organisation).getResultList();
        Map<RetentionClass, Integer> own = new EnumMap<>(RetentionClass.class);
        for (RetentionClass each : RetentionClass.values()) {
            rows.stream().filter(row -> row[0].equals(each.code())).forEach(row -> own.put(each, ((Number) row[1]).intValue()));
        }
        return own;
    }
}
