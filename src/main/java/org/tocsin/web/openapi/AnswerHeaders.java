package org.tocsin.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Declares the headers that follow from what an answer is. Runs after the other filters, for it looks at the statuses that they add.
 * What an operation declares itself stands.
 */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = AnswerHeaders.LAST)
public class AnswerHeaders implements OASFilter {

    static final int LAST = -100;

    private static final String LOCATION = "Location";
    private static final String ETAG = "ETag";
    private static final String RETRY_AFTER = "Retry-After";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final String LINK = "Link";
    private static final Map<String, Header> HEADERS = new TreeMap<>(Map.of(
            LOCATION, header("The address of what was made", Schema.SchemaType.STRING).required(true),
            ETAG, header("Names this state of it; for If-Match and If-None-Match (RFC 9110 section 8.8.3)", Schema.SchemaType.STRING).required(true),
            RETRY_AFTER, header("After how many seconds to send it again", Schema.SchemaType.INTEGER).required(true),
            CHALLENGE, header("What is wrong with the token (RFC 6750 section 3)", Schema.SchemaType.STRING).required(true),
            LINK, header("The address of the next part, rel=next; absent on the last (RFC 8288)", Schema.SchemaType.STRING)));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        HEADERS.forEach(description.getComponents()::addHeader);
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(operation -> complete(operation, description.getComponents().getSchemas()));
    }

    private static void complete(Operation operation, Map<String, Schema> schemas) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        boolean conditional = answers.containsKey("304");
        answers.forEach((status, answer) -> {
            switch (status) {
                case "200" -> {
                    if (hasNext(answer, schemas)) {
                        declare(answer, LINK);
                    }
                }
                case "201" -> declare(answer, LOCATION);
                case "401" -> declare(answer, CHALLENGE);
                case "400", "403" -> declareOptional(answer);
                case "429", "503" -> declare(answer, RETRY_AFTER);
                default -> {
                }
            }
            if (conditional && (status.equals("200") || status.equals("206") || status.equals("304"))) {
                declare(answer, ETAG);
            }
        });
    }

    /** A list that may have a further part. */
    private static boolean hasNext(APIResponse answer, Map<String, Schema> schemas) {
        return answer.getContent() != null && answer.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .filter(schema -> schema != null && schema.getRef() != null)
                .map(schema -> schemas.get(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)))
                .anyMatch(schema -> schema != null && schema.getProperties() != null && schema.getProperties().containsKey("next"));
    }

    private static void declare(APIResponse answer, String name) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(name)) {
            answer.addHeader(name, OASFactory.createHeader().ref(name));
        }
    }

    /** Where it is about the token: one that cannot be read (400), or a role that is missing (403). */
    private static void declareOptional(APIResponse answer) {
        if (answer.getHeaders() == null || !answer.getHeaders().containsKey(CHALLENGE)) {
            answer.addHeader(CHALLENGE, header("What is wrong with the token, where that is the reason (RFC 6750 section 3.1)", Schema.SchemaType.STRING));
        }
    }

    private static Header header(String description, Schema.SchemaType type) {
        return OASFactory.createHeader().description(description).schema(OASFactory.createSchema().addType(type));
    }
}
