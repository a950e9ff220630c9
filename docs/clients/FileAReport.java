import java.time.OffsetDateTime;
import java.util.UUID;
import org.tocsin.client.ApiClient;
import org.tocsin.client.ApiException;
import org.tocsin.client.api.ReportsApi;
import org.tocsin.client.model.AssetRef;
import org.tocsin.client.model.ReportAnswer;
import org.tocsin.client.model.Severity;
import org.tocsin.client.model.Submission;
import org.tocsin.client.model.YesNoUnknown;

/** Files a report with the client that openapi-generator makes of docs/openapi.yaml: java FileAReport URL TOKEN */
public class FileAReport {

    private static final int ATTEMPTS = 6;

    public static void main(String[] arguments) throws ApiException, InterruptedException {
        ApiClient client = new ApiClient();
        client.updateBaseUri(arguments[0]);
        client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + arguments[1]));

        Submission submission = new Submission()
                .title("Time of two stratum-1 servers disagrees by 4 ms")
                .severity(Severity.HIGH)
                .awareAt(OffsetDateTime.now())
                .suspectedMalicious(YesNoUnknown.UNKNOWN)
                .crossBorder(YesNoUnknown.UNKNOWN)
                .addAssetsItem(new AssetRef().ref("ntp-1"));

        ReportAnswer answer = filed(new ReportsApi(client), submission, UUID.randomUUID().toString());
        System.out.println(answer.getReference());
    }

    /** Asks until there is an answer, with the same key each time: it is filed once. */
    private static ReportAnswer filed(ReportsApi reports, Submission submission, String key)
            throws ApiException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return reports.fileReport(submission, key, null);
            } catch (ApiException e) {
                boolean mayPass = e.getCode() == 0 || e.getCode() == 429 || e.getCode() >= 500;
                if (!mayPass || attempt == ATTEMPTS) {
                    throw e;
                }
                Thread.sleep((long) (1000 * Math.pow(2, attempt) * (0.5 + Math.random())));
            }
        }
    }
}
