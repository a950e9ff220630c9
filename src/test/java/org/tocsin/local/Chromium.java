package org.tocsin.local;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.net.URL;
import java.util.Map;

/** One browser for the tests of one class; each visit has cookies of its own. */
public final class Chromium implements AutoCloseable {

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser browser;

    public Chromium() {
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions()
                .setExecutablePath(Browser.executable()).setArgs(Browser.arguments()));
    }

    public Visit visit(URL home) {
        return visit(home, Visit.Wish.PLAIN);
    }

    public Visit visit(URL home, Visit.Wish wish) {
        return visit(home.toString(), wish);
    }

    /** @param home the service's address, with its slash at the end */
    public Visit visit(String home, Visit.Wish wish) {
        return new Visit(browser, home.substring(0, home.length() - 1), wish);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
