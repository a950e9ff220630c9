package org.tocsin.web.overload;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/** What a request's head says of its body (RFC 9112 section 6). */
final class Bodies {

    private static final long UNKNOWN = -1;

    private Bodies() {
    }

    static boolean has(HttpServerRequest request) {
        return request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null || declared(request) > 0;
    }

    /** @return -1 when that is not said */
    static long declared(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length != null && length.matches("\\d{1,18}") ? Long.parseLong(length) : UNKNOWN;
    }

    /** Who waits with the body until we want it is told that we do (RFC 9110 section 10.1.1). */
    static void sayContinue(RoutingContext context) {
        String expect = context.request().getHeader(HttpHeaders.EXPECT);
        if (expect != null && expect.equalsIgnoreCase("100-continue")) {
            context.response().writeContinue();
        }
    }

    static void closeAfterAnswer(RoutingContext context) {
        if (!context.response().headWritten()) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
    }
}
