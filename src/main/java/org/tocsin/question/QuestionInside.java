package org.tocsin.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** What of a question the operator never sees; row-level security hides the whole table from it. */
@Entity
@Table(name = "question_inside")
public class QuestionInside {

    @Id
    @Column(name = "question_id")
    public UUID question;
    @Column(name = "organisation_id")
    public String organisation;
    @Column(name = "asked_by")
    public String askedBy;
    public String note;
    @Column(name = "dropped_by")
    public String droppedBy;
}
