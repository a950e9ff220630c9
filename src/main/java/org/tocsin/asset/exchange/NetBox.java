package org.tocsin.asset.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.asset.AssetDocument;
import org.tocsin.asset.AttributeText;
import org.tocsin.asset.Edge;
import org.tocsin.asset.Identifier;
import org.tocsin.asset.IdentifierKind;
import org.tocsin.asset.exchange.Drafts.Draft;
import org.tocsin.json.Json;
import org.tocsin.problem.Fault;

/**
 * Devices of NetBox as inventory entries: what /api/dcim/devices/ gives, or the table that the list of devices exports.
 * The mapping is in docs/inventory.md. What NetBox does not know is taken from custom fields, or assumed and said so.
 */
public final class NetBox {

    private static final String ORDINARY_KIND = "network-device";
    private static final int ORDINARY_CRITICALITY = 3;

    /** Which roles tell of which kind; the first that is found in the role's name. */
    private static final Map<String, String> KINDS = new LinkedHashMap<>();

    static {
        Stream.of("grandmaster grandmaster", "boundary-clock boundary-clock", "gnss gnss-receiver", "gps gnss-receiver",
                "ntp time-server", "time-server time-server", "caesium clock", "cesium clock", "maser clock", "rubidium clock",
                "transmitter radio-transmitter", "workstation workstation", "laptop workstation", "desktop workstation",
                "phone mobile-device", "mobile mobile-device", "tablet mobile-device", "server server", "hypervisor server")
                .map(pair -> pair.split(" ")).forEach(pair -> KINDS.put(pair[0], pair[1]));
    }

    /** By their names in the API, and as tables head them. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("type", "device_type"), Map.entry("serial_number", "serial"), Map.entry("device_role", "role"),
            Map.entry("ip_address", "primary_ip"), Map.entry("ipv4_address", "primary_ip4"), Map.entry("ipv6_address", "primary_ip6"),
            Map.entry("oob_ip_address", "oob_ip"));

    private static final String CUSTOM = "cf_";
    private static final Set<String> TAKEN = Set.of("id", "name", "display", "status", "tenant", "site", "location", "rack",
            "position", "role", "manufacturer", "device_type", "platform", "serial", "asset_tag", "primary_ip", "primary_ip4",
            "primary_ip6", "oob_ip", "description", "comments", "cf_tocsin_ref", "cf_tocsin_kind", "cf_tocsin_criticality",
            "cf_tocsin_sector", "cf_tocsin_contact");

    private NetBox() {
    }

    /** @param answer a page of devices, or a bare list of them */
    public static Drafts read(JsonNode answer) {
        JsonNode devices = answer.isArray() ? answer : answer.path("results");
        if (!devices.isArray()) {
            return new Drafts(List.of(), List.of(new Fault("/results", "required",
                    "This is not what NetBox gives at /api/dcim/devices/: the list results is missing.")), List.of());
        }
        List<Fault> faults = new ArrayList<>();
        if (answer.path("next").isTextual()) {
            faults.add(new Fault("/next", "incomplete", "This is only a part of the devices. Ask NetBox with ?limit=0 for all of them."));
        }
        List<Draft> drafts = new ArrayList<>();
        Set<String> ignored = new TreeSet<>();
        devices.forEach(device -> drafts.add(draft(flat(device), null, ignored)));
        return new Drafts(drafts, faults, List.copyOf(ignored));
    }

    public static Drafts read(Table table) {
        List<Draft> drafts = new ArrayList<>();
        Set<String> ignored = new TreeSet<>();
        if (table.columns().stream().noneMatch(column -> field(column).equals("name"))) {
            List<Fault> faults = new ArrayList<>(table.faults());
            faults.add(new Fault("", "column-missing", "This is not NetBox's list of devices: the column Name is missing.").at(1, "Name"));
            return new Drafts(List.of(), faults, List.of());
        }
        table.rows().forEach(row -> {
            Map<String, String> device = new LinkedHashMap<>();
            row.cells().keySet().forEach(column -> device.put(field(column), row.cell(column)));
            drafts.add(draft(device, row.line(), ignored));
        });
        return new Drafts(drafts, table.faults(), List.copyOf(ignored));
    }

    /**
     * An entry that is there already, as NetBox has it now: edges, days of risk assessments, posture and whatever else
     * NetBox does not know stay.
     *
     * @param assumed what the file did not say
     */
    public static AssetDocument over(AssetDocument present, AssetDocument device, Set<String> assumed) {
        Set<Identifier> identifiers = new LinkedHashSet<>(device.identifiers());
        present.identifiers().stream()
                .filter(known -> known.kind() == IdentifierKind.CLOCK_IDENTITY || known.kind() == IdentifierKind.MAC)
                .forEach(identifiers::add);
        Map<String, AttributeText> attributes = new TreeMap<>(present.attributes());
        attributes.putAll(device.attributes());
        Set<Edge> edges = new LinkedHashSet<>(present.edges());
        edges.addAll(device.edges());
        return new AssetDocument(present.ref(), device.name(),
                assumed.contains("kind") ? present.kind() : device.kind(),
                assumed.contains("criticality") ? present.criticality() : device.criticality(),
                device.sector() == null ? present.sector() : device.sector(),
                device.site() == null ? present.site() : device.site(),
                device.ownerContact() == null ? present.ownerContact() : device.ownerContact(),
                present.timeScale(), List.copyOf(identifiers), attributes, List.copyOf(edges),
                present.riskAssessedAt(), present.riskReviewDueAt(), present.posture(),
                device.notes() == null ? present.notes() : device.notes());
    }

    private static Draft draft(Map<String, String> device, Integer line, Set<String> ignored) {
        device.forEach((field, value) -> {
            if (!TAKEN.contains(field) && !value.isBlank()) {
                ignored.add(field);
            }
        });
        ObjectNode entry = Json.MAPPER.createObjectNode();
        Set<String> assumed = new TreeSet<>();
        String name = first(device, "name", "display", "asset_tag");
        entry.put("ref", ref(device, name));
        entry.put("name", name);
        entry.put("kind", kind(device, assumed));
        criticality(device, entry, assumed);
        put(entry, "sector", device.getOrDefault("cf_tocsin_sector", ""));
        put(entry, "site", Stream.of("site", "location").map(field -> device.getOrDefault(field, ""))
                .filter(text -> !text.isBlank()).collect(Collectors.joining(", ")));
        put(entry, "ownerContact", device.getOrDefault("cf_tocsin_contact", ""));
        identifiers(device, name, entry);
        for (String field : List.of("manufacturer", "device_type", "platform", "role", "tenant", "rack", "position", "status", "asset_tag")) {
            put(entry, "netbox." + field.replace('_', '-'), device.getOrDefault(field, ""), true);
        }
        put(entry, "notes", Stream.of("description", "comments").map(field -> device.getOrDefault(field, ""))
                .filter(text -> !text.isBlank()).collect(Collectors.joining("\n")));
        return new Draft(entry, line, assumed);
    }

    private static void identifiers(Map<String, String> device, String name, ObjectNode entry) {
        Set<String> addresses = new LinkedHashSet<>();
        for (String field : List.of("primary_ip4", "primary_ip6", "primary_ip", "oob_ip")) {
            addresses.add(device.getOrDefault(field, "").replaceAll("/\\d+.*$", "").strip());
        }
        if (name.matches("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?")) {
            entry.withArray("identifiers").addObject().put("kind", "hostname").put("value", name);
        }
        addresses.stream().filter(address -> !address.isEmpty()).forEach(address ->
                entry.withArray("identifiers").addObject().put("kind", "ip").put("value", address));
        if (!device.getOrDefault("serial", "").isBlank()) {
            entry.withArray("identifiers").addObject().put("kind", "serial").put("value", device.get("serial"));
        }
    }

    private static String ref(Map<String, String> device, String name) {
        String given = device.getOrDefault("cf_tocsin_ref", "");
        if (!given.isBlank()) {
            return given;
        }
        String safe = name.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|-+$", "");
        return safe.substring(0, Math.min(64, safe.length()));
    }

    private static String kind(Map<String, String> device, Set<String> assumed) {
        String given = device.getOrDefault("cf_tocsin_kind", "");
        if (!given.isBlank()) {
            return given;
        }
        String role = device.getOrDefault("role", "").toLowerCase(Locale.ROOT).replace(' ', '-');
        return KINDS.entrySet().stream().filter(kind -> role.contains(kind.getKey())).map(Map.Entry::getValue).findFirst()
                .orElseGet(() -> {
                    assumed.add("kind");
                    return ORDINARY_KIND;
                });
    }

    private static void criticality(Map<String, String> device, ObjectNode entry, Set<String> assumed) {
        String given = device.getOrDefault("cf_tocsin_criticality", "");
        if (given.isBlank()) {
            assumed.add("criticality");
            entry.put("criticality", ORDINARY_CRITICALITY);
        } else if (given.matches("\\d{1,9}")) {
            entry.put("criticality", Integer.parseInt(given));
        } else {
            entry.put("criticality", given);
        }
    }

    /** A device of the API with one text for each field: of an object its name, or the like. */
    private static Map<String, String> flat(JsonNode device) {
        Map<String, String> flat = new LinkedHashMap<>();
        device.properties().forEach(field -> {
            if (field.getKey().equals("custom_fields")) {
                field.getValue().properties().forEach(custom -> flat.put(CUSTOM + custom.getKey(), text(custom.getValue())));
            } else {
                flat.put(field(field.getKey()), text(field.getValue()));
            }
        });
        flat.put("manufacturer", text(device.at("/device_type/manufacturer")));
        return flat;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            List<String> texts = new ArrayList<>();
            value.forEach(each -> texts.add(text(each)));
            return String.join(", ", texts);
        }
        if (value.isObject()) {
            return Stream.of("address", "label", "name", "model", "display", "value").map(field -> text(value.path(field)))
                    .filter(text -> !text.isEmpty()).findFirst().orElse("");
        }
        return value.isNull() || value.isMissingNode() ? "" : value.asText();
    }

    /** {@code Serial number} and {@code serial} are one field. */
    private static String field(String column) {
        String bare = column.toLowerCase(Locale.ROOT).strip().replace(' ', '_');
        return COLUMNS.getOrDefault(bare, bare);
    }

    private static String first(Map<String, String> device, String... fields) {
        return Stream.of(fields).map(field -> device.getOrDefault(field, "")).filter(text -> !text.isBlank()).findFirst().orElse("");
    }

    private static void put(ObjectNode entry, String field, String text) {
        put(entry, field, text, false);
    }

    private static void put(ObjectNode entry, String field, String text, boolean attribute) {
        if (!text.isBlank()) {
            (attribute ? entry.withObject("/attributes") : entry).put(field, text);
        }
    }
}
