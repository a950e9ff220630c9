package org.tocsin.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Which number each port of the stack has. */
public record Ports(Map<Port, Integer> numbers) {

    /** Below those of outgoing connections (32768 to 60999 on Linux). */
    private static final int FIRST = 17_000;
    private static final int PROCESSES = 1_000;
    /** The stack's own and some more that tests listen on. */
    private static final int EACH = 15;

    public Ports {
        numbers = Map.copyOf(numbers);
    }

    public static Ports from(Map<String, String> environment) {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            String chosen = environment.get(port.variable);
            numbers.put(port, chosen == null || chosen.isBlank() ? port.usual : number(port, chosen.strip()));
        }
        return new Ports(numbers);
    }

    private static int number(Port port, String chosen) {
        if (!chosen.matches("[0-9]{1,5}") || Integer.parseInt(chosen) < 1 || Integer.parseInt(chosen) > 65535) {
            throw new StackFailure(port.variable + " is not a port number: " + chosen);
        }
        return Integer.parseInt(chosen);
    }

    /**
     * Ports that nobody listens on now and that no other stack has reserved. Not the system's choice: from those it takes for outgoing
     * connections, and between being found and being used another process could be given one.
     */
    public static Ports free() {
        Map<Port, Integer> numbers = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            numbers.put(port, another());
        }
        return new Ports(numbers);
    }

    /** One more of this kind, for something that a test listens with. */
    public static int another() {
        int next = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * EACH;
        while (!PortReservation.take(next) || taken(next)) {
            next++;
        }
        return next;
    }

    public int of(Port port) {
        return numbers.get(port);
    }

    /** What the placeholders in the realm files mean: variable to number. */
    public Map<String, String> byVariable() {
        return numbers.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().variable, e -> e.getValue().toString()));
    }

    /** Asked before anything is started: a port in use should be one line now, not a stack trace in a log later. */
    public void requireFree(Iterable<Port> needed) {
        for (Port port : needed) {
            if (taken(of(port))) {
                throw new StackFailure("Port " + of(port) + " (" + port.purpose + ") is in use. Free it, or set "
                        + port.variable + " to another.");
            }
        }
    }

    private static boolean taken(int number) {
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the last run that are still in TIME_WAIT do not make a port taken.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
            return false;
        } catch (IOException inUse) {
            return true;
        }
    }
}
