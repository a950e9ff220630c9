package org.tocsin.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.conditional.Precondition;
import org.tocsin.json.Json;
import org.tocsin.news.Changes;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;
import org.tocsin.store.Ids;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.paging.Slice;

/** An organisation keeps its webhooks here. Each act writes its audit entry in the same transaction. */
@ApplicationScoped
public class WebhookDesk {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Webhooks webhooks;
    private final WebhookSecrets secrets;
    private final Changes changes;
    private final Whereto whereto;
    private final Audit audit;
    private final Now now;

    WebhookDesk(Transactions transactions, Organisations organisations, Webhooks webhooks, WebhookSecrets secrets,
            Changes changes, Whereto whereto, Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.webhooks = webhooks;
        this.secrets = secrets;
        this.changes = changes;
        this.whereto = whereto;
        this.audit = audit;
        this.now = now;
    }

    public Slice<WebhookView> all(Caller caller) {
        String organisation = caller.ownOrganisation();
        return transactions.seeing(Sight.own(organisation), () -> {
            long last = changes.last(organisation);
            return Slice.whole(webhooks.of(organisation).stream().map(webhook -> WebhookView.of(webhook, last)).toList());
        });
    }

    public WebhookView one(Caller caller, String id) {
        String organisation = caller.ownOrganisation();
        return transactions.seeing(Sight.own(organisation), () -> view(webhooks.own(organisation, id)));
    }

    public Slice<WebhookView.Attempt> attempts(Caller caller, String id) {
        String organisation = caller.ownOrganisation();
        return transactions.seeing(Sight.own(organisation), () -> Slice.whole(
                webhooks.attempts(webhooks.own(organisation, id)).stream().map(WebhookView.Attempt::of).toList()));
    }

    /**
     * Tells of what happens from now on.
     *
     * @throws Problem 409 when there are as many as there may be
     */
    public WebhookView register(Caller caller, WebhookDraft draft) {
        check(draft);
        while (true) {
            try {
                return registerOnce(caller, draft);
            } catch (RuntimeException e) {
                if (!Refusal.UNIQUE_VIOLATION.caused(e)) {
                    throw e;
                }
                // Another took the same place at the same time; there may be a further one, and there are few.
            }
        }
    }

    private WebhookView registerOnce(Caller caller, WebhookDraft draft) {
        Sight sight = Sight.own(caller.ownOrganisation());
        return transactions.seeing(sight, () -> {
            String organisation = organisations.of(caller).id;
            Instant at = now.instant();
            Webhook webhook = new Webhook();
            webhook.id = Ids.next();
            webhook.organisation = organisation;
            webhook.slot = (short) webhooks.freeSlot(organisation).orElseThrow(() -> Problem.conflict("too-many-webhooks",
                    "Too many webhooks", "An organisation has at most " + Webhooks.MOST + " webhooks. Remove one first."));
            describe(webhook, draft);
            webhook.enable(at);
            webhook.position = changes.last(organisation);
            webhook.createdBy = caller.name();
            webhook.createdAt = at;
            webhooks.persistAndFlush(webhook);
            write(webhook, "webhook.registered", caller, at);
            String secret = transactions.widened(sight, () -> secrets.add(webhook, at));
            return WebhookView.of(webhook, webhook.position, secret, null);
        });
    }

    /** @throws Problem 404 or 412 */
    public WebhookView change(Caller caller, String id, WebhookDraft draft, Precondition condition) {
        check(draft);
        return act(caller, id, (webhook, at) -> {
            condition.check(view(webhook), true);
            describe(webhook, draft);
            write(webhook, "webhook.changed", caller, at);
            return view(webhook);
        });
    }

    public void remove(Caller caller, String id) {
        act(caller, id, (webhook, at) -> {
            write(webhook, "webhook.removed", caller, at);
            webhooks.delete(webhook);
            return null;
        });
    }

    /** Gives it another secret; for a while messages are signed with both. */
    public WebhookView rotate(Caller caller, String id) {
        return act(caller, id, (webhook, at) -> {
            write(webhook, "webhook.secret-rotated", caller, at);
            String secret = transactions.widened(Sight.own(webhook.organisation), () -> secrets.rotate(webhook, at));
            return WebhookView.of(webhook, changes.last(webhook.organisation), secret, secrets.until(at));
        });
    }

    /** It goes on where it stopped: nothing is lost. */
    public WebhookView enable(Caller caller, String id) {
        return act(caller, id, (webhook, at) -> {
            if (!webhook.isEnabled()) {
                webhook.enable(at);
                write(webhook, "webhook.enabled", caller, at);
            }
            return view(webhook);
        });
    }

    /** Also while it is disabled, so that one sees whether it would work now. */
    public WebhookView ping(Caller caller, String id) {
        return act(caller, id, (webhook, at) -> {
            if (webhook.ping == null) {
                webhook.ping = Ids.next();
                write(webhook, "webhook.pinged", caller, at);
            }
            return view(webhook);
        });
    }

    private <T> T act(Caller caller, String id, BiFunction<Webhook, Instant, T> act) {
        String organisation = caller.ownOrganisation();
        return transactions.seeing(Sight.own(organisation), () ->
                act.apply(webhooks.toChange(organisation, id), now.instant()));
    }

    private WebhookView view(Webhook webhook) {
        return WebhookView.of(webhook, changes.last(webhook.organisation));
    }

    private void check(WebhookDraft draft) {
        whereto.fault(draft.url()).ifPresent(fault -> {
            throw Problem.invalid("webhook", List.of(new Fault("/url", "not-allowed", fault)));
        });
    }

    private static void describe(Webhook webhook, WebhookDraft draft) {
        webhook.url = draft.url();
        webhook.description = draft.description();
        webhook.types = Json.MAPPER.valueToTree(draft.types()).toString();
    }

    private void write(Webhook webhook, String type, Caller caller, Instant at) {
        ObjectNode detail = Json.MAPPER.createObjectNode().put("webhook", webhook.id.toString()).put("url", webhook.url);
        audit.write(new AuditEvent(webhook.organisation, null, type, caller.actor(), Audience.OPERATOR, at, detail));
    }
}
