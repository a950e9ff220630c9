package org.tocsin.delivery.channel;

import io.quarkus.oidc.client.OidcClient;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tocsin.seal.TrustedKeys;

/**
 * An open line to one destination: whom we trust there, and as whom we come.
 *
 * @param http        with our client certificate
 * @param tokens      client credentials, proven by private_key_jwt (RFC 7523)
 * @param submissions where submissions are posted
 * @param audience    its own name
 * @param receiptKeys of its receipts
 * @param issuer      whose tokens it takes, to ask what time it is there
 * @param clocks      theirs and ours
 */
record CertLine(HttpClient http, OidcClient tokens, URI submissions, String audience, TrustedKeys receiptKeys, Issuer issuer, Clocks clocks) {

    /** The identity provider, and whom we trust there. */
    record Issuer(HttpClient http, URI url) {
    }

    /** @throws LineDown when the issuer gives none in time */
    String token(Duration timeout) {
        try {
            return tokens.getTokens().await().atMost(timeout).getAccessToken();
        } catch (RuntimeException e) {
            // Whatever the client throws, from a broken connection to a refusal, means: no token now.
            String skew = clocks.differ(issuer.http, issuer.url).map("The clock of the destination's identity provider and ours differ by "::concat).orElse("");
            throw new LineDown(skew + "The destination's identity provider gave us no access token: " + cause(e), e);
        }
    }

    /** @return why a refusal need not mean that we are not welcome any more: the clocks differ, and by how much */
    Optional<String> skew(HttpResponse<?> refusal) {
        return clocks.differ(refusal, http, submissions.resolve("/")).map("The CERT's clock and ours differ by "::concat);
    }

    /** @throws LineDown when there is no whole answer in time */
    HttpResponse<byte[]> post(HttpRequest.Builder request, Duration timeout) {
        CompletableFuture<HttpResponse<byte[]>> answer =
                http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new LineDown("The destination did not answer within " + timeout.toSeconds() + " s.", e);
        } catch (ExecutionException e) {
            throw new LineDown("The destination could not be reached: " + cause(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LineDown("We were stopped while waiting for the answer.", e);
        }
    }

    private static String cause(Throwable e) {
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + (root.getMessage() == null ? "" : " (" + root.getMessage() + ")");
    }
}
