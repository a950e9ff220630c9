package org.tocsin.web;

import io.vertx.core.http.HttpClosedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.util.Set;
import java.util.stream.Stream;

/** Tells failures of reading a request's body, which are its sender's, from ours: the framework reports both alike. */
final class UnreadableBody {

    /** Of the framework, what takes forms apart. It throws whatever a broken escape, a missing boundary or too many fields lead to. */
    private static final Set<String> FORM_READERS = Set.of(
            "org.jboss.resteasy.reactive.server.core.multipart.FormEncodedDataDefinition",
            "org.jboss.resteasy.reactive.server.core.multipart.MultiPartParserDefinition",
            "org.jboss.resteasy.reactive.common.providers.serialisers.MapAsFormUrlEncodedProvider");

    private UnreadableBody() {
    }

    static boolean caused(Throwable failure) {
        return isOfAForm(failure) || isBrokenOff(failure);
    }

    private static boolean isOfAForm(Throwable failure) {
        return (failure instanceof RuntimeException || failure instanceof IOException)
                && Stream.of(failure.getStackTrace()).map(frame -> frame.getClassName().split("\\$")[0]).anyMatch(FORM_READERS::contains);
    }

    /** The connection is closed. What we ask of others ourselves fails with exceptions of its own. */
    private static boolean isBrokenOff(Throwable failure) {
        if (!(failure instanceof IOException || failure instanceof UncheckedIOException)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpClosedException || cause instanceof ClosedChannelException) {
                return true;
            }
        }
        return false;
    }
}
