package org.tocsin.delivery.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.tocsin.delivery.Pace;

/**
 * Goes the way of a delivery without delivering: opens the line, gets a token, and asks after a submission that does not
 * exist. Whoever answers that there is none has let us in.
 */
@ApplicationScoped
class CertTrial {

    private final CertLines lines;
    private final Duration timeout;

    CertTrial(CertLines lines, Pace pace) {
        this.lines = lines;
        this.timeout = pace.timeout();
    }

    /** Each step, up to the first that failed. */
    List<Step> of(String destination) {
        List<Step> steps = new ArrayList<>();
        String trying = "Read our certificate, whom we trust there, and the keys of its receipts";
        try {
            CertLine line = lines.to(destination);
            steps.add(new Step(trying, true, "All three are there and can be used."));
            trying = "Get an access token from its identity provider";
            String token = line.token(timeout);
            steps.add(new Step(trying, true, "It knows us and gave one."));
            trying = "Ask " + line.submissions().getHost() + " after a submission that does not exist";
            HttpResponse<byte[]> answer = line.post(HttpRequest.newBuilder(URI.create(line.submissions() + "/" + UUID.randomUUID()))
                    .header("Authorization", "Bearer " + token)
                    .header("Accept", "application/json")
                    .GET(), timeout);
            steps.add(answered(trying, line, answer));
        } catch (LineDown down) {
            steps.add(new Step(trying, false, down.getMessage()));
        } catch (RuntimeException broken) {
            // Such as a file of keys that is gone: whoever tries the line must read of it here, not in our log.
            steps.add(new Step(trying, false, "Something failed on our side: " + broken.getMessage()));
        }
        return steps;
    }

    private static Step answered(String trying, CertLine line, HttpResponse<byte[]> answer) {
        return switch (answer.statusCode()) {
            case 404 -> new Step(trying, true, "It answered that there is none: certificate and token are good there, and it takes our word.");
            case 401, 403 -> new Step(trying, false, line.skew(answer).orElse("") + "It answered " + answer.statusCode() + ProblemWords.of(answer.body())
                    + " It does not take our certificate or our token. Ask its administrators which they expect.");
            default -> new Step(trying, false, "It answered " + answer.statusCode() + ProblemWords.of(answer.body())
                    + " Expected was 404. Perhaps something else listens there.");
        };
    }
}
