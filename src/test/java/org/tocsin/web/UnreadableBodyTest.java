package org.tocsin.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnreadableBodyTest {

    private static <T extends Exception> T in(String reader, T failure) {
        failure.setStackTrace(new StackTraceElement[] {new StackTraceElement("java.net.URLDecoder", "decode", null, 1), new StackTraceElement(reader, "parse", null, 1)});
        return failure;
    }

    @ParameterizedTest
    @ValueSource(strings = {"org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition$FormEncodedDataParser",
            "org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition$MultiPartUploadHandler",
            "org.jboss.resteasy.reactive.common.providers.serialisers.MapAsFormUrlEncodedProvider"})
    void aFormThatCannotBeTakenApartIsItsSendersFault(String reader) {
        assertThat(UnreadableBody.caused(in(reader, new IllegalArgumentException("escape")))).isTrue();
        assertThat(UnreadableBody.caused(in(reader, new IOException("terminated")))).isTrue();
        assertThat(UnreadableBody.caused(in(reader, new RuntimeException("Param limit of 1000 was exceeded")))).isTrue();
    }

    @Test
    void aConnectionThatClosedIsNotOurs() {
        assertThat(UnreadableBody.caused(new IOException(new ClosedChannelException()))).isTrue();
        assertThat(UnreadableBody.caused(new UncheckedIOException(new IOException(new HttpClosedException("closed"))))).isTrue();
    }

    @Test
    void whatFailsElsewhereIsOurs() {
        assertThat(UnreadableBody.caused(in("org.tocsin.web.Pages", new IllegalArgumentException()))).isFalse();
        assertThat(UnreadableBody.caused(in("org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition", new Exception("neither"))))
                .isFalse();
        assertThat(UnreadableBody.caused(new IOException("disk full"))).isFalse();
        assertThat(UnreadableBody.caused(new IllegalStateException(new HttpClosedException("the identity provider")))).isFalse();
    }
}
