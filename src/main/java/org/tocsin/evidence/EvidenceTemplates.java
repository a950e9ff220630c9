package org.tocsin.evidence;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "evidence", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class EvidenceTemplates {

    static native TemplateInstance verification(VerificationSheet sheet);

    private EvidenceTemplates() {
    }
}
