package org.tocsin.draft;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.asset.AssetDocument;
import org.tocsin.asset.AssetRegister;
import org.tocsin.attachment.WaitingFiles;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.report.ReportIntake;
import org.tocsin.report.ReportReading;
import org.tocsin.report.ReportTag;
import org.tocsin.report.ReportView;
import org.tocsin.report.RevisionIntake;
import org.tocsin.report.submission.Stage;
import org.tocsin.report.submission.StageOrder;
import org.tocsin.time.Now;
import org.tocsin.conditional.IfMatch;
import org.tocsin.web.ProblemWords;
import org.tocsin.web.Speech;
import org.tocsin.web.TypedMoment;

/** What is done with drafts: shown, gone on with, sent. Sending takes the same ways in as the API does. */
@ApplicationScoped
class DraftDesk {

    private static final int FOUND = 15;
    /** Longer than any name, address or serial number. */
    private static final int LONGEST_QUERY = 100;

    private final Drafts drafts;
    private final ReportIntake intake;
    private final RevisionIntake revisions;
    private final ReportReading reports;
    private final AssetRegister assets;
    private final WaitingFiles files;
    private final SecondLook look;
    private final Now now;

    DraftDesk(Drafts drafts, ReportIntake intake, RevisionIntake revisions, ReportReading reports, AssetRegister assets, WaitingFiles files, SecondLook look,
            Now now) {
        this.drafts = drafts;
        this.intake = intake;
        this.revisions = revisions;
        this.reports = reports;
        this.assets = assets;
        this.files = files;
        this.look = look;
        this.now = now;
    }

    Draft begin(Caller operator) {
        Typed typed = Typed.empty();
        typed.put("/awareAt", TypedTime.now(now.instant()).put(TypedTime.PREFILLED, "yes"));
        return drafts.begin(operator, null, null, UUID.randomUUID().toString(), typed);
    }

    /** A later stage or a correction: begins with what was said last. */
    Draft goOn(Caller operator, String name) {
        ReportView report = reports.report(operator, name);
        if (report.latest().submission() == null) {
            throw Problem.notFound("report");
        }
        return drafts.begin(operator, report.id(), report.version(), UUID.randomUUID().toString(), Reading.typed(report.latest().submission()));
    }

    /**
     * Sent twice, it is filed once: its key was fixed when it was begun.
     *
     * @return the report's reference
     * @throws Problem as the intakes; 412 when the report has changed since the writer saw it
     */
    String send(Caller operator, String id) {
        Draft draft = drafts.mine(operator, id);
        if (draft.filed == null) {
            drafts.filed(operator, id, file(operator, draft));
        }
        return reference(operator, drafts.mine(operator, id).filed);
    }

    private UUID file(Caller operator, Draft draft) {
        byte[] body = Reading.submission(Drafts.typed(draft)).toString().getBytes(StandardCharsets.UTF_8);
        if (draft.report == null) {
            UUID report = intake.acceptWith(operator, body, draft.key, filed -> files.bind(operator, draft.id, filed)).report();
            // If it had been filed already, from the page that the draft was begun on, the files are still here.
            files.bindLate(operator, draft.id, report);
            return report;
        }
        revisions.accept(operator, draft.report.toString(), new IfMatch(ReportTag.of(draft.version, operator).quoted()),
                new ByteArrayInputStream(body), Optional.of(draft.key), Optional.empty(),
                report -> files.bind(operator, draft.id, report));
        return draft.report;
    }

    /** The writer has looked at what changed meanwhile and means it all the same. */
    void sendAllTheSame(Caller operator, String id) {
        Draft draft = drafts.mine(operator, id);
        drafts.seen(operator, id, reports.report(operator, draft.report.toString()).version());
    }

    String reference(Caller operator, UUID report) {
        return report == null ? null : reports.report(operator, report.toString()).reference();
    }

    /**
     * @param step  null for the list of tasks
     * @param query what is looked for in the inventory; null when nothing is
     */
    DraftSheet sheet(Caller operator, Draft draft, Step step, String query, int row, Problem refused) {
        Typed typed = Drafts.typed(draft);
        JsonNode said = Reading.submission(typed);
        SecondLook.Findings findings = step == Step.CHECK ? look.at(operator, draft, typed, said)
                : new SecondLook.Findings(DraftSheet.faults(typed), List.of());
        List<Fault> faults = TypedTime.told(typed, refused == null || step != Step.CHECK || refused.faults().isEmpty() ? findings.faults() : refused.faults());
        List<Fault> shown = DraftSheet.shown(faults, step, row);
        String asked = query == null ? "" : query.replaceAll("\\p{Cntrl}", " ").strip();
        String looked = asked.substring(0, asked.offsetByCodePoints(0, Math.min(asked.codePointCount(0, asked.length()), LONGEST_QUERY)));
        List<AssetDocument> found = looked.isEmpty() ? null : assets.search(operator, looked, FOUND + 1);
        return new DraftSheet(draft.id, step, reference(operator, draft.report), new Form(typed, shown, fault -> Mending.of(fault.pointer()).href(draft.id)), TypedMoment.offered(),
                stages(operator, draft), looked, found == null ? null : found.stream().limit(FOUND).toList(),
                found != null && found.size() > FOUND, files.of(operator, draft.id), row,
                refused == null ? null : words(step, refused), refused != null && refused.status() == 412,
                faults, findings.warnings(), said, draft.touchedAt);
    }

    /** Where it is said what is wrong, each with its link, a count of it says nothing more. */
    private static String words(Step step, Problem refused) {
        if (step == Step.CHECK && !refused.faults().isEmpty()) {
            return Speech.of("not_sent_words");
        }
        return Stream.concat(refused.faults().stream().map(ProblemWords::of), Stream.of(ProblemWords.of(refused))).collect(Collectors.joining(" "));
    }

    private List<String> stages(Caller operator, Draft draft) {
        List<Stage> given = draft.report == null ? List.of() : reports.revisions(operator, draft.report.toString()).stream()
                .map(revision -> Json.MAPPER.convertValue(revision.stage(), Stage.class)).toList();
        return Stream.of(Stage.values()).filter(stage -> given.isEmpty() || mayFollow(given, stage)).map(Json::word).toList();
    }

    private static boolean mayFollow(List<Stage> given, Stage next) {
        try {
            StageOrder.check(given, next);
            return true;
        } catch (Problem goesBack) {
            return false;
        }
    }
}
