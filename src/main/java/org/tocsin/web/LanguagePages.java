package org.tocsin.web;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The switch of languages: remembered by the browser, for whoever sits at it, signed in or not. */
@Path("/language")
public class LanguagePages {

    private final Tongue tongue;

    LanguagePages(Tongue tongue) {
        this.tongue = tongue;
    }

    @POST
    @PermitAll
    @Operation(hidden = true)
    public Response change(@FormParam("language") String language, @FormParam("back") String back) {
        Response.ResponseBuilder answer = Response.seeOther(back(back));
        tongue.change(language).ifPresent(answer::cookie);
        return answer.build();
    }

    /** Only to a page of ours: an address that names a host would send people elsewhere. */
    static URI back(String path) {
        try {
            return path != null && path.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") ? URI.create(path) : URI.create("/");
        } catch (IllegalArgumentException notAnAddress) {
            return URI.create("/");
        }
    }
}
