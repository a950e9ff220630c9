package org.tocsin.triage;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

@CheckedTemplate(basePath = "triage", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class TriageTemplates {

    static native TemplateInstance queue(List<TriageItem> items, List<TriagePages.Count> counts, long total,
            String next, boolean first, String me);

    static native TemplateInstance acts(TriageSection.Acts acts);

    private TriageTemplates() {
    }
}
