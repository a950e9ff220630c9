package org.tocsin.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import org.tocsin.json.Json;
import org.tocsin.local.Rows;

/**
 * Many deliveries of as many reports to one destination, each of a report of its own, written at once as releases write them.
 *
 * @param marker in the documents, so that a destination can tell them
 */
record PendingDeliveries(String destination, String marker) {

    private static final String COPY = """
            with copies as (
              insert into report
              select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'reference', left(upper(md5(random()::text)), 14)))).*
              from report r, generate_series(1, ?) where r.id = ?
              returning id, organisation_id
            ), releases as (
              insert into release (id, report_id, organisation_id, revision_number, released_by, released_at)
              select gen_random_uuid(), id, organisation_id, 1, 'liaison-1', now() from copies
              returning id, report_id, organisation_id
            )
            insert into delivery (id, release_id, report_id, organisation_id, revision_number, destination, document, digest, state, next_attempt_at, created_at)
            select gen_random_uuid(), id, report_id, organisation_id, 1, ?, ?, sha256(?), 'pending', now(), now() from releases""";

    /** @param report the one that is copied */
    static PendingDeliveries of(UUID report, String destination, int count) {
        PendingDeliveries pending = new PendingDeliveries(destination, "marker-" + UUID.randomUUID());
        byte[] document = Json.MAPPER.createObjectNode().put("title", pending.marker).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        try (Connection owner = Rows.asOwner(); PreparedStatement insert = owner.prepareStatement(COPY)) {
            insert.setInt(1, count);
            insert.setObject(2, report);
            insert.setString(3, destination);
            insert.setBytes(4, document);
            insert.setBytes(5, document);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return pending;
    }

    long inState(String state) {
        return count("state = '" + state + "'");
    }

    long underWay() {
        return count("state = 'pending' and held_until > now()");
    }

    long attempts() {
        return Rows.number("select coalesce(sum(attempts), 0) from delivery where document like convert_to(?, 'UTF8')", like());
    }

    private long count(String condition) {
        return Rows.number("select count(*) from delivery where " + condition + " and document like convert_to(?, 'UTF8')", like());
    }

    private String like() {
        return "%" + marker + "%";
    }
}
