package org.tocsin.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.tocsin.delivery.channel.Channel;
import org.tocsin.delivery.channel.Outcome;
import org.tocsin.delivery.channel.Parcel;

/** How an attempt ends that no channel ended. */
class DeliverySenderTest {

    private final Destinations destinations = Mockito.mock(Destinations.class);
    private final Parcel parcel = new Parcel(UUID.randomUUID(), "somewhere", new byte[0]);

    @Test
    void aChannelThatFailsInAWayOfItsOwnStillEndsTheAttempt() {
        // Given
        known("broken");
        Channel broken = channel("broken");
        Mockito.when(broken.send(parcel)).thenThrow(new IllegalStateException("no such client"));

        // When
        Outcome outcome = outcome(broken);

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Unanswered("Something failed on our side: IllegalStateException."));
    }

    @Test
    void aKindThatNobodySpeaksEndsTheAttempt() {
        // Given
        known("pigeon");

        // When
        Outcome outcome = outcome(channel("cert"));

        // Then
        assertThat(outcome).isInstanceOf(Outcome.Unanswered.class);
    }

    @Test
    void aDestinationThatIsGoneIsARefusal() {
        assertThat(outcome(channel("cert"))).isEqualTo(new Outcome.Refused("The destination is no longer configured here."));
    }

    @SuppressWarnings("unchecked")
    private Outcome outcome(Channel channel) {
        Instance<Channel> channels = Mockito.mock(Instance.class);
        Mockito.when(channels.stream()).thenReturn(Stream.of(channel));
        return new DeliverySender(Mockito.mock(EntityManager.class), Mockito.mock(Outcomes.class), destinations, channels,
                new DeliveryMetrics(new SimpleMeterRegistry())).send(parcel);
    }

    private void known(String kind) {
        DeliveryConfig.Destination destination = Mockito.mock(DeliveryConfig.Destination.class);
        Mockito.when(destination.kind()).thenReturn(kind);
        Mockito.when(destinations.find("somewhere")).thenReturn(Optional.of(destination));
    }

    private static Channel channel(String kind) {
        Channel channel = Mockito.mock(Channel.class);
        Mockito.when(channel.kind()).thenReturn(kind);
        return channel;
    }
}
