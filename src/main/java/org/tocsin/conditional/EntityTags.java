package org.tocsin.conditional;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Gives every answer that is all of something its ETag, and answers 304 who has it already (RFC 9110 section 13.1.2). */
class EntityTags {

    @ServerResponseFilter
    void tag(ContainerRequestContext request, ContainerResponseContext answer) {
        if (!(answer.getEntity() instanceof Tagged tagged) || answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            return;
        }
        ETag tag = tagged.entityTag();
        answer.getHeaders().putSingle(HttpHeaders.ETAG, tag.quoted());
        String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        if (request.getMethod().equals(HttpMethod.GET) && known != null && tag.isAmong(ETag.withoutWeakness(known))) {
            answer.setStatus(Response.Status.NOT_MODIFIED.getStatusCode());
            answer.setEntity(null);
        }
    }
}
