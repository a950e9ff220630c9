package org.tocsin.openapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.openapi.Description.Operation;

/**
 * What must be there before each operation can be tried. An operation that is new needs an entry, in the class of its
 * room; where one of its examples needs something else than the others, that has an entry of its own, after a {@code #}:
 * {@code POST /api/v1/reports#compromised phone}.
 */
final class Scenes {

    private static final Map<String, Scene> ALL = together(List.of(
            ReportScenes.ALL,
            TriageScenes.ALL,
            QuestionScenes.ALL,
            BehalfScenes.ALL,
            WithdrawalScenes.ALL,
            ClientScenes.ALL,
            InventoryScenes.ALL,
            CertScenes.ALL,
            AttachmentScenes.ALL,
            NewsScenes.ALL,
            EvidenceScenes.ALL,
            OrganisationScenes.ALL));

    private Scenes() {
    }

    /** @throws AssertionError saying what to add */
    static Scene of(Operation operation) {
        return of(operation, "");
    }

    /** @throws AssertionError saying what to add */
    static Scene of(Operation operation, String example) {
        Scene scene = ALL.getOrDefault(operation.name() + "#" + example, ALL.get(operation.name()));
        if (scene == null) {
            throw new AssertionError("Nothing says how to try " + operation.name() + ". Add to one of the …Scenes in "
                    + "src/test/java/org/tocsin/openapi: Map.entry(\"" + operation.name() + "\", () -> Call.by(…).at(\"id\", …)), "
                    + "made of whatever must be there before the call can succeed.");
        }
        return scene;
    }

    private static Map<String, Scene> together(List<Map<String, Scene>> rooms) {
        Map<String, Scene> all = new HashMap<>();
        rooms.forEach(all::putAll);
        return Map.copyOf(all);
    }
}
