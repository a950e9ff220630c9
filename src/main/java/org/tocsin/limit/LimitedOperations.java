package org.tocsin.limit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Declares once that every operation of the API tells how its caller's share stands, and may answer 429. */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = LimitedOperations.LATE)
public class LimitedOperations implements OASFilter {

    /** After the filters that add answers, with 304 and 412. */
    static final int LATE = -60;

    private static final String REFUSED = "The client's share and its organisation's are used up. Nothing was done; "
            + "send it again after the seconds that Retry-After says";
    private static final Map<String, String> HEADERS = new TreeMap<>(Map.of(
            "RateLimit-Policy", "The caller's share: q requests in w seconds (draft-ietf-httpapi-ratelimit-headers)",
            "RateLimit", "What is left of it: r requests now, and all of it again in t seconds"));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        HEADERS.forEach((name, words) -> description.getComponents().addHeader(name, OASFactory.createHeader().description(words)
                .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING))));
        description.getPaths().getPathItems().forEach((path, item) -> {
            if (path.startsWith("/api/")) {
                item.getOperations().values().forEach(LimitedOperations::mayRefuse);
            }
        });
    }

    private static void mayRefuse(Operation operation) {
        if (!operation.getResponses().hasAPIResponse("429")) {
            operation.getResponses().addAPIResponse("429", OASFactory.createAPIResponse().description(REFUSED).content(problem()));
        }
        operation.getResponses().getAPIResponses().forEach((status, answer) -> {
            if (!status.equals("401")) {
                HEADERS.keySet().forEach(name -> answer.addHeader(name, OASFactory.createHeader().ref(name)));
            }
        });
    }

    private static Content problem() {
        return OASFactory.createContent().addMediaType("application/problem+json", OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }
}
