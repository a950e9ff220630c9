package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.problem.Problem;

/** A report as it stands now; what was said when is in its revisions and on its timeline. */
@Entity
public class Report {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public String reference;
    /** Counts every change; acts that depend on what was seen must name it. */
    public int version;
    public State state;
    public String stage;
    public String title;
    public String tlp;
    public String severity;
    @Column(name = "liaison_severity")
    public String liaisonSeverity;
    @Column(name = "liaison_confidence")
    public String liaisonConfidence;
    @Column(name = "liaison_grade")
    public String liaisonGrade;
    public short pressing;
    public String holder;
    @Column(name = "holder_since")
    public Instant holderSince;
    @Column(name = "case_reference")
    public String caseReference;
    @Column(name = "origin_peer")
    public String originPeer;
    @Column(name = "origin_report")
    public UUID originReport;
    @Column(name = "origin_operator")
    public String originOperator;
    @Column(name = "latest_revision")
    public int latestRevision;
    @Column(name = "timeline_length")
    public int timelineLength;
    @Column(name = "aware_at")
    public Instant awareAt;
    @Column(name = "received_at")
    public Instant receivedAt;
    @Column(name = "changed_at")
    public Instant changedAt;

    /** @throws Problem 409 when there is no way from the present state to that one */
    public void go(State to) {
        if (!state.next().contains(to)) {
            throw refusal("The report is " + state.code() + " and cannot become " + to.code() + " from there.");
        }
        state = to;
    }

    /** That something is not possible in the present state; with what is, and by whom. */
    public Problem refusal(String why) {
        return Problem.conflict("not-in-this-state", "Not possible now", why + " " + Act.sentence(state))
                .with("state", state.code())
                .with("possible", Act.possible(state));
    }
}
