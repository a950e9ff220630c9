package org.tocsin.limit;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;

/** Every operation of the API may answer 429: said here once, as it is done once. */
@OpenApiFilter
public class LimitedOperations implements OASFilter {

    private static final String REFUSED = "The client's share and its organisation's are used up. Nothing was done; "
            + "send it again after the seconds that Retry-After says";

    @Override
    public void filterOpenAPI(OpenAPI description) {
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
    }

    private static Content problem() {
        return OASFactory.createContent().addMediaType("application/problem+json", OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    }
}
