package org.tocsin.time;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import org.apache.commons.net.ntp.NTPUDPClient;
import org.apache.commons.net.ntp.NtpV3Packet;
import org.apache.commons.net.ntp.TimeInfo;

/** Asks one server by SNTP (RFC 5905 section 14). Nothing proves who answers, so no answer counts alone. */
final class Sntp {

    private static final int UNSYNCHRONISED = 3;
    private static final int HIGHEST_STRATUM = 15;
    /** The library's clock ticks in milliseconds, twice here and twice there. */
    private static final Duration GRAIN = Duration.ofMillis(2);

    private final String name;
    private final int port;
    private final Duration patience;

    /** @param source host, or host:port */
    Sntp(String source, Duration patience) {
        int colon = source.lastIndexOf(':');
        boolean hasPort = colon > 0 && source.substring(colon + 1).matches("[0-9]{1,5}") && source.indexOf(':') == colon;
        name = hasPort ? source.substring(0, colon) : source;
        port = hasPort ? Integer.parseInt(source.substring(colon + 1)) : NTPUDPClient.DEFAULT_PORT;
        this.patience = patience;
    }

    /** @throws NoAnswer when it is not there, not synchronised itself, or answers another question */
    SourceAnswer ask() throws NoAnswer {
        try (NTPUDPClient client = new NTPUDPClient()) {
            client.setDefaultTimeout(patience);
            client.open();
            long before = System.currentTimeMillis();
            TimeInfo answer = client.getTime(InetAddress.getByName(name), port);
            answer.computeDetails();
            return read(answer, before);
        } catch (IOException e) {
            throw new NoAnswer(label() + " did not answer");
        }
    }

    String label() {
        return port == NTPUDPClient.DEFAULT_PORT ? name : name + ":" + port;
    }

    private SourceAnswer read(TimeInfo answer, long before) throws NoAnswer {
        NtpV3Packet said = answer.getMessage();
        long asked = said.getOriginateTimeStamp().getTime();
        if (said.getMode() != NtpV3Packet.MODE_SERVER || asked < before || asked > answer.getReturnTime()) {
            throw new NoAnswer(label() + " answered something else than was asked");
        }
        if (said.getLeapIndicator() == UNSYNCHRONISED || said.getStratum() < 1 || said.getStratum() > HIGHEST_STRATUM) {
            throw new NoAnswer(label() + " says that it is not synchronised");
        }
        if (answer.getOffset() == null || answer.getDelay() == null || answer.getDelay() < 0) {
            throw new NoAnswer(label() + " gave no usable times");
        }
        double root = said.getRootDispersionInMillisDouble() + said.getRootDelayInMillisDouble() / 2;
        Duration uncertainty = Duration.ofNanos((long) (root * 1_000_000)).abs().plus(Duration.ofMillis(answer.getDelay()).dividedBy(2)).plus(GRAIN);
        return new SourceAnswer(label(), Duration.ofMillis(answer.getOffset()), uncertainty);
    }
}
