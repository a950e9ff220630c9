package org.tocsin.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/** Those to whom reports can be released. */
@ApplicationScoped
public class Destinations {

    private final DeliveryConfig config;

    Destinations(DeliveryConfig config) {
        this.config = config;
    }

    public Optional<DeliveryConfig.Destination> find(String name) {
        return Optional.ofNullable(config.destinations().get(name));
    }

    /** What people call it, also when it is no longer configured. */
    public String title(String name) {
        return find(name).map(DeliveryConfig.Destination::title).orElse(name);
    }

    /** In the order of their names. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(config.destinations().keySet()));
    }

    /**
     * @param asked names; none means all
     * @throws Problem 422 when one of them is not a destination, or when there is none at all
     */
    public List<String> chosen(List<String> asked) {
        if (names().isEmpty()) {
            throw Problem.conflict("no-destination", "No destination",
                    "No destination is configured here, so nothing can be released.");
        }
        if (asked == null || asked.isEmpty()) {
            return names();
        }
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (find(asked.get(i)).isEmpty()) {
                faults.add(new Fault("/destinations/" + i, "unknown-destination",
                        "There is no such destination. Known here: " + String.join(", ", names()) + "."));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("release", faults);
        }
        return List.copyOf(new TreeSet<>(asked));
    }
}
