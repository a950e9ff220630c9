package org.tocsin.delivery.channel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.tocsin.delivery.Pace;
import org.tocsin.json.Json;
import org.tocsin.seal.Seal;
import org.tocsin.time.Now;

/**
 * The CERT intake protocol: docs/cert-intake.md.
 *
 * <p>What each answer means. 2xx with a receipt that verifies: delivered. 2xx without: refused, for
 * something answers there that is not our CERT. 408, 425, 429, 5xx, a timeout, a broken connection,
 * no token: unanswered, it may be better in a moment. 401 and 403 while its clock and ours differ: unanswered too, for
 * tokens live by the clock. Any other 4xx: refused, a person should look.
 */
@ApplicationScoped
class CertChannel implements Channel {

    private static final Logger LOG = Logger.getLogger(CertChannel.class);
    private static final String NO_RECEIPT = "The destination said that it has the report, but gave no receipt.";

    private final CertLines lines;
    private final CertTrial trial;
    private final Seal seal;
    private final Now now;
    private final Duration timeout;

    CertChannel(CertLines lines, CertTrial trial, Seal seal, Now now, Pace pace) {
        this.lines = lines;
        this.trial = trial;
        this.seal = seal;
        this.now = now;
        this.timeout = pace.timeout();
    }

    @Override
    public String kind() {
        return "cert";
    }

    @Override
    public Outcome send(Parcel parcel) {
        try {
            CertLine line = lines.to(parcel.destination());
            HttpResponse<byte[]> answer = line.post(request(line, parcel), timeout);
            return judge(line, parcel, answer);
        } catch (LineDown e) {
            LOG.debugf(e, "Delivery unanswered delivery=%s", parcel.deliveryId());
            return new Outcome.Unanswered(e.getMessage());
        }
    }

    @Override
    public List<Step> tryLine(String destination) {
        return trial.of(destination);
    }

    private HttpRequest.Builder request(CertLine line, Parcel parcel) {
        return HttpRequest.newBuilder(line.submissions())
                .header("Authorization", "Bearer " + line.token(timeout))
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("Idempotency-Key", parcel.deliveryId().toString())
                .header(ContentDigest.HEADER, ContentDigest.of(parcel.document()))
                .header(SubmissionSignature.HEADER,
                        SubmissionSignature.of(parcel, seal, line.audience(), now.instant()))
                .POST(HttpRequest.BodyPublishers.ofByteArray(parcel.document()));
    }

    private static Outcome judge(CertLine line, Parcel parcel, HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return receipted(line, parcel, answer.body());
        }
        String reason = "The destination answered " + status + ProblemWords.of(answer.body());
        if (status == 401 || status == 403) {
            return line.skew(answer).<Outcome>map(skew -> new Outcome.Unanswered(skew + reason)).orElseGet(() -> new Outcome.Refused(reason));
        }
        boolean maybeLater = status >= 500 || status == 408 || status == 425 || status == 429;
        return maybeLater ? new Outcome.Unanswered(reason) : new Outcome.Refused(reason);
    }

    private static Outcome receipted(CertLine line, Parcel parcel, byte[] body) {
        try {
            CertAnswer answer = Json.MAPPER.readValue(body, CertAnswer.class);
            if (answer == null) { // the JSON text "null"
                return new Outcome.Refused(NO_RECEIPT);
            }
            return CertReceipt.verified(String.valueOf(answer.receipt()), line.receiptKeys(), parcel)
                    .<Outcome>map(receipt -> new Outcome.Delivered(
                            answer.receipt(), receipt.submissionId(), receipt.caseReference()))
                    .orElseGet(() -> new Outcome.Refused(
                            "The destination said that it has the report, but its receipt does not verify."));
        } catch (IOException unreadable) {
            return new Outcome.Refused(NO_RECEIPT);
        }
    }
}
