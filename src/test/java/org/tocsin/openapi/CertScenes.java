package org.tocsin.openapi;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.tocsin.peer.Answer;
import org.tocsin.peer.Documents;
import org.tocsin.peer.Handing;

/** What other systems hand us, and the keys that anyone may fetch. */
final class CertScenes {

    static final Map<String, Scene> ALL = Map.of(
            "POST /cert/v1/submissions", () -> Call.sentBy(document -> answer(Handing.over(document).send())),
            "GET /cert/v1/submissions/{id}", () -> {
                String submission = Handing.over(Documents.bytes(Documents.sound())).send().json().path("submissionId").asText();
                return Call.sentBy(none -> answer(Handing.status(submission)));
            },
            "GET /.well-known/tocsin-keys.json", Call::byAnyone);

    private CertScenes() {
    }

    private static Call.Answer answer(Answer answer) {
        return new Call.Answer(answer.status(), answer.type(), new String(answer.body(), StandardCharsets.UTF_8));
    }
}
