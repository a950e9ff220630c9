package org.tocsin.delivery;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.tocsin.delivery.channel.CertReceipt;
import org.tocsin.json.Canonical;
import org.tocsin.json.Json;
import org.tocsin.local.SigningKey;
import org.tocsin.seal.Seal;
import org.tocsin.seal.Sha256;

/** Answers as a CERT does on a good day: with a receipt for what came. */
final class Receipting implements ResponseTransformerV2 {

    static final String NAME = "receipt";

    private final Seal seal;

    Receipting(SigningKey key) {
        try {
            seal = new Seal(Files.readString(key.jwk()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Response transform(Response response, ServeEvent event) {
        Request request = event.getRequest();
        CertReceipt receipt = new CertReceipt("receipt-1", "submission-1", request.getHeader("Idempotency-Key"),
                Sha256.hex(Sha256.of(request.getBody())), "2026-11-23T03:12:00Z", "FAULTY-1");
        String answer = Json.MAPPER.createObjectNode()
                .put("submissionId", receipt.submissionId())
                .put("caseReference", receipt.caseReference())
                .put("receipt", seal.sign(Canonical.bytes(receipt), CertReceipt.TYPE))
                .toString();
        return Response.Builder.like(response).but().status(201).body(answer).build();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return NAME;
    }
}
