package org.tocsin.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.asset.AssetReference;
import org.tocsin.asset.Finding;
import org.tocsin.asset.Inventory;
import org.tocsin.json.Body;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.submission.AssetRef;
import org.tocsin.report.submission.Limits;
import org.tocsin.report.submission.Stage;
import org.tocsin.report.submission.StageRules;
import org.tocsin.report.submission.Submission;
import org.tocsin.report.submission.SubmissionOutcome;
import org.tocsin.report.submission.SubmissionReader;
import org.tocsin.seal.Sha256;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** Tries a submission without storing anything of it. */
@ApplicationScoped
public class ReportValidation {

    private final Transactions transactions;
    private final Organisations organisations;
    private final SubmissionKeys keys;
    private final Inventory inventory;
    private final Now now;

    ReportValidation(Transactions transactions, Organisations organisations, SubmissionKeys keys, Inventory inventory, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.keys = keys;
        this.inventory = inventory;
        this.now = now;
    }

    /**
     * @param sentAt the Date header
     * @throws Problem 413 for too large a body
     */
    public Validation validate(Caller caller, InputStream body, Optional<Instant> sentAt) {
        byte[] bytes = Body.bytes(body, Limits.BODY_BYTES);
        organisations.requireKnown(caller);
        SubmissionOutcome outcome = SubmissionReader.read(bytes);
        return outcome instanceof SubmissionOutcome.Faulty faulty
                ? new Validation(false, faulty.faults(), List.of(), null)
                : sound(caller, (SubmissionOutcome.Sound) outcome, sentAt.orElse(null));
    }

    private Validation sound(Caller caller, SubmissionOutcome.Sound sound, Instant sentAt) {
        Submission submission = sound.submission();
        List<Fault> warnings = new ArrayList<>(Warnings.of(submission, now.instant(), sentAt));
        List<Fault> faults = new ArrayList<>();
        transactions.seeing(Sight.own(caller.ownOrganisation()), () -> {
            warnings.addAll(unlisted(caller, submission));
            earlier(caller, sound).ifPresent(earlier -> (earlier.code().equals("external-ref-reused") ? faults : warnings).add(earlier));
        });
        return new Validation(faults.isEmpty(), faults, warnings, stages(submission));
    }

    /** Assets that the organisation's own inventory does not have. */
    private List<Fault> unlisted(Caller caller, Submission submission) {
        List<AssetReference> assets = submission.assets().stream().map(AssetRef::reference).toList();
        if (assets.isEmpty()) {
            return List.of();
        }
        List<Finding> findings = inventory.operatorView(caller.ownOrganisation(), assets).snapshot().findings();
        List<Fault> unlisted = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            if (!findings.get(i).matched()) {
                unlisted.add(new Fault("/assets/" + i, "unlisted-asset",
                        "Your inventory has no such asset. It would be kept as you name it, and shown as unknown."));
            }
        }
        return unlisted;
    }

    private Optional<Fault> earlier(Caller caller, SubmissionOutcome.Sound sound) {
        return Optional.ofNullable(sound.submission().externalRef())
                .flatMap(ref -> keys.find(SubmissionKey.externalRef(ref), caller.ownOrganisation(), caller.keyOwner()))
                .map(first -> Arrays.equals(first.fingerprint(), Sha256.of(sound.canonical()))
                        ? new Fault("/externalRef", "repeat", "You have filed this very report before: you would get its first answer again.")
                        : new Fault("/externalRef", "external-ref-reused", "You have filed another report under this externalRef; "
                                + "see /api/v1/reports/" + first.report() + "."));
    }

    private static Map<String, List<Fault>> stages(Submission submission) {
        Map<String, List<Fault>> stages = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            stages.put(Json.word(stage), StageRules.lacking(submission, stage));
        }
        return stages;
    }
}
