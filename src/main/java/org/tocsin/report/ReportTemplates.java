package org.tocsin.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

@CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ReportTemplates {

    static native TemplateInstance report(ReportSheet sheet);

    static native TemplateInstance reports(List<ReportListing.Line> lines, boolean all, int most, boolean operator);

    private ReportTemplates() {
    }
}
