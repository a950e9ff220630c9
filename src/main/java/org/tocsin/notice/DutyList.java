package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Who is rung, one after the other. */
@ApplicationScoped
class DutyList {

    private final DutyConfig config;
    private final List<String> names;

    DutyList(DutyConfig config) {
        this.config = config;
        this.names = config.contacts().entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, DutyConfig.Contact>>comparingInt(each -> each.getValue().order())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    int size() {
        return names.size();
    }

    /** Whose turn it is after so many rings: after the last the first again, until somebody answers. */
    String next(int rings) {
        return names.get(rings % names.size());
    }

    Optional<DutyConfig.Contact> find(String name) {
        return Optional.ofNullable(config.contacts().get(name));
    }

    void each(BiConsumer<String, DutyConfig.Contact> told) {
        names.forEach(name -> told.accept(name, config.contacts().get(name)));
    }

    Duration escalateAfter() {
        return config.escalateAfter();
    }
}
