package org.tocsin.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentMatchers;

/** When browsers are told to come over TLS only. */
class StrictTransportTest {

    private final RoutingContext context = mock(RoutingContext.class);
    private final HttpServerRequest request = mock(HttpServerRequest.class);
    private final HttpServerResponse response = mock(HttpServerResponse.class);

    @BeforeEach
    void aRequest() {
        when(context.request()).thenReturn(request);
        when(context.response()).thenReturn(response);
    }

    @Test
    void overTlsItIsSaid() {
        when(request.isSSL()).thenReturn(true);

        new StrictTransport(Duration.ofDays(365)).say(context);

        verify(response).putHeader("Strict-Transport-Security", "max-age=31536000");
        verify(context).next();
    }

    @Test
    void overPlainHttpItIsNot() {
        new StrictTransport(Duration.ofDays(365)).say(context);

        verify(response, never()).putHeader(anyString(), anyString());
        verify(context).next();
    }

    @Test
    void withoutADurationItIsNeverSaid() {
        Filters filters = mock(Filters.class);

        new StrictTransport(Duration.ZERO).register(filters);

        verify(filters, never()).register(any(), ArgumentMatchers.anyInt());
    }
}
