package org.tocsin.report.page;

import java.util.List;
import org.tocsin.report.RevisionView;
import org.tocsin.web.Speech;

/** What is odd about a revision's times, in words. The report stands all the same: the sender's clock may be the victim. */
public final class TimeWarnings {

    private TimeWarnings() {
    }

    public static List<String> of(RevisionView revision) {
        return revision.timeFlags().stream().map(flag -> words(flag, revision.senderSkewSeconds())).toList();
    }

    private static String words(String flag, String skew) {
        if (flag.equals("sender-clock-off") && skew != null) {
            return skew.startsWith("-") ? Speech.of("flag_clock_behind", skew.substring(1)) : Speech.of("flag_clock_ahead", skew);
        }
        return Speech.of("flag_" + flag.replace('-', '_'));
    }
}
