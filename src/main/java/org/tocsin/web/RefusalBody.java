package org.tocsin.web;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.tocsin.problem.Problem;

/** Chooses between the two forms of a refusal. */
@Singleton
class RefusalBody {

    private static final MediaType PROBLEM = new MediaType("application", "problem+json");

    Response of(Problem problem, UriInfo uri, HttpHeaders headers) {
        return Response.status(problem.status())
                .type(PROBLEM)
                .entity(problem.document())
                .build();
    }
}
