package org.tocsin.asset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.problem.Fault;

/** What an entry must keep to beyond the shape of its fields. Finds everything that is wrong, not the first. */
final class AssetRules {

    private final String organisation;
    private final AssetDocument asset;
    private final List<Fault> faults = new ArrayList<>();

    private AssetRules(String organisation, AssetDocument asset) {
        this.organisation = organisation;
        this.asset = asset;
    }

    /** @param ref the one in the path; the body may repeat it, not change it */
    static List<Fault> faults(String organisation, String ref, AssetDocument asset) {
        AssetRules rules = new AssetRules(organisation, asset);
        rules.refIsThatOfThePath(ref);
        rules.restOf(ref);
        return rules.faults;
    }

    /** Of an entry that is one of many in a file, and so must say itself which it is. */
    static List<Fault> faults(String organisation, AssetDocument asset) {
        if (asset.ref() != null) {
            return faults(organisation, asset.ref(), asset);
        }
        AssetRules rules = new AssetRules(organisation, asset);
        rules.fault("/ref", "required", "Each entry of a file needs its ref: the organisation's own name for it.");
        rules.restOf(null);
        return rules.faults;
    }

    /** @param ref null when it is not known */
    private void restOf(String ref) {
        identifiersAreWhatTheySay();
        edgesLeadToOneThing(ref);
        attributeNamesAreShort();
        onlyStaffDevicesHavePosture();
    }

    private void refIsThatOfThePath(String ref) {
        if (!ref.matches(AssetDocument.REF)) {
            fault("", "ref", "The ref in the path may have up to 64 letters, digits, dots, hyphens and underscores, no dot first.");
        }
        if (asset.ref() != null && !asset.ref().equals(ref)) {
            fault("/ref", "mismatch", "The path says " + ref + "; leave this out, or make it the same.");
        }
    }

    private void identifiersAreWhatTheySay() {
        Map<Handle, Integer> seen = new LinkedHashMap<>();
        for (int i = 0; i < asset.identifiers().size(); i++) {
            Identifier identifier = asset.identifiers().get(i);
            String pointer = "/identifiers/" + i;
            Optional<Handle> handle = Handle.of(identifier.kind(), identifier.value(), organisation);
            if (handle.isEmpty()) {
                fault(pointer + "/value", "format", "This is not " + expected(identifier.kind()) + ".");
            } else if (seen.putIfAbsent(handle.get(), i) != null) {
                fault(pointer, "duplicate", "The same as /identifiers/" + seen.get(handle.get()) + "; list it once.");
            }
        }
    }

    private void edgesLeadToOneThing(String ref) {
        for (int i = 0; i < asset.edges().size(); i++) {
            EdgeTarget to = asset.edges().get(i).to();
            String pointer = "/edges/" + i + "/to";
            if (to.count() != 1) {
                fault(pointer, "exactly-one", "Give exactly one of ref, hostname, ip, clockIdentity, serial.");
            } else if (to.organisation() != null && to.ref() == null) {
                fault(pointer + "/organisation", "without-ref", "An organisation is named only beside a ref of its own.");
            } else if (Handle.of(organisation, to).isEmpty()) {
                fault(pointer, "format", "This is not an address, name or identity of the kind that its field says.");
            } else if (ref != null && Handle.of(organisation, to).get().equals(Handle.ref(organisation, ref))) {
                fault(pointer, "itself", "An edge leads to another asset, not back to its own.");
            }
        }
    }

    private void attributeNamesAreShort() {
        asset.attributes().keySet().forEach(name -> {
            String pointer = "/attributes/" + name.replace("~", "~0").replace("/", "~1");
            if (name.isBlank() || name.length() > AssetDocument.ATTRIBUTE_NAME_LIMIT) {
                fault(pointer, "length", "An attribute's name has 1 to " + AssetDocument.ATTRIBUTE_NAME_LIMIT + " characters.");
            }
        });
    }

    private void onlyStaffDevicesHavePosture() {
        if (asset.posture() != null && asset.kind() != null && !asset.kind().isStaffDevice()) {
            fault("/posture", "not-here", "Only workstations and mobile devices have a posture; leave it out.");
        }
    }

    private static String expected(IdentifierKind kind) {
        return switch (kind) {
            case HOSTNAME -> "a host name";
            case IP -> "an IPv4 or IPv6 address (no network, port or zone)";
            case CLOCK_IDENTITY -> "a clock identity of 16 hexadecimal digits";
            case SERIAL -> "a serial number";
            case MAC -> "a MAC address of 12 hexadecimal digits";
        };
    }

    private void fault(String pointer, String code, String message) {
        faults.add(new Fault(pointer, code, message));
    }
}
