package org.tocsin.report;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.arc.All;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.audit.Audit;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.report.page.AssetTable;
import org.tocsin.report.page.Said;
import org.tocsin.report.page.TimeWarnings;
import org.tocsin.report.submission.Submission;
import org.tocsin.store.Transactions;
import org.tocsin.web.Moments;
import org.tocsin.web.Speech;
import org.tocsin.web.Tongue;

/** Puts a report's page together, from this room's facts and the parts of those above. */
@ApplicationScoped
public class ReportPage {

    private final Transactions transactions;
    private final ReportReading reading;
    private final TimelineReading timeline;
    private final List<ReportSection> sections;
    private final TimelineSentences sentences;

    ReportPage(Transactions transactions, ReportReading reading, TimelineReading timeline, @All List<ReportSection> sections,
            TimelineSentences sentences) {
        this.transactions = transactions;
        this.reading = reading;
        this.timeline = timeline;
        this.sections = sections.stream().sorted(Comparator.comparingInt(ReportSection::order)).toList();
        this.sentences = sentences;
    }

    /** @throws Problem 404 also when it is another organisation's */
    public TemplateInstance of(Caller caller, String name) {
        return of(caller, name, null, null);
    }

    /**
     * The page again, after an act on it was refused, with the reason at its top and what was typed in the act's fields
     * ({@link org.tocsin.web.Retyped}).
     *
     * @param part the id of the part in which the act was tried
     */
    public Response refused(Caller caller, String name, Problem problem, String part) {
        return Response.status(problem.status()).entity(of(caller, name, problem, part)).build();
    }

    private TemplateInstance of(Caller caller, String name, Problem problem, String part) {
        if (caller.seesAll()) {
            Tongue.english();
        }
        return transactions.together(caller.sight(), () -> read(caller, name, problem, part));
    }

    private TemplateInstance read(Caller caller, String name, Problem problem, String part) {
        ReportView report = reading.report(caller, name);
        Submission submission = Json.MAPPER.convertValue(said(report.latest()), Submission.class);
        JsonNode all = report.liaison() == null ? null : report.liaison().enrichment();
        return ReportTemplates.report(new ReportSheet(report, submission, Said.of(submission),
                TimeWarnings.of(report.latest()), AssetTable.of(report.enrichment()),
                all == null ? null : AssetTable.of(all.path("assets")),
                steps(timeline.of(caller, report.id().toString())),
                parts(ReportSection.Place.ASIDE, caller, report), parts(ReportSection.Place.BELOW, caller, report), problem, part));
    }

    /** In the place of what was said, that it is not there any more. */
    private static JsonNode said(RevisionView revision) {
        return revision.erased() == null ? revision.submission() : Json.MAPPER.createObjectNode()
                .put("title", Speech.instead(ReportErasure.TITLE, "erased_title"))
                .put("description", Speech.of("erased_words", Moments.second(revision.erased().at()), revision.erased().because()));
    }

    private List<ReportSheet.Part> parts(ReportSection.Place place, Caller caller, ReportView report) {
        return sections.stream()
                .filter(section -> section.place() == place)
                .flatMap(section -> section.show(caller, report).stream()
                        .map(shown -> new ReportSheet.Part(section.id(), section.title(), new RawString(shown.render()))))
                .toList();
    }

    /** Whose act it was stands with the act: the entry that says so is none of its own here. */
    private List<ReportSheet.Step> steps(List<TimelineView> entries) {
        Map<Integer, String> accounts = entries.stream().filter(ReportPage::attributes)
                .collect(Collectors.toMap(entry -> entry.detail().path("entry").asInt(), TimelineView::actor, (first, second) -> first));
        return entries.stream().filter(entry -> !attributes(entry))
                .map(entry -> new ReportSheet.Step(entry, sentences.of(entry), accounts.get(entry.number()))).toList();
    }

    private static boolean attributes(TimelineView entry) {
        return entry.type().equals(Audit.ATTRIBUTED) && entry.detail().has("entry");
    }
}
