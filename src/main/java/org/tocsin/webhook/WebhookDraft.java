package org.tocsin.webhook;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an organisation says of a webhook. */
@Schema(name = "WebhookDraft")
public record WebhookDraft(
        @Schema(required = true, minLength = 1, maxLength = 2000,
                description = "Where messages are posted: https, a host of the open Internet, no user name, no fragment",
                examples = "https://soc.example.org/hooks/tocsin") String url,
        @Schema(maxItems = 50, description = "Which changes are wanted; all when left out or empty") List<EventType> types,
        @Schema(minLength = 1, maxLength = 200, description = "For you") String description) {

    public WebhookDraft {
        types = types == null ? List.of() : List.copyOf(types);
    }
}
