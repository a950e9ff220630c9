package org.tocsin.news;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.report.FiledReport;

/** Changes that were removed for their age: nobody misses any in silence. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class PrunedChangesTest {

    @Inject
    OldChanges old;

    private static String next() {
        return As.OPERATOR_B.asks().get("/api/v1/changes?after=now").path("next");
    }

    private static Response read(As reader, String url) {
        return reader.asks().urlEncodingEnabled(false).get(url);
    }

    private static FiledReport told() {
        Feed feed = Feed.fromNowOn(As.OPERATOR_B);
        FiledReport report = FiledReport.by(As.OPERATOR_B);
        feed.until(report.id(), "report.received");
        return report;
    }

    @Test
    void aReaderWhosePlaceIsBeforeThemIsToldHowToBeginAnew() {
        // Given
        String before = next();
        String beforeOfAll = As.LIAISON_1.asks().get("/api/v1/changes?after=now").path("next");
        told();

        // When
        old.remove(As.OPERATOR_B.organisation());

        // Then
        Response refused = read(As.OPERATOR_B, before);
        assertThat(refused.statusCode()).isEqualTo(410);
        assertThat(refused.<String>path("type")).isEqualTo("urn:tocsin:problem:changes-pruned");
        assertThat(refused.<String>path("begin")).isEqualTo("/api/v1/changes?after=now");
        assertThat(read(As.LIAISON_1, beforeOfAll).statusCode()).isEqualTo(410);
    }

    @Test
    void whoBeginsAnewGetsWhatIsThereAndWhatComes() {
        // Given
        told();
        old.remove(As.OPERATOR_B.organisation());

        // When
        Response fromTheOldest = read(As.OPERATOR_B, "/api/v1/changes");
        Feed fromNow = Feed.fromNowOn(As.OPERATOR_B);
        FiledReport report = FiledReport.by(As.OPERATOR_B);

        // Then
        assertThat(fromTheOldest.statusCode()).isEqualTo(200);
        fromNow.until(report.id(), "report.received");
        assertThat(read(As.OPERATOR_B, fromTheOldest.path("next")).jsonPath().getList("items.report.id")).contains(report.id());
    }

    @Test
    void aReaderWhoHasThemAllGoesOn() {
        // Given
        told();
        String upToDate = next();

        // When
        old.remove(As.OPERATOR_B.organisation());

        // Then
        assertThat(read(As.OPERATOR_B, upToDate).statusCode()).isEqualTo(200);
    }

    @Test
    void onlyWhatIsOlderGoesAndNoMoreAtOnceThanMay() {
        // Given
        told();
        Instant between = Instant.now();
        old.remove(As.OPERATOR_B.organisation());
        told();
        told();

        // When
        int older = old.remove(As.OPERATOR_B.organisation(), between, 10);
        int oldest = old.remove(As.OPERATOR_B.organisation(), Instant.now().plusSeconds(1), 1);

        // Then
        assertThat(older).isZero();
        assertThat(oldest).isEqualTo(1);
        assertThat(Rows.number("select min(c.number) - 1 - k.pruned_number from change c join change_count k using (organisation_id) where organisation_id = ? group by k.pruned_number",
                As.OPERATOR_B.organisation())).isZero();
    }
}
