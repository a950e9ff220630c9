package org.tocsin.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.Set;

/** The shell's own pages. */
@CheckedTemplate(basePath = "web", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Pages {

    static native TemplateInstance refusal(Refused refused);

    static native TemplateInstance signedOut();

    static native TemplateInstance noDesk(String account, Set<String> roles);

    private Pages() {
    }
}
