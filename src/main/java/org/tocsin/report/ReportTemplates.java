package org.tocsin.report;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.tocsin.web.paging.Slice;

@CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class ReportTemplates {

    static native TemplateInstance report(ReportSheet sheet);

    static native TemplateInstance reports(Slice<ReportItem> part, boolean all, boolean first, boolean operator);

    static native TemplateInstance revisions(String reference, List<RevisionView> revisions, int before, int latest);

    static native TemplateInstance changes(String reference, RevisionDiff diff);

    private ReportTemplates() {
    }
}
