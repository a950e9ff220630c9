package org.tocsin.draft;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.local.Visit.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tocsin.local.As;
import org.tocsin.local.Await;
import org.tocsin.local.Chromium;
import org.tocsin.local.Rows;
import org.tocsin.local.StackResource;
import org.tocsin.local.Visit;
import org.tocsin.seal.Sha256;

/** Files that are attached before a report is sent, in a real browser. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
class DraftFilesTest {

    private static final int MOST = 25 * 1024 * 1024;
    private static final String EVIL = "<img src=x onerror=alert(1)>'{title}.log";

    @TestHTTPResource("/")
    URL home;
    @Inject
    Drafts drafts;

    private final String title = "With files " + UUID.randomUUID();

    /** A draft that lacks nothing but its files. */
    private String begun(Visit visit) {
        Page page = visit.open("/reports/new").page();
        page.fill("#f-title", title);
        page.check("#f-suspectedMalicious");
        page.check("#f-crossBorder");
        press(page, "Save as draft and say more");
        page.waitForURL(Pattern.compile(".*/drafts/[0-9a-f-]+"));
        return page.url().replaceAll("^.*(/drafts/[^/]+)$", "$1");
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private static void attach(Page page, FilePayload... files) {
        page.setInputFiles("#file", files);
        press(page, "Attach");
    }

    /** The browser reads it by itself: what a test hands it in memory takes the driver seconds. */
    private static void attach(Page page, Path file) {
        page.setInputFiles("#file", file);
        press(page, "Attach");
    }

    private static void age(String draft) {
        try (Connection owner = Rows.asOwner(); Statement statement = owner.createStatement()) {
            statement.execute("update draft set touched_at = touched_at - interval '31 days' where id = '" + draft + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(String content) {
        return Sha256.hex(Sha256.of(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static long pieces(String content) {
        return Rows.number("""
                select count(*) from attachment_chunk
                where content_id in (select id from attachment_content where digest = decode(?, 'hex'))""", hex(content));
    }

    @Test
    void theyGoWithTheReportInOneAct() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            String draft = begun(visit);
            visit.open(draft + "/files").sound("draft-files-none");
            attach(page, text(EVIL, title), text("second.log", title + " 2"));
            assertThat(page.locator("main li")).hasCount(2);
            assertThat(page.locator("main li").first()).containsText(EVIL);
            visit.sound("draft-files");
            press(page, "Remove second.log");
            assertThat(page.locator("main li")).hasCount(1);
            visit.open(draft + "/check").sound("draft-check-files");

            // When
            press(page, "Send the report");

            // Then
            String reference = page.locator(".tocsin-panel__reference").textContent();
            JsonPath files = As.OPERATOR_A.asks().get("/api/v1/reports/" + reference + "/attachments").jsonPath();
            assertThat(files.getList("name")).containsExactly(EVIL);
            assertThat(Rows.number("select count(*) from attachment_waiting where draft_id = cast(? as uuid)", draft.substring(8))).isZero();
            visit.open("/reports/" + reference);
            assertThat(page.locator(".tocsin-timeline")).containsText("Attached: " + EVIL);
            visit.sound("report-file-evil");
            Await.until("the file that was taken out is erased", () -> pieces(title + " 2") == 0);
        }
    }

    @Test
    void asManyBytesAsAreSaidAndNotOneMore(@TempDir Path directory) throws IOException {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            visit.open(begun(visit) + "/files");
            byte[] most = new byte[MOST];
            most[0] = (byte) title.hashCode();

            // When
            attach(page, Files.write(directory.resolve("most.bin"), most));
            assertThat(page.locator("main li")).containsText("25 MiB");
            page.setInputFiles("#file", new Path[] {Files.write(directory.resolve("little.bin"), new byte[9]), Files.write(directory.resolve("more.bin"), new byte[MOST + 1])});
            press(page, "Attach");

            // Then
            assertThat(page.locator(".govuk-error-summary")).containsText("more.bin is larger than the 25 MiB that are accepted here. None of the files");
            visit.sound("draft-files-too-large", List.of("413"));
            assertThat(page.locator("main li.tocsin-entry")).hasCount(1);
            // What would not even reach us is said before it is sent.
            page.setInputFiles("#file", new Path[] {directory.resolve("most.bin"), directory.resolve("more.bin")});
            assertThat(page.evaluate("document.getElementById('file').validationMessage").toString()).contains("more than 30 MiB");
        }
    }

    @Test
    void whatIsDiscardedOrForgottenIsErasedWithItsFiles() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(As.OPERATOR_A)) {
            // Given
            Page page = visit.page();
            String discarded = begun(visit);
            visit.open(discarded + "/files");
            attach(page, text("a.log", title + " a"), text("shared.log", title + " shared"));
            String forgotten = begun(visit);
            visit.open(forgotten + "/files");
            attach(page, text("b.log", title + " b"), text("shared.log", title + " shared"));

            // When
            visit.open(discarded);
            page.locator("summary").click();
            page.locator("details button").click();

            // Then
            Await.until("what was discarded is erased", () -> pieces(title + " a") == 0);
            assertThat(pieces(title + " shared")).as("another draft has it").isPositive();
            age(forgotten.substring(8));
            drafts.prune();
            Await.until("what was forgotten is erased", () -> pieces(title + " b") + pieces(title + " shared") == 0);
        }
    }

    @Test
    void nobodyElseAddsOrTakesOut() {
        try (Visit visit = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_A);
                Visit other = Chromium.visit(home, Visit.Wish.PLAIN).signIn(As.OPERATOR_B)) {
            // Given
            String draft = begun(visit);

            // When
            Object answers = other.page().evaluate("""
                    async ([draft]) => {
                      const form = new FormData();
                      form.append('file', new Blob(['x']), 'x.log');
                      const added = await fetch(draft + '/files/added', {method: 'POST', body: form});
                      const removed = await fetch(draft + '/files/' + draft.substring(8) + '/removed', {method: 'POST'});
                      const found = await fetch(draft + '/assets/found?q=a');
                      return [added.status, removed.status, found.status].join();
                    }""", List.of(draft));

            // Then
            assertThat(answers).isEqualTo("404,404,404");
        }
    }
}
