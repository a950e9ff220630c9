package org.tocsin.local;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Profiles that do not touch each other, as one: each that differs costs the start of an application. */
public abstract class ProfileOf implements QuarkusTestProfile {

    private final List<QuarkusTestProfile> parts;

    protected ProfileOf(QuarkusTestProfile... parts) {
        this.parts = List.of(parts);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> all = new HashMap<>();
        parts.forEach(part -> all.putAll(part.getConfigOverrides()));
        return all;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return parts.stream().flatMap(part -> Stream.ofNullable(part.testResources()).flatMap(List::stream)).toList();
    }
}
