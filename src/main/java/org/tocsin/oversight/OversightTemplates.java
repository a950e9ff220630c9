package org.tocsin.oversight;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "oversight", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class OversightTemplates {

    static native TemplateInstance log(LogSheet sheet);

    private OversightTemplates() {
    }
}
