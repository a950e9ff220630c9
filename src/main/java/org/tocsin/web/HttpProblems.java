package org.tocsin.web;

import org.tocsin.problem.Problem;

/** What the framework itself refuses, in our words (RFC 9110 section 15.5). */
final class HttpProblems {

    private HttpProblems() {
    }

    static Problem of(int status) {
        return switch (status) {
            case 400 -> new Problem(400, "bad-parameter", "Unusable parameter",
                    "A parameter of the query is not of its kind, such as a word where a number belongs.");
            case 401 -> new Problem(401, "unauthenticated", "Not signed in", "This needs an access token.");
            case 403 -> new Problem(403, "forbidden", "Not allowed",
                    "Your account does not have the role that this needs.");
            case 404 -> new Problem(404, "not-found", "Not found", "There is nothing at this address.");
            case 405 -> new Problem(405, "method-not-allowed", "Method not allowed",
                    "This address does not know that method; the Allow header lists those it does.");
            case 406 -> new Problem(406, "not-acceptable", "Not acceptable",
                    "This address answers with application/json only; the Accept header excludes it.");
            case 413 -> new Problem(413, "too-large", "Too large", "The body is larger than is accepted here.");
            case 415 -> new Problem(415, "unsupported-media-type", "Unsupported media type",
                    "Send the body as Content-Type: application/json.");
            default -> new Problem(status, "http-" + status, "Refused", "The request could not be served.");
        };
    }
}
