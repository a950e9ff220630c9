package org.tocsin.web.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.local.As;
import org.tocsin.local.RawHttp;
import org.tocsin.local.StackResource;
import org.tocsin.local.WebSession;
import org.tocsin.web.Paths;

/** Queries with what an operation does not know: every operation of the API, and every page. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class QueryTest {

    private static final List<As> CALLERS = List.of(As.OPERATOR_A, As.LIAISON_1, As.AUDITOR, As.ADMIN, As.SENSOR_A);
    private static final Map<As, String> SESSIONS = new TreeMap<>();

    @TestHTTPResource("/")
    URI home;

    /** @param type of its body; null when it takes none */
    record Operation(String method, String path, String type, Set<String> query) {

        String address() {
            return path.replaceAll("\\{[^}]*}", "x");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static List<Operation> operations() throws IOException {
        List<Operation> operations = new ArrayList<>();
        JsonNode description = new YAMLMapper().readTree(java.nio.file.Path.of("docs", "openapi.yaml").toFile());
        description.path("paths").properties().forEach(path -> path.getValue().properties().forEach(each -> {
            Set<String> query = new TreeSet<>();
            each.getValue().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asText().equals("query")) {
                    query.add(parameter.path("name").asText());
                }
            });
            var types = each.getValue().path("requestBody").path("content").fieldNames();
            // The CERT's protocol wants certificates: peer.PeerQueryTest.
            if (!path.getKey().startsWith("/cert")) {
                operations.add(new Operation(each.getKey().toUpperCase(), path.getKey(), types.hasNext() ? types.next() : null, query));
            }
        }));
        assertThat(operations).hasSizeGreaterThan(90);
        return operations;
    }

    /** By the first of our callers who may call it at all. */
    private static Response ask(Operation operation, String query) {
        Response answer = null;
        for (As caller : CALLERS) {
            RequestSpecification request = given().auth().oauth2(caller.token()).urlEncodingEnabled(false);
            if (operation.type() != null) {
                request = request.config(RestAssured.config().encoderConfig(EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/partial-upload", ContentType.BINARY))).contentType(operation.type()).body("{}".getBytes(StandardCharsets.UTF_8));
            }
            answer = request.request(operation.method(), operation.address() + query);
            if (answer.statusCode() != 403) {
                return answer;
            }
        }
        return answer;
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationRefusesAParameterThatItDoesNotKnow(Operation operation) {
        Response answer = ask(operation, "?utm_source=x");

        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        if (!operation.method().equals("HEAD")) {
            assertThat(answer.contentType()).isEqualTo("application/problem+json");
            assertThat(answer.jsonPath().getList("faults.pointer")).contains("/utm_source");
            assertThat(answer.jsonPath().getList("faults.code")).contains("unknown-parameter");
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationKnowsTheParametersOfItsDescriptionAndTakesNoneEmpty(Operation operation) {
        for (String name : operation.query()) {
            Response answer = ask(operation, "?" + name + "=&" + name.charAt(0) + "_" + name.substring(1) + "=1");

            assertThat(answer.statusCode()).as(name + ": " + answer.asString()).isEqualTo(400);
            assertThat(answer.jsonPath().getString("faults.find { it.pointer == '/" + name + "' }.code")).isEqualTo("empty-parameter");
            assertThat(answer.jsonPath().getString("faults.find { it.code == 'unknown-parameter' }.message")).contains("Did you mean \"" + name + "\"?");
        }
    }

    private String session(As person) {
        return SESSIONS.computeIfAbsent(person, who -> new WebSession(home).signIn(who, "/").cookies());
    }

    record PageRoute(String path, List<String> roles) {

        String address() {
            return path.replaceAll("\\{[^}]*}", "x");
        }

        @Override
        public String toString() {
            return path;
        }
    }

    static List<PageRoute> pages() {
        List<PageRoute> pages = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tocsin").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).map(type -> type.reflect())
                .filter(type -> !Paths.isForMachines(type.getAnnotation(Path.class).value()))
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).filter(method -> method.isAnnotationPresent(GET.class)).map(method -> page(type, method)))
                .toList();
        assertThat(pages).hasSizeGreaterThan(30);
        return pages;
    }

    private static PageRoute page(Class<?> type, Method method) {
        String below = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
        RolesAllowed roles = method.isAnnotationPresent(RolesAllowed.class) ? method.getAnnotation(RolesAllowed.class) : type.getAnnotation(RolesAllowed.class);
        return new PageRoute((type.getAnnotation(Path.class).value() + "/" + below).replaceAll("/+", "/").replaceAll("(?<=.)/$", ""),
                roles == null ? List.of() : List.of(roles.value()));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageLeadsToItsAddressWithoutWhatItDoesNotKnow(PageRoute page) {
        As person = page.roles().isEmpty() ? As.OPERATOR_A : Stream.of(As.OPERATOR_A, As.LIAISON_1, As.AUDITOR, As.ADMIN)
                .filter(each -> page.roles().contains(each.name().toLowerCase(Locale.ROOT).replaceAll("_.*", ""))).findFirst().orElseThrow();

        RawHttp.Answer answer = new RawHttp(home).get(page.address() + "?utm_source=news%20mail&fbclid=1;x", "Cookie: " + session(person), "Accept: text/html");

        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo(page.address());
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void whatAPageKnowsIsKeptByteForByte() {
        RawHttp.Answer answer = new RawHttp(home).get("/assets?utm_source=x&q=%c3%bc+a%2Bb|{}&fbclid=1&kind=", "Cookie: " + session(As.OPERATOR_A), "Accept: text/html");

        assertThat(answer.status()).isEqualTo(400);
        answer = new RawHttp(home).get("/assets?utm_source=x&q=%c3%bc+a%2Bb&fbclid=1&kind=", "Cookie: " + session(As.OPERATOR_A), "Accept: text/html");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/assets?q=%c3%bc+a%2Bb&kind=");
    }

    @Test
    void aFormIsDealtWithWhateverHangsOnItsAddress() {
        RawHttp.Answer answer = new RawHttp(home).send("POST /language?utm_source=x HTTP/1.1", "language=de", "Cookie: " + session(As.OPERATOR_A),
                "Content-Type: application/x-www-form-urlencoded", "Sec-Fetch-Site: same-origin");

        assertThat(answer.status()).as(answer.text()).isLessThan(400);
        assertThat(answer.text()).contains("tocsin-language=de");
    }

    @Test
    void whoHasNotSignedInIsSentToTheSignInFirst() {
        RawHttp.Answer answer = new RawHttp(home).get("/reports?utm_source=x", "Accept: text/html");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/protocol/openid-connect/auth");
    }
}
