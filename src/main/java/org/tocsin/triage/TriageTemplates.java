package org.tocsin.triage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "triage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class TriageTemplates {

    static native TemplateInstance queue(QueueSheet sheet);

    static native TemplateInstance come(long reports, String address);

    static native TemplateInstance acts(TriageSection.Acts acts);

    static native TemplateInstance release(SecondLook look);

    static native TemplateInstance merge(MergeSheet sheet);

    static native TemplateInstance notes(NoteSection.Sheet sheet);

    private TriageTemplates() {
    }
}
