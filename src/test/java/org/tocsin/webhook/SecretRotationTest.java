package org.tocsin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Rows;
import org.tocsin.local.SecretKeyFile;
import org.tocsin.local.StackResource;
import org.tocsin.seal.StoredSecrets;
import org.tocsin.seal.WebhookSignature;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What webhooks are signed with is not readable in the database, and passes from key to key. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SecretRotationTest {

    @Inject
    SecretRotation rotation;
    @Inject
    WebhookSecrets secrets;
    @Inject
    StoredSecrets keys;
    @Inject
    Transactions transactions;
    @ConfigProperty(name = "tocsin.secrets.key-file")
    Path file;

    private String before;
    private UUID webhook;
    private String secret;

    @BeforeEach
    void register() throws IOException {
        before = Files.readString(file);
        Response made = As.OPERATOR_B.sends("{\"url\": \"http://127.0.0.1:9/hook\", \"description\": \"Nobody listens\", \"types\": [\"nothing.happens\"]}")
                .post("/api/v1/webhooks");
        assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
        webhook = UUID.fromString(made.path("id"));
        secret = made.path("secret");
    }

    @AfterEach
    void backToTheStacksKey() throws IOException {
        if (!Files.readString(file).equals(before)) {
            Files.writeString(file, withAlso(before));
            touched();
            rotation.run();
            Files.writeString(file, before);
            touched();
        }
        As.OPERATOR_B.asks().delete("/api/v1/webhooks/" + webhook);
    }

    /** The stack's key first, so that all goes back to it. */
    private String withAlso(String stacks) {
        try {
            List<JsonWebKey> all = new ArrayList<>(new JsonWebKeySet(stacks).getJsonWebKeys());
            new JsonWebKeySet(Files.readString(file)).getJsonWebKeys().stream()
                    .filter(key -> all.stream().noneMatch(known -> known.getKeyId().equals(key.getKeyId()))).forEach(all::add);
            return new JsonWebKeySet(all).toJson(JsonWebKey.OutputControlLevel.INCLUDE_SYMMETRIC);
        } catch (JoseException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void touched() throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(System.nanoTime() % 1000)));
    }

    private List<String> valid() {
        return transactions.seeing(Sight.all(), () -> secrets.valid(webhook, Instant.now())).stream().map(WebhookSignature::written).toList();
    }

    private long rows(String condition) {
        return Rows.number("select count(*) from webhook_secret where webhook_id = cast(? as uuid) and " + condition, webhook.toString());
    }

    @Test
    void theDatabaseHasNothingToReadAndTheServiceHas() {
        assertThat(rows("secret is null and length(encrypted) = 32 + 12 + 16 and key_id = '" + keys.primaryKey() + "'")).isEqualTo(1);
        assertThat(valid()).containsExactly(secret);
    }

    @Test
    void whatWasStoredInTheClearIsEncrypted() throws Exception {
        // Given
        try (var database = Rows.asOwner(); var statement = database.prepareStatement(
                "update webhook_secret set secret = ?, encrypted = null, key_id = null where webhook_id = cast(? as uuid)")) {
            statement.setBytes(1, java.util.Base64.getDecoder().decode(secret.substring("whsec_".length())));
            statement.setString(2, webhook.toString());
            statement.executeUpdate();
        }
        assertThat(valid()).containsExactly(secret);

        // When
        rotation.run();

        // Then
        assertThat(rows("secret is null and encrypted is not null")).isEqualTo(1);
        assertThat(valid()).containsExactly(secret);
    }

    @Test
    void afterARotationAllIsUnderTheNewKeyAndTheOldOneCanGo() throws Exception {
        // Given
        var next = SecretKeyFile.key();
        List<JsonWebKey> both = new ArrayList<>(List.of(next));
        both.addAll(new JsonWebKeySet(before).getJsonWebKeys());
        SecretKeyFile.write(file, both);
        touched();

        // When
        rotation.run();

        // Then
        assertThat(rows("key_id = '" + next.getKeyId() + "'")).isEqualTo(1);
        assertThat(Rows.number("select count(*) from webhook_secret where key_id <> ?", next.getKeyId())).isZero();
        assertThat(valid()).containsExactly(secret);
    }

    @Test
    void withoutItsKeyAWebhookIsDisabledAndItsOwnerCanHelp() throws Exception {
        // Given
        String url = "/api/v1/webhooks/" + webhook;
        try (var database = Rows.asOwner(); var statement = database.createStatement()) {
            statement.executeUpdate("update webhook_secret set key_id = 'lost' where webhook_id = '" + webhook + "'");
        }

        // When
        As.OPERATOR_B.sends("").post(url + "/ping");
        Await.until("it is disabled", () -> "disabled".equals(As.OPERATOR_B.asks().get(url).path("state")));

        // Then
        assertThat(As.OPERATOR_B.asks().get(url).<String>path("disabledWhy")).isEqualTo(LostSecret.WHY);
        String another = As.OPERATOR_B.sends("").post(url + "/secret").path("secret");
        assertThat(valid()).containsExactly(another);
        assertThat(As.OPERATOR_B.sends("").post(url + "/enable").<String>path("state")).isEqualTo("enabled");
    }
}
