package org.tocsin.time;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.enterprise.event.Event;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The clock's watch in a process of its own, without sources: says its alarms, one in a line, until its input ends. */
final class WatchedClock {

    private static final int HIGHEST = 1000;

    private WatchedClock() {
    }

    public static void main(String[] arguments) throws Exception {
        TimeConfig config = new SmallRyeConfigBuilder().withConverter(Duration.class, HIGHEST, new DurationConverter())
                .withDefaultValue("tocsin.time.chronyc", "no-such-program").withMapping(TimeConfig.class).build().getConfigMapping(TimeConfig.class);
        new ClockWatch(new Now(), new ClockSources(config), forgetful(), config, said()).start(null);
        System.out.println("begun");
        while (System.in.read() >= 0) {
            // until whoever started us is gone
        }
    }

    private static ClockMemory forgetful() {
        return new ClockMemory() {
            @Override
            public Optional<Instant> last() {
                return Optional.empty();
            }

            @Override
            public void keep(Instant right) {
                System.out.println("kept");
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static Event<ClockAlarm> said() {
        return (Event<ClockAlarm>) Proxy.newProxyInstance(WatchedClock.class.getClassLoader(), new Class<?>[] {Event.class}, (event, method, given) -> {
            System.out.println(((ClockAlarm) given[0]).words());
            return null;
        });
    }
}
