package org.tocsin.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tocsin.LeftAlone;
import org.tocsin.local.StackResource;

@QuarkusTest
@TestProfile(LeftAlone.class)
@QuarkusTestResource(StackResource.class)
public class SwaggerUiOffTest {

    public static class Off implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("tocsin.docs.enabled", "false");
        }
    }

    @Test
    void whereItIsOffNothingOfItIsThere() {
        assertThat(given().redirects().follow(false).get("/q/swagger-ui/").statusCode()).isEqualTo(404);
        assertThat(given().get("/openapi").asString()).doesNotContain("signIn").contains("bearer");
    }

    @Test
    void itIsOffUnlessTheProfileIsOneOfThoseThatAreNoProduction() throws IOException {
        assertThat(enabledIn("prod")).isFalse();
        assertThat(enabledIn("demo")).isTrue();
    }

    private static boolean enabledIn(String profile) throws IOException {
        return new SmallRyeConfigBuilder().withProfile(profile)
                .withSources(new PropertiesConfigSource(Path.of("src/main/resources/application.properties").toUri().toURL()))
                .addDefaultInterceptors().build().getValue("quarkus.swagger-ui.enabled", Boolean.class);
    }
}
