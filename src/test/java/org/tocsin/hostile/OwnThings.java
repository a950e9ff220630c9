package org.tocsin.hostile;

import io.restassured.http.ContentType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.tocsin.local.As;
import org.tocsin.local.Rows;
import org.tocsin.local.TestPeople;
import org.tocsin.report.Drafts;

/** An organisation of the suite's own, with people, reports and what belongs to them, which nobody else's test looks at. */
final class OwnThings implements Known {

    private final String organisation = "hostile-" + UUID.randomUUID();
    private final Map<String, List<TestPeople.Account>> people = new LinkedHashMap<>();
    private String report;
    private String attachment;
    private String upload;

    OwnThings() {
        Rows.column("insert into organisation (id, name) values (?, 'Hostile requests') returning id", organisation);
        people.put("operator", List.of(TestPeople.person(organisation, "operator"), TestPeople.person(organisation, "operator")));
        people.put("sensor", List.of(TestPeople.machine(organisation, "sensor")));
        people.put("liaison", List.of(TestPeople.person(organisation, "liaison")));
        people.put("auditor", List.of(TestPeople.person(organisation, "auditor")));
        people.put("admin", List.of(TestPeople.person(organisation, "admin")));
        operator().sends("{\"name\": \"clock\", \"kind\": \"gnss-receiver\", \"criticality\": \"high\"}").put("/api/v1/assets/clock");
        renew();
    }

    /** Another report, for the last one may be rejected, withdrawn or erased by now. */
    void renew() {
        report = operator().sends(Drafts.earlyWarning().toString()).post("/api/v1/reports").then().statusCode(201).extract().path("id");
        attachment = operator().asks().contentType(ContentType.TEXT).body("of no interest").queryParam("name", "log.txt")
                .post("/api/v1/reports/" + report + "/attachments").then().statusCode(201).extract().path("id");
        String begun = operator().asks().contentType(ContentType.TEXT).header("Upload-Complete", "?0").body("a beginning").queryParam("name", "more.txt")
                .post("/api/v1/reports/" + report + "/attachments").then().statusCode(201).extract().header("Location");
        upload = begun.substring(begun.lastIndexOf('/') + 1);
        people.get("liaison").get(0).sends("{\"version\": 1}").post("/api/v1/triage/" + report + "/claim");
    }

    private TestPeople.Account operator() {
        return people.get("operator").get(0);
    }

    @Override
    public String value(ApiOperation operation, String parameter) {
        return switch (parameter) {
            case "id" -> operation.path().contains("/reports/") || operation.path().contains("/triage/") ? report
                    : operation.path().contains("/organisations/") ? organisation : UUID.randomUUID().toString();
            case "ref" -> "clock";
            case "attachment" -> attachment;
            case "upload" -> upload;
            case "number", "from", "to" -> "1";
            case "tile" -> "0/000";
            default -> UUID.randomUUID().toString();
        };
    }

    @Override
    public String token(Random random, ApiOperation operation) {
        if (operation.path().startsWith("/cert/")) {
            return anyToken(random);
        }
        List<String> roles = operation.roles().stream().filter(people::containsKey).toList();
        return roles.isEmpty() ? anyToken(random) : Known.pick(random, people.get(Known.pick(random, roles))).token();
    }

    @Override
    public String anyToken(Random random) {
        return random.nextInt(10) == 0 ? As.OPERATOR_B.token() : Known.pick(random, people.get(Known.pick(random, List.copyOf(people.keySet())))).token();
    }
}
