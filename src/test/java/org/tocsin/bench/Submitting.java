package org.tocsin.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.function.Supplier;

/** A machine that files one report after the other over its own connection. */
final class Submitting implements Load.Client {

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI reports;
    private final Supplier<String> token;
    private final byte[] body;

    Submitting(String address, Supplier<String> token, byte[] body) {
        this.reports = URI.create(address + "/api/v1/reports");
        this.token = token;
        this.body = body;
    }

    @Override
    public boolean once() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(reports)
                .header("Authorization", "Bearer " + token.get())
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode() == 201;
    }

    @Override
    public void close() {
        // the connection ends with the process
    }
}
