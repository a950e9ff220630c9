package org.tocsin.draft;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tocsin.local.As;
import org.tocsin.local.Chromium;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;

/** Every page that an operator can open, in each language: no sentence on it is left in English. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class LanguagesTest {

    /** Texts and what is read aloud; not what is said to be in English, nor code, nor what people chose as their name. */
    private static final String TEXTS = """
            () => {
              const said = [];
              const skipped = '[lang=en] *, [lang=en], code, pre, kbd, option[value*="/"], script, style, .tocsin-header__title, .tocsin-mono, .tocsin-languages';
              const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (walk.nextNode()) {
                if (!walk.currentNode.parentElement.closest(skipped)) said.push(walk.currentNode.textContent.trim().replace(/\\s+/g, ' '));
              }
              document.querySelectorAll('[aria-label],[title],[placeholder],[data-label]').forEach(each => {
                if (!each.closest(skipped)) ['aria-label', 'title', 'placeholder', 'data-label'].forEach(name => each.hasAttribute(name) && said.push(each.getAttribute(name)));
              });
              said.push(document.title);
              return said.filter(text => text);
            }""";

    private static final Pattern SENTENCE = Pattern.compile("[\\s\\S]*?\\b[A-Za-z’]{2,}\\W+[A-Za-z’]{2,}\\W+[A-Za-z’]{2,}[\\s\\S]*");
    /** Of the reports and inventories that tests write. */
    private static final Pattern WRITTEN_BY_SOMEONE = Pattern.compile(".*(" + OperatorPages.WRITTEN + "|TOC-|operator-a|example).*", Pattern.DOTALL);

    @TestHTTPResource("/")
    URL home;

    @Test
    void noSentenceIsLeftInEnglish() {
        Map<String, String> pages = OperatorPages.made();
        Map<String, List<String>> left = new LinkedHashMap<>();
        try (Visit english = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            for (String locale : List.of("de-DE", "zh-CN")) {
                String code = locale.substring(0, 2);
                try (Visit other = Chromium.visit(home, Visit.Wish.PLAIN.in(locale)).signIn(As.OPERATOR_A)) {
                    Map<String, String> all = new LinkedHashMap<>(pages);
                    all.putAll(ofADraft(english));
                    all.forEach((name, path) -> {
                        List<String> same = new ArrayList<>(said(other, path));
                        assertThat(other.page().locator("html").getAttribute("lang")).as(name).startsWith(code);
                        assertThat(other.page().locator("main").getAttribute("lang")).as(name).startsWith(code);
                        same.retainAll(new TreeSet<>(said(english, path)));
                        same.removeIf(text -> !SENTENCE.matcher(text).matches() || WRITTEN_BY_SOMEONE.matcher(text).matches());
                        if (!same.isEmpty()) {
                            left.put(code + " " + name, same);
                        }
                        // German has the longest words: what fits in it fits in all.
                        if (code.equals("de")) {
                            other.sound("lang-" + name, List.of("404", "403"));
                        }
                    });
                }
            }
        }
        assertThat(left).as("left in English").isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> said(Visit visit, String path) {
        return (List<String>) visit.open(path).page().evaluate(TEXTS);
    }

    /** A colleague's browser would not find it; the same account's does. */
    private static Map<String, String> ofADraft(Visit visit) {
        Page page = visit.open("/start").page();
        page.locator("form[action='/drafts'] button").click();
        String draft = page.url().replaceAll("^.*(/drafts/[^/]+).*$", "$1");
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("draft", draft);
        for (Step step : Step.values()) {
            pages.put("draft-" + step.code(), draft + "/" + step.code());
        }
        List<String> kinds = ObservationFields.KINDS;
        for (int row = 0; row < kinds.size(); row++) {
            page.navigate(page.url().replaceAll("/drafts/.*$", draft + "/observations"));
            page.locator("button[name=kind][value=" + kinds.get(row) + "]").click();
            pages.put("draft-" + kinds.get(row), draft + "/observations/" + row);
        }
        return pages;
    }
}
