package org.tocsin.asset;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

@CheckedTemplate(basePath = "asset", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class AssetTemplates {

    static native TemplateInstance assets(List<AssetPages.Line> lines, List<AssetChoices.Choice> kinds, String text, String kind,
            String organisation, String next, boolean first, boolean mayEdit, String told);

    static native TemplateInstance asset(AssetView view, String told);

    static native TemplateInstance form(AssetDocument present, AssetForm form, String etag, AssetFormPages.Overtaken overtaken,
            AssetFormPages.FormChoices choices);

    static native TemplateInstance remove(AssetDocument asset, String etag, AssetFormPages.Overtaken overtaken);

    static native TemplateInstance importing(ImportSheet sheet);

    static native TemplateInstance overdue(OverdueSheet sheet);

    private AssetTemplates() {
    }
}
