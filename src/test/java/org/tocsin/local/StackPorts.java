package org.tocsin.local;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Which part of the stack listens where. */
final class StackPorts {

    private static final Map<LocalStack.Part, Set<Port>> PORTS = Map.of(
            LocalStack.Part.DATABASE, EnumSet.of(Port.DATABASE),
            LocalStack.Part.IDENTITY, EnumSet.of(Port.KEYCLOAK, Port.KEYCLOAK_TLS),
            LocalStack.Part.TOCSIN, EnumSet.of(Port.TOCSIN, Port.TOCSIN_TLS, Port.TOCSIN_MANAGEMENT),
            LocalStack.Part.CERT, EnumSet.of(Port.CERT, Port.CERT_TLS, Port.CERT_MANAGEMENT));

    private StackPorts() {
    }

    static Set<Port> of(Set<LocalStack.Part> parts) {
        Set<Port> ports = EnumSet.noneOf(Port.class);
        parts.forEach(part -> ports.addAll(PORTS.get(part)));
        return ports;
    }
}
