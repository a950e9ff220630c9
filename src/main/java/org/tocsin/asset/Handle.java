package org.tocsin.asset;

import java.net.InetAddress;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Anything by which an asset can be pointed at, in one normal form, so that entries, edges and
 * reports meet by plain equality: in memory and in an index of the database alike.
 *
 * <p>What means something only inside one organisation (its refs, serial numbers, private addresses,
 * host names without a domain) carries that organisation: two that have a 10.0.0.1 do not share a server.
 *
 * @param kind         ref, hostname, ip, clock, serial, mac
 * @param organisation null when it means the same everywhere
 */
record Handle(String kind, String organisation, String value) {

    static Handle ref(String organisation, String ref) {
        return new Handle("ref", organisation, ref);
    }

    /** Empty when the value is not one of that kind. */
    static Optional<Handle> of(IdentifierKind kind, String value, String organisation) {
        return switch (kind) {
            case HOSTNAME -> host(value, organisation);
            case IP -> Spelling.address(value).map(address -> ip(address, organisation));
            case CLOCK_IDENTITY -> Spelling.clockIdentity(value).map(id -> new Handle("clock", null, id));
            case SERIAL -> Spelling.serial(value).map(serial -> new Handle("serial", organisation, serial));
            case MAC -> Spelling.mac(value).map(mac -> new Handle("mac", organisation, mac));
        };
    }

    /** What one entry answers to. */
    static Set<Handle> of(String organisation, AssetDocument asset) {
        Set<Handle> handles = new LinkedHashSet<>();
        handles.add(ref(organisation, asset.ref()));
        asset.identifiers().forEach(identifier ->
                of(identifier.kind(), identifier.value(), organisation).ifPresent(handles::add));
        return handles;
    }

    /** What a report's reference may be meant by, seen from the organisation that reports. */
    static Set<Handle> of(String organisation, AssetReference reference) {
        Set<Handle> handles = new LinkedHashSet<>();
        if (reference.ref() != null) {
            handles.add(ref(organisation, reference.ref()));
        }
        add(handles, IdentifierKind.HOSTNAME, reference.hostname(), organisation);
        add(handles, IdentifierKind.IP, reference.ip(), organisation);
        add(handles, IdentifierKind.CLOCK_IDENTITY, reference.clockIdentity(), organisation);
        add(handles, IdentifierKind.SERIAL, reference.serial(), organisation);
        return handles;
    }

    /** Where an edge leads; the checks of {@link AssetRules} have seen to it that this is exactly one. */
    static Optional<Handle> of(String organisation, EdgeTarget target) {
        if (target.ref() != null) {
            return Optional.of(ref(target.organisation() == null ? organisation : target.organisation(), target.ref()));
        }
        AssetReference other = new AssetReference(null, target.hostname(), target.ip(), target.clockIdentity(), target.serial());
        return of(organisation, other).stream().findFirst();
    }

    /** As the database keeps it: {@code ip:192.0.2.1}, {@code ref@org-a:ntp-1}. */
    String text() {
        return organisation == null ? kind + ":" + value : kind + "@" + organisation + ":" + value;
    }

    /** For people: {@code org-a/ntp-1}, {@code 192.0.2.1}. */
    String name() {
        return kind.equals("ref") ? organisation + "/" + value : value;
    }

    static Handle parse(String text) {
        int colon = text.indexOf(':');
        int at = text.lastIndexOf('@', colon);
        return at < 0
                ? new Handle(text.substring(0, colon), null, text.substring(colon + 1))
                : new Handle(text.substring(0, at), text.substring(at + 1, colon), text.substring(colon + 1));
    }

    private static void add(Set<Handle> handles, IdentifierKind kind, String value, String organisation) {
        if (value != null) {
            of(kind, value, organisation).ifPresent(handles::add);
        }
    }

    /** Many logs print an address where a name is expected. */
    private static Optional<Handle> host(String value, String organisation) {
        Optional<InetAddress> address = Spelling.address(value);
        if (address.isPresent()) {
            return address.map(known -> ip(known, organisation));
        }
        return Spelling.hostname(value).map(name -> new Handle("hostname", name.contains(".") ? null : organisation, name));
    }

    private static Handle ip(InetAddress address, String organisation) {
        return new Handle("ip", Spelling.isLocal(address) ? organisation : null, address.getHostAddress());
    }
}
