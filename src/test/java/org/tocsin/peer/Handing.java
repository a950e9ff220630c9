package org.tocsin.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.tocsin.delivery.channel.ContentDigest;
import org.tocsin.delivery.channel.Parcel;
import org.tocsin.delivery.channel.SubmissionSignature;
import org.tocsin.local.Certificates;
import org.tocsin.local.SigningKey;
import org.tocsin.local.TestStack;
import org.tocsin.seal.Seal;

/** One handover to /cert, right in every respect until a test spoils it. */
public final class Handing {

    static final String PATH = "/cert/v1/submissions";
    static final String US = "tocsin";

    private final UUID delivery;
    private final byte[] document;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Wire wire;

    private Handing(UUID delivery, byte[] document) {
        this.delivery = delivery;
        this.document = document;
    }

    public static Handing over(byte[] document) {
        return over(UUID.randomUUID(), document);
    }

    public static Handing over(UUID delivery, byte[] document) {
        Certificates.Identity gateway = TestStack.certificates().gateway();
        return new Handing(delivery, document)
                .through(Wire.tls(TestStack.certificates().as(gateway)))
                .with("Authorization", "Bearer " + TestStack.gatewayToken(gateway))
                .with("Content-Type", "application/json")
                .with("Idempotency-Key", delivery.toString())
                .with("Content-Digest", ContentDigest.of(document))
                .signed(parcel -> SubmissionSignature.of(parcel, ours(), US, Instant.now()));
    }

    /** How a submission stands, asked for as the gateway does. */
    public static Answer status(String submission) {
        Certificates.Identity gateway = TestStack.certificates().gateway();
        Wire wire = Wire.tls(TestStack.certificates().as(gateway));
        try {
            return wire.send(wire.to(PATH + "/" + submission).header("Authorization", "Bearer " + TestStack.gatewayToken(gateway)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The key that the receiving side has registered for the gateway. */
    static Seal ours() {
        return seal(TestStack.certificates().signing(US));
    }

    static Seal seal(SigningKey key) {
        try {
            return new Seal(Files.readString(key.jwk()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Handing through(Wire other) {
        wire = other;
        return this;
    }

    Handing with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Handing without(String header) {
        headers.remove(header);
        return this;
    }

    Handing token(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Handing signed(Function<Parcel, String> signature) {
        return with("Tocsin-Signature", signature.apply(new Parcel(delivery, US, document)));
    }

    UUID delivery() {
        return delivery;
    }

    public Answer send() {
        try {
            return trying();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IOException when the connection does not come about */
    Answer trying() throws IOException {
        HttpRequest.Builder request = wire.to(PATH).POST(HttpRequest.BodyPublishers.ofByteArray(document));
        headers.forEach(request::header);
        return wire.send(request);
    }
}
