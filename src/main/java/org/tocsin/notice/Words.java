package org.tocsin.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tocsin.time.ClockAlarm;

/** What mail says: which report and where to look, nothing of what is in it, for mail is read on the way. */
@ApplicationScoped
class Words {

    /** The changes that an organisation is told by mail: what others did to its report. */
    private static final Map<String, String> NEWS = Map.ofEntries(
            Map.entry("report.released", "was released to the CERT"),
            Map.entry("report.acknowledged", "was acknowledged by the CERT"),
            Map.entry("report.returned", "was returned to you"),
            Map.entry("report.rejected", "was rejected"),
            Map.entry("report.merged", "was merged with another"),
            Map.entry("report.closed", "was closed"),
            Map.entry("report.reopened", "was opened again"),
            Map.entry("report.withdrawal-asked", "is asked to be withdrawn"),
            Map.entry("report.taken-on-behalf", "was filed for you by a liaison, after a call; look whether it is what you said"),
            Map.entry("report.withdrawal-cancelled", "stays: its withdrawal was taken back"),
            Map.entry("report.withdrawal-refused", "stays: its withdrawal was refused"),
            Map.entry("report.withdrawn", "was withdrawn"),
            Map.entry("question.asked", "has a question for you"));

    private final Optional<URI> here;

    Words(@ConfigProperty(name = "tocsin.instance.url") Optional<URI> here) {
        this.here = here;
    }

    /** @return what is said of such a change; nothing when it is not told by mail */
    static Optional<String> news(String type) {
        return Optional.ofNullable(NEWS.get(type));
    }

    static String newsSubject(String reference, String news) {
        return "Report " + reference + " " + news;
    }

    String newsBody(String reference, String news) {
        return "Your report " + reference + " " + news + ".\n\n" + look(reference)
                + "\nThis mail says nothing of what is in the report on purpose. If your mail is in someone else's hands, say so "
                + "in Tocsin or by telephone, and no more will be sent.\n";
    }

    static String ringSubject(String reference, String reason) {
        return Alarm.words(reason) + " " + reference + ": nobody has it in hand";
    }

    String ringBody(String reference, String reason, int ring, int onDuty, String escalateAfter) {
        return Alarm.words(reason) + " " + reference + " has come in, and nobody has it in hand.\n\n"
                + "This is ring " + ring + "; " + onDuty + " on the duty list. If nobody acknowledges or claims it within "
                + escalateAfter + ", the next one is rung.\n\n" + look(reference);
    }

    String clockBody(ClockAlarm alarm) {
        return alarm.words() + ".\n\nWhat others say of it: " + alarm.reading().words() + ".\n\n"
                + "Reports are taken in and delivered as before, and the order of the audit log does not depend on the clock. While the "
                + "clock is in doubt nothing is forgotten for its age. Look at the service's host, and at who could set its clock.\n";
    }

    /** Where a browser finds it; null when this instance does not know its own address. */
    String link(String reference) {
        return here.map(url -> url.toString().replaceAll("/$", "") + "/reports/" + reference).orElse(null);
    }

    private String look(String reference) {
        String link = link(reference);
        return (link == null ? "Look for it in Tocsin by its reference." : "Look at it here: " + link) + "\n";
    }
}
