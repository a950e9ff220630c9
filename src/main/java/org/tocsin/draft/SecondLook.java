package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.report.ReportValidation;
import org.tocsin.report.Validation;
import org.tocsin.report.submission.Limits;
import org.tocsin.web.Speech;

/** What a draft is told before it is sent: what the API's own trial says, in the page's words. */
@ApplicationScoped
class SecondLook {

    /** What would keep it out, and what is only worth a second look. */
    record Findings(List<Fault> faults, List<Fault> warnings) {
    }

    private final ReportValidation validation;

    SecondLook(ReportValidation validation) {
        this.validation = validation;
    }

    Findings at(Caller operator, Draft draft, Typed typed, JsonNode said) {
        List<Fault> warnings = new ArrayList<>();
        if (!typed.text("/awareAt/" + TypedTime.PREFILLED).isEmpty()) {
            warnings.add(new Fault("/awareAt", "prefilled", "Nobody has looked at this time yet."));
        }
        byte[] body = said.toString().getBytes(StandardCharsets.UTF_8);
        if (body.length > Limits.BODY_BYTES) {
            return new Findings(List.of(), warnings); // it is refused as a whole when it is sent
        }
        Validation trial = validation.validate(operator, new ByteArrayInputStream(body), Optional.empty());
        trial.warnings().stream().filter(each -> isOf(draft, each)).forEach(warnings::add);
        return new Findings(trial.faults().stream().filter(each -> isOf(draft, each)).toList(), warnings);
    }

    /** The externalRef of a report that is gone on with is its own. */
    private static boolean isOf(Draft draft, Fault fault) {
        return draft.report == null || !fault.code().equals("repeat") && !fault.code().equals("external-ref-reused");
    }

    static String words(Fault warning, String entry) {
        return Speech.of("warn_" + warning.code().replace('-', '_'), entry);
    }

    /** Where it is looked at. What is said of a report as a whole is of its times. */
    static String place(Fault warning) {
        return warning.pointer().isEmpty() ? "/occurred" : warning.pointer();
    }
}
