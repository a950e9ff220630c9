package org.tocsin.web.overload;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/** Writes {@link Parts} without a thread that waits: the request is suspended until its client has taken all, or is gone. */
@Provider
@Produces(MediaType.WILDCARD)
public class PartsWriter implements ServerMessageBodyWriter<Parts> {

    private static final Logger LOG = Logger.getLogger(PartsWriter.class);
    /** Headers that a refusal in place of the parts must not have. */
    private static final List<String> OF_THE_PARTS = List.of("Content-Length", "Content-Disposition", "Content-Range", "Content-Type", "ETag");

    @Override
    public boolean isWriteable(Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType media) {
        return Parts.class.isAssignableFrom(type);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType media) {
        return Parts.class.isAssignableFrom(type);
    }

    @Override
    public void writeResponse(Parts parts, Type generic, ServerRequestContext context) {
        ResteasyReactiveRequestContext rest = (ResteasyReactiveRequestContext) context;
        RoutingContext routing = rest.unwrap(RoutingContext.class);
        OverloadFilter.begun(routing);
        if (rest.getMethod().equals("HEAD")) {
            routing.response().end();
            return;
        }
        rest.suspend();
        Sending sending = new Sending(routing, parts, failed -> {
            if (failed == null) {
                rest.resume();
            } else if (routing.response().headWritten()) {
                LOG.errorf(failed, "An answer ended in its midst path=%s", routing.normalizedPath());
                rest.resume();
            } else {
                OF_THE_PARTS.forEach(routing.response().headers()::remove);
                rest.resume(failed, true);
            }
        });
        rest.getContextExecutor().execute(sending::start);
    }

    @Override
    public void writeTo(Parts parts, Class<?> type, Type generic, Annotation[] annotations, MediaType media,
            MultivaluedMap<String, Object> headers, OutputStream out) {
        throw new UnsupportedOperationException("parts are sent without a stream");
    }
}
