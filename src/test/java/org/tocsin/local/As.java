package org.tocsin.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The people and sensors of the test class that runs now, as a test speaks for them: {@code As.OPERATOR_A.asks().get(…)}. They are called
 * like those of the demo, with the class behind it.
 */
public enum As {
    OPERATOR_A("operator-a", "operator", TestOrganisation.A),
    OPERATOR_B("operator-b", "operator", TestOrganisation.B),
    SENSOR_A("sensor-a", "sensor", TestOrganisation.A),
    SENSOR_B("sensor-b", "sensor", TestOrganisation.B),
    LIAISON_1("liaison-1", "liaison", null),
    LIAISON_2("liaison-2", "liaison", null),
    AUDITOR("auditor", "auditor", null),
    ADMIN("admin", "admin", null);

    /** Begins the name of where people of our side belong; it reports nothing and is not registered. */
    private static final String OUR_SIDE = "cert-";

    private final String name;
    private final String role;
    private final TestOrganisation organisation;

    As(String name, String role, TestOrganisation organisation) {
        this.name = name;
        this.role = role;
        this.organisation = organisation;
    }

    /** By the name in the demo. */
    static Optional<As> named(String name) {
        return Stream.of(values()).filter(one -> one.name.equals(name)).findFirst();
    }

    public TestPeople.Account account() {
        return TestPeople.account(name + "-" + RunningClass.word(), organisation == null ? OUR_SIDE + RunningClass.word() : organisation.id(), role, role.equals("sensor"));
    }

    /** A person's user name, or a machine's client id. */
    public String user() {
        return account().name();
    }

    /** The id of the organisation that it acts for. */
    public String organisation() {
        return organisation.id();
    }

    public String token() {
        return account().token();
    }

    public RequestSpecification asks() {
        return account().asks();
    }

    public RequestSpecification sends(String json) {
        return asks().contentType(ContentType.JSON).body(json);
    }

    public RequestSpecification sends(JsonNode json) {
        return sends(json.toString());
    }
}
