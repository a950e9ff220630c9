package org.tocsin.asset;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.asset.AssetApi.as;
import static org.tocsin.asset.AssetApi.newRef;
import static org.tocsin.asset.AssetApi.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.local.As;
import org.tocsin.local.StackResource;
import org.tocsin.local.TestOrganisation;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class AssetResourceTest {

    @Test
    void aNewEntryIsListedAndCanBeReadAsItWasWritten() {
        // Given
        String ref = newRef();

        // When
        Response listed = put(As.OPERATOR_A, ref, "Server");

        // Then
        assertThat(listed.statusCode()).isEqualTo(201);
        assertThat(listed.header("Location")).endsWith("/api/v1/assets/" + ref);
        Response read = as(As.OPERATOR_A).get("/api/v1/assets/" + ref);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.jsonPath().getMap("$")).isEqualTo(listed.jsonPath().getMap("$"));
        assertThat(read.jsonPath().getString("identifiers[0].value")).isEqualTo("2001:DB8::" + ref.substring(2, 6));
        assertThat(read.jsonPath().getString("riskAssessedAt")).isEqualTo("2026-05-11");
    }

    @Test
    void writingItAgainReplacesIt() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Before");

        // When
        Response replaced = put(As.OPERATOR_A, ref, "After");

        // Then
        assertThat(replaced.statusCode()).isEqualTo(200);
        assertThat(as(As.OPERATOR_A).get("/api/v1/assets/" + ref).jsonPath().getString("name")).isEqualTo("After");
    }

    @Test
    void aWriteOnWhatHasChangedMeanwhileIsRefused() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Before");
        String read = as(As.OPERATOR_A).get("/api/v1/assets/" + ref).header("ETag");
        put(As.OPERATOR_A, ref, "Changed by another");

        // When
        Response stale = as(As.OPERATOR_A).header("If-Match", read).delete("/api/v1/assets/" + ref);

        // Then
        assertThat(stale.statusCode()).isEqualTo(412);
        String now = as(As.OPERATOR_A).get("/api/v1/assets/" + ref).header("ETag");
        assertThat(stale.jsonPath().getString("etag")).isEqualTo(now).isNotEqualTo(read);
        assertThat(as(As.OPERATOR_A).header("If-Match", now).delete("/api/v1/assets/" + ref).statusCode()).isEqualTo(204);
    }

    @Test
    void whatIsUnchangedIsNotSentAgain() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Server");
        String tag = as(As.OPERATOR_A).get("/api/v1/assets/" + ref).header("ETag");

        // When
        Response again = as(As.OPERATOR_A).header("If-None-Match", tag).get("/api/v1/assets/" + ref);

        // Then
        assertThat(again.statusCode()).isEqualTo(304);
    }

    @Test
    void whatWasReadCanBeWrittenAgain() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Server");
        String read = as(As.OPERATOR_A).get("/api/v1/assets/" + ref).asString();

        // When
        Response written = as(As.OPERATOR_A).body(read).put("/api/v1/assets/" + ref);

        // Then
        assertThat(written.statusCode()).isEqualTo(200);
        assertThat(written.asString()).isEqualTo(read);
    }

    @Test
    void aStruckOffEntryIsGone() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Server");

        // When
        Response removed = as(As.OPERATOR_A).delete("/api/v1/assets/" + ref);

        // Then
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(as(As.OPERATOR_A).get("/api/v1/assets/" + ref).statusCode()).isEqualTo(404);
        assertThat(as(As.OPERATOR_A).delete("/api/v1/assets/" + ref).statusCode()).isEqualTo(404);
    }

    @Test
    void anotherOrganisationsEntryIsAnsweredLikeNone() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_B, ref, "Server");

        // When
        Response others = as(As.OPERATOR_A).get("/api/v1/assets/" + ref);
        Response none = as(As.OPERATOR_A).get("/api/v1/assets/" + newRef());

        // Then
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(others.asString()).isEqualTo(none.asString());
        assertThat(as(As.OPERATOR_A).delete("/api/v1/assets/" + ref).statusCode()).isEqualTo(404);
        assertThat(as(As.OPERATOR_A).get("/api/v1/assets?organisation=" + TestOrganisation.B.id()).asString())
                .isEqualTo(as(As.OPERATOR_A).get("/api/v1/assets?organisation=org-none").asString());
    }

    @Test
    void aRefIsEachOrganisationsOwn() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Of a");

        // When
        Response listed = put(As.OPERATOR_B, ref, "Of b");

        // Then
        assertThat(listed.statusCode()).isEqualTo(201);
        assertThat(as(As.OPERATOR_A).get("/api/v1/assets/" + ref).jsonPath().getString("name")).isEqualTo("Of a");
    }

    @ParameterizedTest
    @EnumSource(names = {"LIAISON_1", "AUDITOR"})
    void whoSeesAllNamesWhoseInventoryIsMeantAndChangesNone(As user) {
        // Given
        String ref = newRef();
        put(As.OPERATOR_B, ref, "Server");

        // When
        Response read = as(user).get("/api/v1/assets/" + ref + "?organisation=" + TestOrganisation.B.id());

        // Then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(as(user).get("/api/v1/assets/" + ref).statusCode()).isEqualTo(400);
        assertThat(put(user, ref, "Mine").statusCode()).isEqualTo(403);
        assertThat(as(user).delete("/api/v1/assets/" + ref).statusCode()).isEqualTo(403);
    }

    @Test
    void aSensorReadsItsOwnAndChangesNothing() {
        // Given
        String ref = newRef();
        put(As.OPERATOR_A, ref, "Server");

        // When
        Response read = as(As.SENSOR_A).get("/api/v1/assets/" + ref);

        // Then
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(as(As.SENSOR_B).get("/api/v1/assets/" + ref).statusCode()).isEqualTo(404);
        assertThat(as(As.SENSOR_A).delete("/api/v1/assets/" + ref).statusCode()).isEqualTo(403);
    }

    @Test
    void withoutTokenNothingIsSaid() {
        // When
        Response answer = given().get("/api/v1/assets");

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void theListGoesOnWhereThePageBeforeEndedAlthoughEntriesAreAdded() {
        // Given
        String mark = UUID.randomUUID().toString().substring(0, 8);
        List.of("b", "d", "f", "h").forEach(letter -> put(As.OPERATOR_A, "t-" + mark + "-" + letter, mark));
        List<String> seen = new ArrayList<>();

        // When
        String next = "/api/v1/assets?limit=2&kind=time-server&q=" + mark;
        while (next != null) {
            Response page = as(As.OPERATOR_A).get(next);
            seen.addAll(page.jsonPath().getList("items.ref"));
            next = page.jsonPath().getString("next");
            put(As.OPERATOR_A, "t-" + mark + "-a", mark);
        }

        // Then
        assertThat(seen).containsExactly("t-" + mark + "-b", "t-" + mark + "-d", "t-" + mark + "-f", "t-" + mark + "-h");
    }

    @Test
    void anEntryIsFoundByItsIdentifierInAnySpelling() {
        // Given
        String ref = newRef();
        as(As.OPERATOR_A).body("""
                {"name": "GM", "kind": "grandmaster", "criticality": 5,
                 "identifiers": [{"kind": "clockIdentity", "value": "02:00:5e:ff:fe:10:%s:01"}]}""".formatted(ref.substring(2, 4)))
                .put("/api/v1/assets/" + ref);

        // When
        Response found = as(As.OPERATOR_A).get("/api/v1/assets?q=02005e.fffe.10" + ref.substring(2, 4) + "01");

        // Then
        assertThat(found.jsonPath().getList("items.ref")).contains(ref);
    }
}
