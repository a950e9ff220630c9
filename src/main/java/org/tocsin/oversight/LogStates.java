package org.tocsin.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.Checkpoints;
import org.tocsin.audit.TransparencyLog;
import org.tocsin.audit.WitnessStandings;
import org.tocsin.audit.log.Checkpoint;
import org.tocsin.audit.log.Cosignature;
import org.tocsin.audit.log.SignatureLine;
import org.tocsin.time.ClockAlarm;
import org.tocsin.time.ClockReading;
import org.tocsin.time.ClockWatch;

/** Says how the log and its clock stand, for page and API alike. */
@ApplicationScoped
class LogStates {

    static final String OWN = "log";
    static final String OTHER = "other";
    /** A time of 8 bytes and an Ed25519 signature of 64 (C2SP tlog-cosignature). */
    private static final int COSIGNATURE_BYTES = 72;

    private final TransparencyLog log;
    private final Checkpoints checkpoints;
    private final WitnessStandings witnesses;
    private final ClockWatch clock;

    LogStates(TransparencyLog log, Checkpoints checkpoints, WitnessStandings witnesses, ClockWatch clock) {
        this.log = log;
        this.checkpoints = checkpoints;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    LogState now() {
        Optional<Checkpoints.Signed> last = checkpoints.last();
        return new LogState(log.origin(),
                last.map(signed -> Checkpoint.parse(signed.note().text()).size()).orElse(0L),
                last.map(signed -> signed.note().written()).orElse(null),
                last.map(Checkpoints.Signed::at).orElse(null),
                last.map(signed -> signed.age().toSeconds()).orElse(null),
                last.map(signed -> signed.note().signatures().stream().map(this::signature).toList()).orElse(List.of()),
                witnesses.now().stream()
                        .map(each -> new LogState.LogWitness(each.name(), each.size(), each.at(), each.problem(), each.since()))
                        .toList(),
                clock());
    }

    private LogState.LogSignature signature(SignatureLine line) {
        boolean own = line.name().equals(log.origin());
        boolean timed = !own && line.signature().length == COSIGNATURE_BYTES;
        return new LogState.LogSignature(line.name(), own ? OWN : OTHER, timed ? Instant.ofEpochSecond(Cosignature.time(line.signature())) : null);
    }

    private LogState.ClockState clock() {
        ClockReading reading = clock.reading();
        ClockAlarm alarm = clock.standing();
        return new LogState.ClockState(reading.words(), reading.verified(), reading.sources(), written(reading.offset()), written(reading.uncertainty()),
                alarm == null ? null : alarm.words(), alarm == null ? null : alarm.at());
    }

    private static String written(Duration duration) {
        return duration == null ? null : duration.toString();
    }
}
