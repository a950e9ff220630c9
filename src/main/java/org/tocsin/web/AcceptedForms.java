package org.tocsin.web;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says that an answer depends on Accept where an operation has several forms (RFC 9110 section 12.5.5). */
class AcceptedForms {

    @ServerResponseFilter
    void vary(ContainerResponseContext answer, ResourceInfo operation) {
        Produces forms = operation.getResourceMethod() == null ? null : operation.getResourceMethod().getAnnotation(Produces.class);
        if (forms != null && forms.value().length > 1) {
            answer.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
    }
}
