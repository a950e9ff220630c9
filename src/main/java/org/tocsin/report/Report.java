package org.tocsin.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.UUID;
import org.tocsin.audit.Actor;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;

/** A report as it stands now; what was said when is in its revisions and on its timeline. */
@Entity
public class Report {

    @Id
    public UUID id;
    @Column(name = "organisation_id")
    public String organisation;
    public String reference;
    /** Counts every change; a liaison's act must name the version that it was decided on. */
    public int version;
    /** Counts the changes that the operator can see. It is the version that operators are told, so that nothing of ours moves it. */
    @Column(name = "operator_version")
    public int operatorVersion;
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
    /** Goes into documents beside the assessment, so that nobody who knows the rest of one finds the assessment by trying which gives its digest. */
    @Column(name = "liaison_salt")
    public String liaisonSalt;
    public short pressing;
    /** The name of who holds it, for people to read; see {@link #isHeldBy}. */
    public String holder;
    @Column(name = "holder_id")
    public String holderId;
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
    /** When it last changed in a way that the operator can see. */
    @Column(name = "operator_changed_at")
    public Instant operatorChangedAt;
    /** Whether the state has changed in this transaction and no version counts that yet. Operators see the state. */
    @Transient
    private boolean stateChanged;

    /** @throws Problem 409 when there is no way from the present state to that one */
    public void go(State to) {
        if (!state.next().contains(to)) {
            throw refusal("The report is " + state.code() + " and cannot become " + to.code() + " from there.");
        }
        state = to;
        stateChanged = true;
    }

    /** Counts a change that the operator can see. */
    public void changed(Instant at) {
        version++;
        changedAt = at;
        operatorVersion++;
        operatorChangedAt = at;
        stateChanged = false;
    }

    /** Counts a change that only our side can see: claims, notes, grades. It is the operator's too when the state has changed by it. */
    public void changedInside(Instant at) {
        if (stateChanged) {
            changed(at);
        } else {
            version++;
            changedAt = at;
        }
    }

    /** The version that this reader is told, and names in acts. */
    public int versionTo(Caller reader) {
        return reader.seesAll() ? version : operatorVersion;
    }

    /** When it last changed, as far as this reader can see. */
    public Instant changedTo(Caller reader) {
        return reader.seesAll() ? changedAt : operatorChangedAt;
    }

    public boolean isHeldBy(Actor liaison) {
        return liaison.is(holderId);
    }

    public void hold(Actor liaison, Instant since) {
        holder = liaison.name();
        holderId = liaison.id();
        holderSince = since;
    }

    public void putDown() {
        holder = null;
        holderId = null;
        holderSince = null;
    }

    /** That something is not possible in the present state; with what is, and by whom. */
    public Problem refusal(String why) {
        return Problem.conflict("not-in-this-state", "Not possible now", why + " " + Act.sentence(state))
                .with("state", state.code())
                .with("possible", Act.possible(state));
    }
}
