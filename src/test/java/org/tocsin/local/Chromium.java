package org.tocsin.local;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.URL;
import java.util.Map;

/** The one browser of all page tests, started for the first visit; it ends with the tests' own process. Each visit has cookies of its own. */
public final class Chromium {

    private static final class Started {

        static {
            // Playwright's own five seconds are short where tests run beside others.
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        }

        private static final com.microsoft.playwright.Browser BROWSER = Playwright
                .create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))).chromium()
                .launch(new BrowserType.LaunchOptions().setExecutablePath(Browser.executable()).setArgs(Browser.arguments()));
    }

    private Chromium() {
    }

    public static Visit visit(URL home) {
        return visit(home, Visit.Wish.PLAIN);
    }

    public static Visit visit(URL home, Visit.Wish wish) {
        return visit(home.toString(), wish);
    }

    /** @param home the service's address, with its slash at the end */
    public static Visit visit(String home, Visit.Wish wish) {
        return new Visit(Started.BROWSER, home.substring(0, home.length() - 1), wish);
    }
}
