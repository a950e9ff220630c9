package org.tocsin.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tocsin.clients.Program;
import org.tocsin.local.StackResource;

/** Every recipe of docs/api.md succeeds as it stands, on a machine with curl and little else. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class RecipesTest {

    @TestHTTPResource("/")
    URI service;

    @TestFactory
    Stream<DynamicTest> everyRecipeSucceedsAsItStands() {
        return Recipe.all().stream().filter(recipe -> RecipeScenes.elsewhere(recipe).isEmpty())
                .map(recipe -> DynamicTest.dynamicTest(recipe.name(), () -> succeeds(recipe)));
    }

    private void succeeds(Recipe recipe) throws Exception {
        // Given
        BareMachine machine = BareMachine.in(Files.createTempDirectory("recipe"));
        RecipeScenes.files(machine.folder());
        Map<String, String> variables = new HashMap<>(RecipeScenes.variables(recipe));

        // When
        Program ran = machine.run(variables, here(Recipe.tools() + recipe.script()));

        // Then
        assertThat(ran.status()).as("%s\n%s", recipe.script(), ran.said()).isZero();
        assertThat(ran.said()).doesNotContain("Not taken", "not found");
    }

    private String here(String script) {
        return script.replace("localhost:8080", "localhost:" + service.getPort())
                .replace("localhost:8180", "localhost:" + ConfigProvider.getConfig().getValue("tocsin.test.keycloak", String.class));
    }
}
