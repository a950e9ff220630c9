package org.tocsin.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One person's browser at our pages. It remembers whatever went wrong in them. */
public final class Visit implements AutoCloseable {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** Playwright's own 30 seconds are short where tests run beside others. */
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Path PICTURES = Path.of("target", "pages");
    /** Off where nobody looks at them. */
    private static final boolean TAKES_PICTURES = Boolean.parseBoolean(System.getProperty("tocsin.pictures", "true"));

    /**
     * A page without its words: elements, classes, names of attributes, whether there is text; of equal neighbours two.
     * Two pages that agree in that are usable by everyone, or neither is.
     */
    private static final String STRUCTURE = """
            () => {
              const of = element => {
                const attributes = element.getAttributeNames().map(name => {
                  const value = element.getAttribute(name);
                  return /^(class|role|type|aria-(hidden|live|current))$/.test(name) ? name + '=' + value : value ? name : name + '=';
                });
                const parts = [];
                [...element.childNodes].forEach(child => {
                  const part = child.nodeType === Node.ELEMENT_NODE ? of(child) : child.nodeType === Node.TEXT_NODE && child.textContent.trim() ? 'text' : '';
                  const end = parts.length;
                  if (part && !(end > 1 && parts[end - 1] === part && parts[end - 2] === part)) parts.push(part);
                });
                return `${element.localName}[${attributes}](${parts})`;
              };
              return of(document.documentElement);
            }""";

    /** What axe found nothing in: the same again it would look at for nothing. */
    private static final Set<String> USABLE = ConcurrentHashMap.newKeySet();

    /** A browser with JavaScript or without, and the language that it asks for. */
    public record Wish(boolean script, String locale) {

        public static final Wish PLAIN = new Wish(true, "en-GB");

        public Wish withoutScript() {
            return new Wish(false, locale);
        }

        public Wish in(String other) {
            return new Wish(script, other);
        }
    }

    /** The identity provider's cookies, by whose they are. */
    private static final Map<String, List<Cookie>> SIGNED_IN = new ConcurrentHashMap<>();

    private final String address;
    private final Wish wish;
    private final BrowserContext context;
    private final Page page;
    private final List<String> errors = new ArrayList<>();

    public Visit(Browser browser, String address) {
        this(browser, address, Wish.PLAIN);
    }

    public Visit(Browser browser, String address, Wish wish) {
        this.address = address;
        this.wish = wish;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900)
                .setLocale(wish.locale()).setJavaScriptEnabled(wish.script()));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        if (wish.script()) {
            waitForScripts();
        }
        // A violation of the content security policy is an error on the console.
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && message.location().startsWith(address)) {
                errors.add("console: " + message.text() + " at " + message.location());
            }
        });
        page.onPageError(error -> errors.add("page: " + error));
        page.onRequestFailed(request -> {
            // What is cut short because its page was left is no failure.
            if (!request.failure().contains("ERR_ABORTED")) {
                errors.add("request: " + request.url() + " " + request.failure());
            }
        });
    }

    /**
     * Whatever is done to an element waits until the page's script has run: a button that is pressed before would do something else.
     * Pages of the identity provider have no such mark.
     */
    private void waitForScripts() {
        page.addLocatorHandler(page.locator("html.govuk-template:not([data-script=ran])"), waiting -> ready());
    }

    public Page page() {
        return page;
    }

    public Visit open(String path) {
        page.navigate(address + path);
        return this;
    }

    /** At the identity provider; who signed in there before in these tests, and has not signed out, is known to it by cookie. */
    public Visit signIn(As person) {
        return signIn(person.user());
    }

    /** @param person by user name; a name of the demo means the running class's own person */
    public Visit signIn(String person) {
        String user = TestPeople.atKeycloak(person);
        context.addCookies(SIGNED_IN.getOrDefault(user, List.of()));
        open("/");
        if (!page.url().startsWith(address)) {
            page.fill("#username", user);
            page.fill("#password", "demo");
            page.click("#kc-login");
            page.waitForCondition(() -> page.url().startsWith(address) || page.locator("#input-error").isVisible());
            page.waitForLoadState();
            assertThat(page.url()).as("where the sign-in of " + user + " leads").startsWith(address);
            SIGNED_IN.put(user, context.cookies().stream().filter(cookie -> cookie.path.startsWith("/realms/")).toList());
        }
        return this;
    }

    public static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    public void press(String button) {
        press(page, button);
    }

    public void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
    }

    public void says(String text) {
        PlaywrightAssertions.assertThat(page.locator("main")).containsText(text);
    }

    public void saysNot(String text) {
        PlaywrightAssertions.assertThat(page.locator("main")).not().containsText(text);
    }

    /** Waits until the page is complete and its script has run, which is what listens to keys. */
    public Visit ready() {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate("document.readyState === 'complete' && document.documentElement.dataset.script === 'ran'")));
        return this;
    }

    /** Whether the page that is open now is sound: its script ran, nothing failed, and everyone can use it. */
    public Visit sound(String name) {
        return sound(name, List.of());
    }

    /** @param expected what the browser itself says of an answer that is meant to be a refusal */
    public Visit sound(String name, List<String> expected) {
        if (wish.script()) {
            ready();
        }
        errors.removeIf(error -> expected.stream().anyMatch(error::contains));
        assertThat(errors).as("errors at " + name).isEmpty();
        String structure = (String) page.evaluate(STRUCTURE);
        if (!USABLE.contains(structure)) {
            // Without frames the check needs no second page to put their findings together.
            assertThat(new AxeBuilder(page).withTags(WCAG).setLegacyMode(true).analyze().getViolations()).as("accessibility of " + name)
                    .extracting(Rule::getId, Rule::getNodes).isEmpty();
            USABLE.add(structure);
        }
        picture(name, 1280);
        picture(name, 400);
        return this;
    }

    private void picture(String name, int width) {
        page.setViewportSize(width, 900);
        assertThat(((Number) page.evaluate("document.documentElement.scrollWidth")).intValue())
                .as(name + " needs no sideways scrolling at " + width + " px").isLessThanOrEqualTo(width);
        if (TAKES_PICTURES) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + width + ".png")));
        }
        page.setViewportSize(1280, 900);
    }

    @Override
    public void close() {
        context.close();
    }
}
