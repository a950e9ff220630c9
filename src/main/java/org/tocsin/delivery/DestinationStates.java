package org.tocsin.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.delivery.channel.Channel;
import org.tocsin.delivery.channel.Step;
import org.tocsin.json.Json;
import org.tocsin.party.Caller;
import org.tocsin.problem.Problem;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;

/** How it stands with each destination, and whether its line is open. */
@ApplicationScoped
public class DestinationStates {

    /**
     * @param name     as the configuration has it
     * @param audience its own name
     * @param pending  how many deliveries wait
     * @param failing  how many of them have failed at least once
     */
    public record State(String name, String title, URI url, String kind, String audience, long pending, long failing) {
    }

    private final DeliveryConfig config;
    private final Destinations destinations;
    private final Backlog backlog;
    private final Instance<Channel> channels;
    private final Transactions transactions;
    private final Audit audit;
    private final Now now;

    DestinationStates(DeliveryConfig config, Destinations destinations, Backlog backlog, @Any Instance<Channel> channels,
            Transactions transactions, Audit audit, Now now) {
        this.config = config;
        this.destinations = destinations;
        this.backlog = backlog;
        this.channels = channels;
        this.transactions = transactions;
        this.audit = audit;
        this.now = now;
    }

    /** In the order of their names. */
    public List<State> all() {
        Map<String, Backlog.Count> counts = backlog.byDestination();
        return destinations.names().stream().map(name -> {
            DeliveryConfig.Destination destination = config.destinations().get(name);
            Backlog.Count count = counts.getOrDefault(name, Backlog.Count.NONE);
            return new State(name, destination.title(), destination.url(), destination.kind(), destination.audience(),
                    count.pending(), count.failing());
        }).toList();
    }

    /**
     * Nothing is delivered by it, and no transaction is open meanwhile.
     *
     * @throws Problem 404
     */
    public List<Step> tryLine(Caller admin, String name) {
        DeliveryConfig.Destination destination = destinations.find(name).orElseThrow(() -> Problem.notFound("destination"));
        List<Step> steps = channels.stream().filter(channel -> channel.kind().equals(destination.kind())).findFirst()
                .map(channel -> channel.tryLine(name))
                .orElseGet(() -> List.of(new Step("Find out how to speak to it", false, "Nothing here speaks " + destination.kind() + ".")));
        ObjectNode detail = Json.MAPPER.createObjectNode().put("destination", name).put("good", steps.stream().allMatch(Step::good));
        detail.put("seen", steps.get(steps.size() - 1).seen());
        transactions.seeing(Sight.all(), () -> {
            audit.write(new AuditEvent(null, null, "destination.tried", admin.actor(), Audience.INTERNAL, now.instant(), detail));
        });
        return steps;
    }
}
