package org.tocsin.administration;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import org.tocsin.client.ClientView;
import org.tocsin.client.Enrolled;

@CheckedTemplate(basePath = "administration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class AdminTemplates {

    static native TemplateInstance organisations(List<OrganisationLine> lines, String own, AdminForm form);

    static native TemplateInstance organisation(OrganisationSheet sheet, AdminForm form);

    static native TemplateInstance people(PeopleSheet sheet, AdminForm form);

    static native TemplateInstance clients(List<ClientView> clients, String next, boolean first);

    static native TemplateInstance enrol(List<OrganisationLine> organisations, AdminForm form);

    static native TemplateInstance client(ClientSheet sheet, AdminForm form);

    static native TemplateInstance enrolled(Enrolled enrolled, boolean rotated);

    static native TemplateInstance destinations(List<DestinationLine> lines, DestinationLine tried);

    private AdminTemplates() {
    }
}
