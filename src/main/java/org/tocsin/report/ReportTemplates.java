package org.tocsin.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

@CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ReportTemplates {

    static native TemplateInstance report(ReportSheet sheet);

    static native TemplateInstance reports(ReportItems part, boolean all, boolean first, boolean operator);

    private ReportTemplates() {
    }
}
