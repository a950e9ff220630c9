package org.tocsin.local;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tocsin.json.Json;

/** The demo's inventories, as those of the running class's own organisations. */
public final class DemoAssets {

    private static final Path DIRECTORY = Path.of("src/main/docker/demo");

    private DemoAssets() {
    }

    public static ArrayNode of(TestOrganisation organisation) {
        try {
            String assets = Files.readString(DIRECTORY.resolve("inventory-" + organisation.inTheDemo + ".json"));
            for (TestOrganisation own : TestOrganisation.values()) {
                assets = assets.replace('"' + own.inTheDemo + '"', '"' + own.id() + '"');
            }
            return (ArrayNode) Json.MAPPER.readTree(assets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
