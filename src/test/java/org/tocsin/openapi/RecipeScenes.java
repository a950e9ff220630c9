package org.tocsin.openapi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.TestPeople;
import org.tocsin.openapi.Description.Operation;
import org.tocsin.party.Role;
import org.tocsin.report.FiledReport;

/** What the variables of a recipe stand for: what {@link Scenes} makes for the operation that it calls. */
final class RecipeScenes {

    /** By what tells a recipe: the scene that it plays in, and which of its variables is which part of the path. */
    private static final Map<String, Set> SETS = new LinkedHashMap<>();

    private record Set(String operation, Map<String, String> variables) {
    }

    /** Why a recipe is not run by this test, and where it is. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "while page=", "it has no end; ChangeFeedTest follows the feed",
            "# verify.sh", "WebhookSignatureTest checks a signature",
            "harbour.pem", "it needs TLS; BoundTokensTest has the certificate",
            "Tocsin-Client-Assertion", "it needs a token with wrong times; QuarantineTest signs an assertion",
            "openapi-generator-cli.jar", "GeneratedClientTest",
            "TOCSIN_TOKEN_URL", "PythonClientTest",
            "bin/verify", "EvidenceTest runs the verifier");

    static {
        set("/reports:validate", "POST /api/v1/reports:validate");
        set("/withdrawal/confirm", "POST /api/v1/reports/{id}/withdrawal/confirm", "REPORT", "id");
        set("/withdrawal/call-back", "POST /api/v1/reports/{id}/withdrawal/call-back", "REPORT", "id");
        set("/withdrawal\"", "POST /api/v1/reports/{id}/withdrawal", "REPORT", "id");
        set("/diff/", "GET /api/v1/reports/{id}/revisions/{from}/diff/{to}", "REPORT", "id");
        set("/revisions\"", "POST /api/v1/reports/{id}/revisions", "REPORT", "id");
        set("/close\"", "POST /api/v1/triage/{id}/close", "REPORT", "id");
        set("{\"text\": \"Nobody was on the mast", "POST /api/v1/questions/{id}/answer#text", "QUESTION", "id");
        set("{\"value\": \"high\"}", "POST /api/v1/questions/{id}/answer", "QUESTION", "id");
        set("/deliveries/$DELIVERY", "POST /api/v1/reports/{id}/deliveries/{delivery}/retry", "REPORT", "id", "DELIVERY", "delivery");
        set("/links/$LINK", "DELETE /api/v1/triage/{id}/links/{link}", "REPORT", "id", "LINK", "link");
        set("/notes\"", "POST /api/v1/triage/{id}/notes", "REPORT", "id");
        set("/behalf/call-back", "POST /api/v1/reports/{id}/behalf/call-back", "REPORT", "id");
        set("/behalf/confirmation", "POST /api/v1/reports/{id}/behalf/confirmation", "REPORT", "id");
        set("/attachments?name=", "POST /api/v1/reports/{id}/attachments", "REPORT", "id");
        set("/duty/pages", "GET /api/v1/duty/pages/{id}", "PAGE", "id");
        set("/refusal", "POST /api/v1/quarantine/{id}/refusal", "HELD", "id");
        set("/acceptance", "POST /api/v1/quarantine/{id}/acceptance", "HELD", "id");
        set("/rotation", "POST /api/v1/clients/{id}/rotation", "CLIENT", "id");
        set("/cut-off", "POST /api/v1/clients/{id}/cut-off", "CLIENT", "id");
        set("/holds", "POST /api/v1/reports/{id}/holds", "REPORT", "id");
        set("/deliveries\"", "GET /api/v1/reports/{id}/deliveries", "REPORT", "id");
        set("/graph", "GET /api/v1/assets/{ref}/graph");
    }

    private RecipeScenes() {
    }

    static Optional<String> elsewhere(Recipe recipe) {
        return ELSEWHERE.entrySet().stream().filter(each -> recipe.script().contains(each.getKey())).map(Map.Entry::getValue).findFirst();
    }

    static Map<String, String> variables(Recipe recipe) {
        Map<String, String> variables = new HashMap<>(people(recipe));
        SETS.entrySet().stream().filter(set -> recipe.script().contains(set.getKey())).findFirst().ifPresent(found -> {
            Call call = scene(found.getValue().operation());
            found.getValue().variables().forEach((variable, part) -> variables.put(variable, call.filled("{" + part + "}")));
        });
        if (recipe.script().contains("$REFERENCE") || recipe.script().contains("$OTHER")) {
            String reference = FiledReport.by(As.OPERATOR_A).reference();
            variables.putIfAbsent("REFERENCE", reference);
            variables.putIfAbsent("OTHER", reference);
        }
        return variables;
    }

    /** Where an organisation changes, it is one that no other test knows, and its own people ask. */
    private static Map<String, String> people(Recipe recipe) {
        Map<String, String> people = new HashMap<>(Map.of("SENSOR", As.SENSOR_A.token(), "OPERATOR", As.OPERATOR_A.token(),
                "COLLEAGUE", As.OPERATOR_A.token(), "LIAISON", As.LIAISON_1.token(), "ADMIN", As.ADMIN.token(), "AUDITOR", As.AUDITOR.token()));
        people.put("CLIENT", "sensor-" + UUID.randomUUID());
        if (recipe.script().contains("$ORGANISATION")) {
            String id = "org-" + UUID.randomUUID();
            Rows.column("insert into organisation (id, name) values (?, 'Of one recipe') returning id", id);
            people.put("ORGANISATION", id);
            people.put("OPERATOR", TestPeople.person(id, Role.OPERATOR).token());
        }
        return people;
    }

    /** What lies in the folder in which a person tries the recipes. */
    static void files(Path folder) throws IOException {
        Files.writeString(folder.resolve("report.json"), """
                {"title": "Stratum-1 server off by 40 ms", "awareAt": "2026-11-23T03:12:00Z",
                 "suspectedMalicious": "unknown", "crossBorder": "unknown"}""");
        Files.writeString(folder.resolve("chrony.log"), "2026-11-23T03:12:04Z chronyd[811]: Can't synchronise: no majority\n");
        Files.writeString(folder.resolve("capture.pcap"), "not really a capture, but bytes\n");
        Files.writeString(folder.resolve("inventory.csv"), "ref,name,kind,criticality\nrecipe-1,Server of a recipe,time-server,3\n");
        Files.writeString(folder.resolve("devices.json"), netBox());
    }

    private static String netBox() {
        Operation importing = Description.served().operations().stream()
                .filter(each -> each.name().equals("POST /api/v1/assets:import")).findFirst().orElseThrow();
        return importing.requestExamples().stream().filter(example -> example.name().equals("NetBox devices")).findFirst().orElseThrow().body();
    }

    private static Call scene(String name) {
        String[] parts = name.split("#");
        Operation operation = Description.committed().operations().stream().filter(each -> each.name().equals(parts[0])).findFirst().orElseThrow();
        return Scenes.of(operation, parts.length > 1 ? parts[1] : "").prepare();
    }

    private static void set(String marker, String operation, String... variables) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < variables.length; i += 2) {
            named.put(variables[i], variables[i + 1]);
        }
        SETS.put(marker, new Set(operation, named));
    }
}
