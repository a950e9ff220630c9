package org.tocsin.asset;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A file on its way through a form: who confirms an import sends it again without choosing it again, and nothing is kept here. */
final class PackedFile {

    private PackedFile() {
    }

    static String pack(byte[] file) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    /** @return nothing when it is none of ours, or becomes larger than it may */
    static Optional<byte[]> unpack(String packed, int limitBytes) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Base64.getUrlDecoder().decode(packed)))) {
            byte[] file = gzip.readNBytes(limitBytes + 1);
            return file.length > limitBytes ? Optional.empty() : Optional.of(file);
        } catch (IOException | IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
