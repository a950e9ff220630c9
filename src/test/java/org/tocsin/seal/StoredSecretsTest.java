package org.tocsin.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Base64;
import java.util.List;
import org.jose4j.jwk.OctetSequenceJsonWebKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.SecretKeyFile;

class StoredSecretsTest {

    private static final byte[] SECRET = "what a webhook is signed with".getBytes(StandardCharsets.UTF_8);
    private static final String ROW = "webhook_secret 1";

    @TempDir
    Path directory;

    private long writes = 1_000_000;

    private Path file() {
        return directory.resolve("secrets.jwks.json");
    }

    /** Each time with another time of change, whatever the resolution of the file system is. */
    private void write(OctetSequenceJsonWebKey... keys) throws IOException {
        SecretKeyFile.write(file(), List.of(keys));
        Files.setLastModifiedTime(file(), FileTime.fromMillis(writes += 1000));
    }

    @Test
    void whatIsEncryptedIsNotReadableAndComesBack() throws IOException {
        // Given
        write(SecretKeyFile.key());
        StoredSecrets secrets = new StoredSecrets(file());

        // When
        Encrypted once = secrets.encrypt(SECRET, ROW);
        Encrypted again = secrets.encrypt(SECRET, ROW);

        // Then
        assertThat(new String(once.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("webhook");
        assertThat(once.bytes()).isNotEqualTo(again.bytes());
        assertThat(secrets.decrypt(once, ROW)).hasValue(SECRET);
    }

    @Test
    void inAnotherRowItIsWorthNothing() throws IOException {
        // Given
        write(SecretKeyFile.key());
        StoredSecrets secrets = new StoredSecrets(file());

        // When
        Encrypted moved = secrets.encrypt(SECRET, ROW);

        // Then
        assertThat(secrets.decrypt(moved, "webhook_secret 2")).isEmpty();
    }

    @Test
    void everyChangedBitIsNoticed() throws IOException {
        // Given
        write(SecretKeyFile.key());
        StoredSecrets secrets = new StoredSecrets(file());
        Encrypted sound = secrets.encrypt(SECRET, ROW);

        for (int at = 0; at < sound.bytes().length; at++) {
            // When
            byte[] changed = sound.bytes().clone();
            changed[at] ^= 1;

            // Then
            assertThat(secrets.decrypt(new Encrypted(sound.keyId(), changed), ROW)).as("byte %d", at).isEmpty();
        }
        assertThat(secrets.decrypt(new Encrypted(sound.keyId(), new byte[3]), ROW)).isEmpty();
    }

    @Test
    void aNewFirstKeyEncryptsAndTheOlderOneStillDecrypts() throws IOException {
        // Given
        OctetSequenceJsonWebKey old = SecretKeyFile.key();
        OctetSequenceJsonWebKey next = SecretKeyFile.key();
        write(old);
        StoredSecrets secrets = new StoredSecrets(file());
        Encrypted before = secrets.encrypt(SECRET, ROW);

        // When
        write(next, old);

        // Then
        assertThat(secrets.primaryKey()).isEqualTo(next.getKeyId());
        assertThat(secrets.encrypt(SECRET, ROW).keyId()).isEqualTo(next.getKeyId());
        assertThat(secrets.decrypt(before, ROW)).hasValue(SECRET);
    }

    @Test
    void withoutItsKeyNothingIsRead() throws IOException {
        // Given
        write(SecretKeyFile.key());
        StoredSecrets secrets = new StoredSecrets(file());
        Encrypted before = secrets.encrypt(SECRET, ROW);

        // When
        write(SecretKeyFile.key());

        // Then
        assertThat(secrets.decrypt(before, ROW)).isEmpty();
    }

    @Test
    void aFileThatIsSpoiltWhileWeRunLeavesTheKeysAsTheyAre() throws IOException {
        // Given
        write(SecretKeyFile.key());
        StoredSecrets secrets = new StoredSecrets(file());
        Encrypted before = secrets.encrypt(SECRET, ROW);

        // When
        Files.writeString(file(), "{\"keys\": [");
        Files.setLastModifiedTime(file(), FileTime.fromMillis(writes += 1000));

        // Then
        assertThat(secrets.decrypt(before, ROW)).hasValue(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"keys\": []}", "{\"keys\": [{\"kty\": \"oct\", \"k\": \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}]}",
            "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"short\", \"k\": \"AAECAwQFBgcICQoLDA0ODw\"}]}",
            "{\"keys\": [{\"kty\": \"oct\", \"kid\": \"one\", \"k\": \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"},"
                    + " {\"kty\": \"oct\", \"kid\": \"one\", \"k\": \"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8\"}]}"})
    void aFileThatIsNoUseIsRefusedAtTheStart(String content) throws IOException {
        Files.writeString(file(), content);

        assertThatThrownBy(() -> new StoredSecrets(file())).isInstanceOf(IllegalStateException.class).hasMessageContaining(file().toString());
    }

    @Test
    void keysAreNotInWhatIsPrinted() throws IOException {
        OctetSequenceJsonWebKey key = SecretKeyFile.key();
        write(key);

        assertThat(SecretKeys.read(file()).toString()).contains(key.getKeyId()).doesNotContain(Base64.getUrlEncoder().withoutPadding().encodeToString(key.getOctetSequence()));
    }
}
