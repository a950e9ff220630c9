package org.tocsin.triage;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.persistence.EntityManager;
import org.tocsin.local.Chromium;
import org.tocsin.local.Visit;
import org.tocsin.report.State;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** One browser for the visits of a test. */
final class Visits implements AutoCloseable {

    private final Chromium chromium = new Chromium();

    /** @param home the service's address, with its slash at the end */
    Visit of(String home, String user) {
        return chromium.visit(home, Visit.Wish.PLAIN).signIn(user);
    }

    Visit withoutScript(String home, String user) {
        return chromium.visit(home, Visit.Wish.PLAIN.withoutScript()).signIn(user);
    }

    static void press(Visit visit, String button) {
        visit.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    static void follow(Visit visit, String link) {
        visit.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
    }

    static void says(Visit visit, String text) {
        assertThat(visit.page().locator("main")).containsText(text);
    }

    static void saysNot(Visit visit, String text) {
        assertThat(visit.page().locator("main")).not().containsText(text);
    }

    /** The tests share a database: what earlier ones left open is no longer in the queue, nor is a shift on offer. */
    static void emptyTheQueue(Transactions transactions, EntityManager database) {
        transactions.seeing(Sight.all(), () -> {
            database.createQuery("update Report set state = :closed where state in :open")
                    .setParameter("closed", State.CLOSED).setParameter("open", State.OPEN).executeUpdate();
            database.createQuery("update Handover set endedAt = offeredAt where endedAt is null").executeUpdate();
        });
    }

    @Override
    public void close() {
        chromium.close();
    }
}
