package org.tocsin.asset;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.qute.TemplateExtension;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tocsin.web.Moments;

/** What of an inventory reads otherwise on a page than on the wire. */
@TemplateExtension
public final class AssetWords {

    private static final int LONGEST_SHOWN = 300;

    private AssetWords() {
    }

    public static String says(Risk risk) {
        return switch (risk.state()) {
            case CURRENT -> risk.reviewDueAt() == null ? "Current" : "Current until " + Moments.words(risk.reviewDueAt());
            case OVERDUE -> "Overdue since " + Moments.words(risk.reviewDueAt());
            case NEVER_ASSESSED -> "Never assessed";
        };
    }

    public static boolean isCurrent(Risk risk) {
        return risk.state() == Risk.State.CURRENT;
    }

    public static String says(PostureProblem problem) {
        return switch (problem) {
            case UNKNOWN -> "Nothing is known of how it is kept";
            case NOT_MANAGED -> "Not in device management";
            case OS_OUTDATED -> "Its operating system is out of date";
            case PATCH_OVERDUE -> "No security update for over " + Limits.USUAL.patchHolds().getDays() + " days";
            case NO_STRONG_SIGN_IN -> "No sign-in that withstands phishing";
            case NO_SCREEN_LOCK -> "Does not lock itself";
            case NOT_ENCRYPTED -> "Its storage is not encrypted";
        };
    }

    public static String says(EdgeType type) {
        return switch (type) {
            case TAKES_TIME_FROM -> "takes time from";
            case DEPENDS_ON -> "depends on";
            case HOSTED_ON -> "is hosted on";
            case MANAGED_BY -> "is managed by";
            case ADMINISTERS -> "administers";
        };
    }

    public static String says(IdentifierKind kind) {
        return switch (kind) {
            case HOSTNAME -> "Host name";
            case IP -> "IP address";
            case CLOCK_IDENTITY -> "PTP clock identity";
            case SERIAL -> "Serial number";
            case MAC -> "MAC address";
        };
    }

    public static String criticality(int criticality) {
        return switch (criticality) {
            case 5 -> "People or whole sectors come to harm without it";
            case 4 -> "A sector’s service suffers at once";
            case 3 -> "Our own service suffers at once";
            case 2 -> "Our own service suffers after hours";
            default -> "Nobody would notice for days";
        };
    }

    public static String says(EdgeTarget to) {
        return to.ref() != null ? (to.organisation() == null ? "" : to.organisation() + "/") + to.ref()
                : Stream.of(to.hostname(), to.ip(), to.clockIdentity(), to.serial()).filter(Objects::nonNull).findFirst().orElse("");
    }

    /** All that a report said of an asset. */
    public static String says(AssetReference reference) {
        return Stream.of(word("ref", reference.ref()), word("host name", reference.hostname()), word("IP address", reference.ip()),
                        word("clock identity", reference.clockIdentity()), word("serial number", reference.serial()))
                .filter(Objects::nonNull).collect(Collectors.joining(", "));
    }

    private static String word(String kind, String value) {
        return value == null ? null : kind + " " + value;
    }

    /** A field of an entry, as a line in a comparison. */
    public static String shown(JsonNode value) {
        String text = value.isTextual() ? value.asText() : value.toString();
        return text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
    }
}
