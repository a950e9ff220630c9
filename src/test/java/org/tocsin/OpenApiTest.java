package org.tocsin;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.tocsin.local.StackResource;

/** The committed API description is what is served. To renew it: mvn test -Dtest=OpenApiTest -Dtocsin.openapi.write */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class OpenApiTest {

    /** Each instance names its own. */
    private static final String EXAMPLE_ISSUER = "https://identity.example/realms/tocsin";
    private static final Path COMMITTED = Path.of("docs", "openapi.yaml");

    @Test
    void theCommittedDescriptionIsWhatIsServed() throws IOException {
        String served = given().accept("application/yaml").get("/openapi").then().statusCode(200).extract().asString()
                .replace(ConfigProvider.getConfig().getValue("tocsin.issuer", String.class), EXAMPLE_ISSUER);
        if (System.getProperty("tocsin.openapi.write") != null) {
            Files.writeString(COMMITTED, served);
        }

        assertThat(served).isEqualTo(Files.readString(COMMITTED));
    }
}
