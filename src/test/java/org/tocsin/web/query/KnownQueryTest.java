package org.tocsin.web.query;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tocsin.problem.Fault;

class KnownQueryTest {

    static class Bean {
        @QueryParam("inBean")
        String field;
        String other;
    }

    enum Own implements QueryParameter {
        ROW, TEXT;

        @Override
        public String code() {
            return name().toLowerCase();
        }

        @Override
        public boolean isRepeatable() {
            return this == ROW;
        }
    }

    interface Operations {
        void many(@PathParam("id") String id, @QueryParam("q") String q, @QueryParam("row") List<String> rows, @RestQuery int limit, @RestQuery("dry-run") boolean dryRun,
                @BeanParam Bean bean, @FormParam("f") String form, String body);

        @ReadsQuery(Own.class)
        void own();

        void described(@Parameter(schema = @Schema(minimum = "1", maximum = "500")) @QueryParam("limit") int limit,
                @Parameter(schema = @Schema(enumeration = {"merge", "replace"})) @QueryParam("mode") String mode,
                @Parameter(schema = @Schema(minLength = 2, maxLength = 3)) @QueryParam("text") String text,
                @Parameter(schema = @Schema(pattern = "^[a-z]+$")) @QueryParam("word") String word);

        void none(@PathParam("id") String id);
    }

    private static KnownQuery of(String name) {
        Method method = Stream.of(Operations.class.getMethods()).filter(each -> each.getName().equals(name)).findFirst().orElseThrow();
        return KnownQuery.of(method);
    }

    private static List<Fault> faults(String operation, String... namesAndValues) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            sent.put(namesAndValues[i], List.of(namesAndValues[i + 1].split("\\|", -1)));
        }
        return of(operation).faults(sent);
    }

    @Test
    void theMethodSaysWhatIsKnown() {
        assertThat(of("many").names()).containsExactlyInAnyOrder("q", "row", "limit", "dry-run", "inBean");
        assertThat(of("own").names()).containsExactly("row", "text");
        assertThat(of("none").names()).isEmpty();
    }

    @Test
    void allIsToldAtOnceWithTheParametersNames() {
        assertThat(faults("many", "dry_run", "true", "q", "a|b", "row", "a||c", "limit", "many", "dry-run", "yes", "id", "1", "f", "2")).extracting(Fault::pointer, Fault::code)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("/dry_run", "unknown-parameter"), org.assertj.core.groups.Tuple.tuple("/q", "repeated"),
                        org.assertj.core.groups.Tuple.tuple("/row/1", "empty-parameter"), org.assertj.core.groups.Tuple.tuple("/limit", "not-a-number"),
                        org.assertj.core.groups.Tuple.tuple("/dry-run", "unknown-word"), org.assertj.core.groups.Tuple.tuple("/id", "unknown-parameter"),
                        org.assertj.core.groups.Tuple.tuple("/f", "unknown-parameter"));
        assertThat(faults("many", "dry_run", "true").get(0).message()).contains("Did you mean \"dry-run\"?");
        assertThat(faults("none", "x", "1").get(0).message()).contains("takes none");
    }

    @ParameterizedTest
    @CsvSource({"limit,0,out-of-range", "limit,501,out-of-range", "limit,-1,out-of-range", "limit,1.5,not-a-number", "limit,'',empty-parameter", "limit,99999999999999999999,not-a-number",
            "limit,4294967297,out-of-range", "mode,Replace,unknown-word", "mode,'',empty-parameter", "text,a,too-short", "text,abcd,too-long", "word,a1,wrong-form"})
    void aValueIsWhatItsDescriptionSays(String name, String value, String code) {
        assertThat(faults("described", name, value)).extracting(Fault::code).containsExactly(code);
    }

    @ParameterizedTest
    @CsvSource({"limit,1", "limit,500", "mode,merge", "text,ab", "text,abc", "word,abc"})
    void atTheEdgeItIsTaken(String name, String value) {
        assertThat(faults("described", name, value)).isEmpty();
    }

    @Test
    void aNameThatLooksLikeNoneIsNotRepeated() {
        Fault fault = faults("many", "<script>alert(1)</script>", "1").get(0);

        assertThat(fault.pointer()).isEmpty();
        assertThat(fault.message()).doesNotContain("script");
    }
}
