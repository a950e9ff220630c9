package org.tocsin.web;

import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/**
 * What was typed into the form that is being refused. The page that comes back shows it in the same fields, so that nobody
 * writes a reason twice. A form is known by how its address ends: {@code {typed:text('close', 'reason')}}. A page that
 * was not sent a form finds nothing here.
 */
@TemplateExtension(namespace = "typed")
public final class Retyped {

    private Retyped() {
    }

    /** Whether it is this form that was sent. */
    public static boolean in(String form) {
        return sent(form).isPresent();
    }

    /** Empty when another form was sent, or none. */
    public static String text(String form, String field) {
        return sent(form).map(data -> value(data, field)).orElse("");
    }

    /** Of one among several: its form's address ends with its id and the act. */
    public static String of(Object id, String act, String field) {
        return text(id + "/" + act, field);
    }

    /** For fields that otherwise show what we keep: null when another form was sent, or none. */
    public static String instead(String form, String field) {
        return sent(form).map(data -> value(data, field)).orElse(null);
    }

    private static Optional<FormData> sent(String form) {
        if (Arc.container() == null || !Arc.container().requestContext().isActive()) {
            return Optional.empty();
        }
        CurrentVertxRequest request = Arc.container().instance(CurrentVertxRequest.class).get();
        return request.getCurrent() != null && request.getCurrent().normalizedPath().endsWith("/" + form)
                && request.getOtherHttpContextObject() instanceof ResteasyReactiveRequestContext context
                ? Optional.ofNullable(context.getFormData()) : Optional.empty();
    }

    /** The last, as the browser sent it; a file is none. */
    private static String value(FormData data, String field) {
        FormValue last = data.getLast(field);
        return last == null || last.isFileItem() ? "" : last.getValue().replace("\r\n", "\n");
    }
}
