package org.tocsin.web.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.tocsin.conditional.Tagged;

/** Declares ETag, If-None-Match, If-Match, 304 and 412 where an operation answers with something that is tagged ({@link Tagged}). */
@OpenApiFilter(value = OpenApiFilter.RunStage.BUILD, priority = ConditionalRequests.LATE)
public class ConditionalRequests implements OASFilter {

    /** Before the headers are declared that follow from a 304. */
    static final int LATE = -50;

    private static final DotName TAGGED = DotName.createSimple(Tagged.class);

    private final Set<String> tagged;

    public ConditionalRequests(IndexView classes) {
        tagged = classes.getAllKnownImplementations(TAGGED).stream().map(SchemaName::of).collect(Collectors.toSet());
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        description.getPaths().getPathItems().values().stream()
                .map(PathItem::getOperations)
                .flatMap(operations -> operations.entrySet().stream())
                .forEach(operation -> complete(operation.getKey(), operation.getValue()));
    }

    private void complete(PathItem.HttpMethod method, Operation operation) {
        Map<String, APIResponse> answers = operation.getResponses().getAPIResponses();
        answers.forEach((status, answer) -> {
            if (status.startsWith("2") && (isTagged(answer) || method == PathItem.HttpMethod.PUT)) {
                answer.addHeader("ETag", OASFactory.createHeader().ref("ETag"));
            }
        });
        boolean conditional = answers.values().stream().anyMatch(this::isTagged);
        if (method == PathItem.HttpMethod.GET && (conditional || answers.containsKey("304"))) {
            answer(operation, "304", "It is still as If-None-Match names it");
            parameter(operation, "If-None-Match", "The ETag of what you have: if it is still that, the answer is 304 without a body");
        } else if (method == PathItem.HttpMethod.PUT && (conditional || answers.containsKey("412"))) {
            answer(operation, "412", "If-Match or If-None-Match does not hold; etag is the tag of what is there");
            parameter(operation, "If-Match", "The ETag as you read it, so that nobody's change is lost");
            parameter(operation, "If-None-Match", "*: only if nobody has written it yet");
        }
    }

    private boolean isTagged(APIResponse answer) {
        return answer.getContent() != null && answer.getContent().getMediaTypes().values().stream()
                .map(MediaType::getSchema)
                .anyMatch(schema -> schema != null && schema.getRef() != null
                        && tagged.contains(schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1)));
    }

    private static void answer(Operation operation, String status, String words) {
        if (!operation.getResponses().hasAPIResponse(status)) {
            APIResponse answer = OASFactory.createAPIResponse().description(words);
            operation.getResponses().addAPIResponse(status, status.equals("304") ? answer : answer.content(ErrorAnswers.content()));
        }
    }

    private static void parameter(Operation operation, String name, String words) {
        boolean declared = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (!declared) {
            operation.addParameter(OASFactory.createParameter().name(name).in(Parameter.In.HEADER).description(words)
                    .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
        }
    }
}
