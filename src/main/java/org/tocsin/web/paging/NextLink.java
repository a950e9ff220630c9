package org.tocsin.web.paging;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in the Link header too where the next part is (RFC 8288). */
class NextLink {

    @ServerResponseFilter
    void link(ContainerResponseContext answer) {
        if (answer.getEntity() instanceof Part<?> part && part.next() != null) {
            answer.getHeaders().putSingle(HttpHeaders.LINK, "<" + part.next() + ">; rel=\"next\"");
        }
    }
}
