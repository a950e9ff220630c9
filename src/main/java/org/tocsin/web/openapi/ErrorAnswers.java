package org.tocsin.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Completes the API description with what is the same for all operations: the token, that every refusal is a problem document, that there
 * may be no room, and the refusals that an operation with a role or with a body has anyhow: an act in JSON is at most 16 KiB, where the operation does not say more.
 * Where an operation says them in its own words, those stand.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class ErrorAnswers implements OASFilter {

    private static final String PROBLEM = "application/problem+json";
    private static final String SCHEMA = "Problem";

    /** By which the framework describes some refusals, and which tell nobody anything. */
    private static final Set<String> REASON_PHRASES = Set.of("Bad Request", "Not Authorized", "Not Allowed");

    private static final Map<String, String> WITH_A_ROLE = inOrder(Map.of(
            "401", "No valid token",
            "403", "Wrong role"));

    private static final Map<String, String> WITH_JSON = inOrder(Map.of(
            "400", "Not JSON",
            "413", "Over 16 KiB",
            "415", "Not application/json"));

    private static final Map<String, String> WITH_A_BODY = inOrder(Map.of(
            "400", "Cannot be read as what its Content-Type says",
            "408", "The body did not arrive in time",
            "413", "Larger than is accepted here",
            "415", "Of a media type that is not taken here",
            "422", "Every fault at once"));

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (description.getComponents() == null) {
            description.setComponents(OASFactory.createComponents());
        }
        description.getComponents().addSchema(SCHEMA, problem());
        description.getComponents().addSecurityScheme("bearer", OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP).scheme("bearer").bearerFormat("JWT")
                .description("An access token of this service's issuer, for the audience tocsin"));
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.values().stream())
                .forEach(ErrorAnswers::complete);
    }

    /** A map of constants has another order in each run, and the description would have too. */
    private static Map<String, String> inOrder(Map<String, String> answers) {
        return new TreeMap<>(answers);
    }

    private static void complete(Operation operation) {
        APIResponses answers = operation.getResponses();
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            WITH_A_ROLE.forEach((status, words) -> say(answers, status, words));
        }
        if (operation.getRequestBody() != null) {
            if (operation.getRequestBody().getContent().getMediaTypes().keySet().equals(Set.of(MediaType.APPLICATION_JSON))) {
                WITH_JSON.forEach((status, words) -> say(answers, status, words));
            }
            WITH_A_BODY.forEach((status, words) -> say(answers, status, words));
        }
        say(answers, "503", "No room for this now, or the database is away. Nothing was done; Retry-After says when to try again");
        say(answers, "400", "A parameter or header that is not usable, or that this operation does not have");
        answers.setDefaultValue(OASFactory.createAPIResponse().description("What any address may refuse, such as a method or media type").content(content()));
        answers.getAPIResponses().forEach((status, answer) -> {
            if (status.matches("[45]..") && answer.getContent() == null) {
                answer.setContent(content());
            }
        });
        answers.setAPIResponses(new TreeMap<>(answers.getAPIResponses()));
    }

    private static void say(APIResponses answers, String status, String words) {
        APIResponse said = answers.getAPIResponse(status);
        if (said == null) {
            answers.addAPIResponse(status, OASFactory.createAPIResponse().description(words));
        } else if (REASON_PHRASES.contains(said.getDescription())) {
            said.setDescription(words);
        }
    }

    static Content content() {
        return OASFactory.createContent().addMediaType(PROBLEM, OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/" + SCHEMA)));
    }

    private static Schema problem() {
        Schema fault = type(Schema.SchemaType.OBJECT, "One thing that is wrong with what was sent")
                .addProperty("pointer", text("Where: an RFC 6901 JSON Pointer into the body; empty for the body as a whole"))
                .addProperty("code", text("What, as a word in kebab case that does not change"))
                .addProperty("message", text("The same for people: what was wrong, and what to do"))
                .addProperty("line", type(Schema.SchemaType.INTEGER, "Of a table: where the row begins, counted from 1 with its header"))
                .addProperty("column", text("Of a table: the column's name"))
                .required(List.of("pointer", "code", "message"));
        return type(Schema.SchemaType.OBJECT, "A refusal (RFC 9457). Some kinds have further members: docs/problems.md")
                .addProperty("type", text("urn:tocsin:problem: and the kind; decide by this"))
                .addProperty("title", text("The kind in words that do not change"))
                .addProperty("status", type(Schema.SchemaType.INTEGER, "The HTTP status, 400 to 599"))
                .addProperty("detail", text("This case, in a sentence for people"))
                .addProperty("faults", type(Schema.SchemaType.ARRAY, "Everything that is wrong, at once").items(fault))
                .required(List.of("type", "title", "status", "detail"))
                .additionalPropertiesBoolean(true);
    }

    private static Schema text(String description) {
        return type(Schema.SchemaType.STRING, description);
    }

    private static Schema type(Schema.SchemaType type, String description) {
        return OASFactory.createSchema().addType(type).description(description);
    }
}
