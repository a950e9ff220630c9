package org.tocsin.triage;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tocsin.delivery.Destinations;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.party.Role;
import org.tocsin.report.Act;
import org.tocsin.report.Confidence;
import org.tocsin.report.Grade;
import org.tocsin.report.ReportSection;
import org.tocsin.report.ReportView;
import org.tocsin.report.State;
import org.tocsin.report.submission.Severity;
import org.tocsin.web.Retyped;

/** What a liaison can do with a report now. */
@ApplicationScoped
class TriageSection implements ReportSection {

    /**
     * @param version     which the acts name, so that they are refused when something has changed since
     * @param information the liaison's grade of the report as information
     */
    public record Acts(String reference, int version, String holder, Instant holderSince, String severity, String confidence, String information,
            boolean claim, boolean unclaim, boolean grade, boolean release, boolean close, boolean reopen, boolean reject, boolean merge, boolean unmerge,
            List<Choice> destinations, List<String> severities, List<String> confidences) {

        /** What the assessment's field shows: what was typed, if that was refused, or what stands; null when nothing does. */
        public String graded(String field) {
            String typed = Retyped.instead("grade", field);
            return typed != null ? typed : switch (field) {
                case "severity" -> severity;
                case "confidence" -> confidence;
                case "source" -> information == null ? "" : information.substring(0, 1);
                default -> information == null ? "" : information.substring(1);
            };
        }

        public List<Choice> sources() {
            return choices(Grade.SOURCES);
        }

        public List<Choice> contents() {
            return choices(Grade.CONTENTS);
        }

        private static List<Choice> choices(Map<String, String> codes) {
            return new TreeMap<>(codes).entrySet().stream().map(each -> new Choice(each.getKey(), each.getKey() + " " + each.getValue())).toList();
        }
    }

    public record Choice(String name, String title) {
    }

    static final String ID = "triage";

    private final Destinations destinations;

    TriageSection(Destinations destinations) {
        this.destinations = destinations;
    }

    @Override
    public Place place() {
        return Place.ASIDE;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String title() {
        return "Triage";
    }

    @Override
    public Optional<TemplateInstance> show(Caller caller, ReportView report) {
        return caller.is(Role.LIAISON) ? Optional.of(TriageTemplates.acts(acts(caller, report))) : Optional.empty();
    }

    private Acts acts(Caller caller, ReportView report) {
        ReportView.LiaisonPart liaison = report.liaison();
        boolean open = State.OPEN.contains(report.state());
        boolean nobodys = liaison.holder() == null;
        boolean mine = caller.actor().is(liaison.holderId());
        return new Acts(report.reference(), report.version(), liaison.holder(), liaison.holderSince(), liaison.severity(), liaison.confidence(), liaison.grade(),
                nobodys && open, mine, nobodys && open || mine, mine && Act.RELEASE.isPossible(report.state()),
                Act.CLOSE.isPossible(report.state()) && (!open || mine && destinations.names().isEmpty()),
                Act.REOPEN.isPossible(report.state()),
                (nobodys || mine) && Act.REJECT.isPossible(report.state()), (nobodys || mine) && Act.MERGE.isPossible(report.state()),
                Act.UNMERGE.isPossible(report.state()),
                destinations.names().stream().map(name -> new Choice(name, destinations.title(name))).toList(),
                Stream.of(Severity.values()).map(Json::word).toList(), Stream.of(Confidence.values()).map(Json::word).toList());
    }
}
