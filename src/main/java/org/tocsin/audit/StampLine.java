package org.tocsin.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.tocsin.audit.verify.ShortBody;
import org.tocsin.audit.verify.StampCheck;

/** Asks a time-stamping authority over HTTP (RFC 3161 section 3.4). */
final class StampLine {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BITS = 64;
    /** A token with a chain of certificates is a few KiB. */
    private static final int MOST_BYTES = 1024 * 1024;

    private final HttpClient http;
    private final URI authority;
    private final Duration patience;

    StampLine(URI authority, Duration patience) {
        this.authority = authority;
        this.patience = patience;
        http = HttpClient.newBuilder().connectTimeout(patience).followRedirects(HttpClient.Redirect.NEVER).build();
    }

    /**
     * @return the token, for this text and this question; by whom it is has not been looked at
     * @throws IOException when there is none, with the reason
     */
    byte[] stamp(String text) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        TimeStampRequest question = generator.generate(TSPAlgorithms.SHA256, StampCheck.digest(text), new BigInteger(NONCE_BITS, RANDOM));
        HttpResponse<byte[]> answer = send(question.getEncoded());
        if (answer.statusCode() != 200) {
            throw new IOException("the time-stamping authority answered " + answer.statusCode());
        }
        try {
            TimeStampResponse response = new TimeStampResponse(answer.body());
            response.validate(question);
            if (response.getTimeStampToken() == null) {
                throw new IOException("the time-stamping authority refused: " + response.getStatusString());
            }
            return response.getTimeStampToken().getEncoded();
        } catch (TSPException e) {
            throw new IOException("the time-stamping authority answered something else than was asked: " + e.getMessage(), e);
        }
    }

    private HttpResponse<byte[]> send(byte[] question) throws IOException {
        try {
            return ShortBody.ask(http, HttpRequest.newBuilder(authority).header("Content-Type", "application/timestamp-query")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(question)).build(), MOST_BYTES, patience).get();
        } catch (ExecutionException failed) {
            throw new IOException(failed.getCause() instanceof TimeoutException
                    ? "the time-stamping authority did not answer within " + patience.toMillis() + " ms"
                    : "the time-stamping authority could not be asked: " + failed.getCause(), failed);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("we were stopped while waiting for the time-stamping authority", e);
        }
    }
}
