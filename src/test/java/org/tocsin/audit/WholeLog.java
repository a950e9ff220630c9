package org.tocsin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.tocsin.audit.log.Note;
import org.tocsin.audit.log.TileReader;
import org.tocsin.audit.verify.Finding;
import org.tocsin.audit.verify.LogVerification;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;

/** Checks all of the log of the service under test, as an outsider would and as only we can. */
final class WholeLog {

    private WholeLog() {
    }

    /** @param kept an earlier checkpoint, or null */
    static void isSound(TransparencyLog log, Note kept) {
        Await.signed();
        Note now = log.checkpoint().orElseThrow();
        TileReader tiles = tile -> log.tile(tile).orElseThrow(() -> new AssertionError(tile.path() + " is missing"));
        assertThat(new LogVerification(tiles, log.keys()).verify(bytes(now), Optional.ofNullable(kept).map(WholeLog::bytes)))
                .isNotEmpty().allMatch(Finding::isProved);
        assertThat(Rows.column("select concat_ws(' ', min(index), max(index) - count(*), count(*) - count(distinct entry_id)) from audit_leaf"))
                .as("gapless, each entry once").containsExactly("0 -1 0");
        assertThat(Rows.number("""
                select count(*) from audit_checkpoint c
                where previous > 0 and not exists (select from audit_checkpoint b where b.size = c.previous)""")).as("a chain").isZero();
        assertThat(Rows.number("""
                select count(*) from audit_entry e
                where not exists (select from audit_leaf where entry_id = e.id)
                  and not exists (select from audit_pending where entry_id = e.id)""")).as("none forgotten").isZero();
    }

    private static byte[] bytes(Note note) {
        return note.written().getBytes(StandardCharsets.UTF_8);
    }
}
