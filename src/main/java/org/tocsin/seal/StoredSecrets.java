package org.tocsin.seal;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import org.jboss.logging.Logger;

/**
 * Encrypts secrets that we store and read back, with a key that is not in the database: AES-256-GCM (NIST SP 800-38D). Who has a copy of
 * the database alone cannot read them.
 *
 * <p>The key file is looked at again when it has changed, so that a key is added or replaced without a restart. One that cannot be read
 * then leaves the keys as they are.
 */
@Singleton
public class StoredSecrets {

    private static final Logger LOG = Logger.getLogger(StoredSecrets.class);
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private record Loaded(FileTime changed, SecretKeys keys) {
    }

    private final Path file;
    private final SecureRandom random = new SecureRandom();
    private volatile Loaded loaded;

    @Inject
    StoredSecrets(SecretsConfig config) {
        this(config.keyFile());
    }

    public StoredSecrets(Path file) {
        this.file = file;
        this.loaded = new Loaded(changed(), SecretKeys.read(file));
    }

    /** The id of the key that encrypts now. */
    public String primaryKey() {
        return keys().primary();
    }

    /** @param row what it is and which row it is in: only there can it be decrypted */
    public Encrypted encrypt(byte[] secret, String row) {
        SecretKeys keys = keys();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] text = cipher(Cipher.ENCRYPT_MODE, keys.encrypting(), nonce, keys.primary(), row).doFinal(secret);
            return new Encrypted(keys.primary(), ByteBuffer.allocate(NONCE_BYTES + text.length).put(nonce).put(text).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM belongs to every Java", e);
        }
    }

    /** @return nothing when we do not have its key, or it was changed, or comes from another row */
    public Optional<byte[]> decrypt(Encrypted secret, String row) {
        byte[] bytes = secret.bytes();
        Optional<Key> key = keys().of(secret.keyId());
        if (key.isEmpty() || bytes.length < NONCE_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, key.get(), Arrays.copyOf(bytes, NONCE_BYTES), secret.keyId(), row)
                    .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, Key key, byte[] nonce, String keyId, String row) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((keyId + "\n" + row).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private SecretKeys keys() {
        Loaded before = loaded;
        FileTime changed = changed();
        if (changed.equals(before.changed)) {
            return before.keys;
        }
        try {
            SecretKeys keys = SecretKeys.read(file);
            loaded = new Loaded(changed, keys);
            LOG.infof("Keys for stored secrets read again primary=%s ids=%s", keys.primary(), keys.keys().keySet());
            return keys;
        } catch (RuntimeException unreadable) {
            // Said once for each change of the file; the keys from before go on.
            loaded = new Loaded(changed, before.keys);
            LOG.errorf("The key file for stored secrets cannot be used, and the keys from before are kept file=%s", file);
            return before.keys;
        }
    }

    private FileTime changed() {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            return FileTime.fromMillis(0);
        }
    }
}
