package org.tocsin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tocsin.local.Keycloak;
import org.tocsin.local.LocalStack;
import org.tocsin.local.Tokens;

/** How long pages take while there are ten thousand reports, one reader after the other. */
final class PageTimes {

    private static final int REPORTS = 10_000;
    private static final int WARM_UP = 150;
    private static final int MEASURED = 200;

    private record Reader(String account, List<String> pages) {
    }

    private static final List<Reader> READERS = List.of(
            new Reader("liaison-1", List.of("/triage", "/triage?text=stratum", "/reports")),
            new Reader("operator-a", List.of("/reports", "/assets")),
            new Reader("auditor", List.of("/audit")));

    private PageTimes() {
    }

    static void measure(LocalStack stack) throws Exception {
        String token = Tokens.from(stack.identity(), Keycloak.TOCSIN).ofClient("sensor-a");
        try (Load.Client filing = Submissions.batch(stack, token)) {
            for (int filed = 0; filed < REPORTS; filed += Submissions.BATCH) {
                filing.once();
            }
        }
        for (Reader reader : READERS) {
            SignedIn browser = SignedIn.as(reader.account(), stack.tocsin().address());
            for (String page : reader.pages()) {
                time(browser, reader.account(), page);
            }
            String report = browser.firstLink(reader.pages().get(0), "/reports/");
            if (report != null) {
                time(browser, reader.account(), report);
            }
        }
    }

    private static void time(SignedIn browser, String account, String page) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            browser.get(page);
        }
        long[] nanos = new long[MEASURED];
        for (int i = 0; i < MEASURED; i++) {
            long start = System.nanoTime();
            browser.get(page);
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(Locale.ROOT, "%-12s %-28s p50 %4d ms   p95 %4d ms%n", account, page.replaceAll("[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$", "…"),
                Duration.ofNanos(nanos[MEASURED / 2]).toMillis(), Duration.ofNanos(nanos[MEASURED * 95 / 100]).toMillis());
    }
}
