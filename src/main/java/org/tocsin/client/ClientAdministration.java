package org.tocsin.client;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tocsin.audit.Audience;
import org.tocsin.audit.Audit;
import org.tocsin.audit.AuditEvent;
import org.tocsin.json.Faults;
import org.tocsin.json.Json;
import org.tocsin.json.Path;
import org.tocsin.party.Caller;
import org.tocsin.party.Organisations;
import org.tocsin.problem.Problem;
import org.tocsin.store.Refusal;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;
import org.tocsin.time.Now;
import org.tocsin.web.paging.Slice;

/**
 * Enrols, rotates and cuts off. What is wanted is committed here first, then the identity provider is brought to it,
 * then it is noted that it followed.
 *
 * <p>A new client is the other way round: it is made at the identity provider, disabled; then it is committed here; only then it is
 * enabled. So whatever is lost on the way, none is enabled there that is not known here. {@link AbandonedEnrolments} clears the rest away.
 *
 * <p>Crash story: if we crash before the first commit, nothing was wanted. After it, the row is out of step, and
 * {@link InStep} brings the identity provider to it, which can be done any number of times. A secret is not kept, so
 * one that was on its way is lost: the client is there, and its administrator rotates.
 */
@ApplicationScoped
public class ClientAdministration {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Clients clients;
    private final IdentityProvider identityProvider;
    private final InStep inStep;
    private final AbandonedEnrolments abandoned;
    private final CutOffs cutOffs;
    private final Audit audit;
    private final Now now;

    ClientAdministration(Transactions transactions, Organisations organisations, Clients clients,
            IdentityProvider identityProvider, InStep inStep, AbandonedEnrolments abandoned, CutOffs cutOffs, Audit audit, Now now) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.clients = clients;
        this.identityProvider = identityProvider;
        this.inStep = inStep;
        this.abandoned = abandoned;
        this.cutOffs = cutOffs;
        this.audit = audit;
        this.now = now;
    }

    public Slice<ClientView> page(ClientQuery query) {
        Instant at = now.instant();
        Instant endsBefore = query.expiringWithin() == null ? null : at.plus(query.expiringWithin());
        List<Client> found = transactions.seeing(Sight.all(), () -> clients.page(query, endsBefore, query.limit() + 1));
        return Slice.of(found.stream().map(client -> ClientView.of(client, at)).toList(), query.limit(), last -> query.next(last.id()));
    }

    /** @throws Problem 404 */
    public ClientView view(String id) {
        return transactions.seeing(Sight.all(), () -> ClientView.of(clients.named(id), now.instant()));
    }

    /** @throws Problem 409 when the name is taken, 422, 503 when the identity provider is not there: then nobody is enrolled */
    public Enrolled enrol(Caller admin, Enrolment enrolment) {
        identityProvider.demandAccount();
        Client client = EnrolmentRules.newClient(enrolment);
        abandoned.clear(client.id);
        begin(admin, client);
        Optional<String> secret = secretFor(client);
        try {
            identityProvider.bring(client, secret);
        } catch (Problem | IdentityProviderDown failed) {
            giveUp(admin, client, failed.getMessage());
            throw failed instanceof Problem refusal ? refusal : down();
        }
        finish(admin, client);
        inStep.tryToBring(client.id);
        return new Enrolled(view(client.id), secret.orElse(null));
    }

    private void finish(Caller admin, Client client) {
        transactions.seeing(Sight.all(), () -> {
            if (!clients.finish(client)) {
                throw down();
            }
            audit(admin, client, "client.enrolled", facts(client));
        });
    }

    private void begin(Caller admin, Client client) {
        client.wanted = Client.BEGUN;
        client.inStep = 0;
        client.enrolledBy = admin.name();
        client.enrolledAt = now.instant();
        try {
            transactions.seeing(Sight.all(), () -> {
                if (organisations.findById(client.organisation) == null) {
                    Faults faults = new Faults();
                    faults.add(Path.ROOT.to("organisation"), "unknown-organisation", "No organisation of this id is registered here.");
                    throw Problem.invalid("client", faults.list());
                }
                if (clients.findById(client.id) != null) {
                    throw taken();
                }
                clients.persistAndFlush(client);
                audit(admin, client, "client.enrolment-begun", facts(client));
            });
        } catch (PersistenceException e) {
            if (Refusal.UNIQUE_VIOLATION.caused(e)) {
                throw taken();
            }
            throw e;
        }
    }

    private void giveUp(Caller admin, Client client, String reason) {
        transactions.seeing(Sight.all(), () -> {
            clients.giveUp(client);
            audit(admin, client, "client.enrolment-failed", facts(client).put("reason", reason));
        });
        abandoned.remove(client.id);
    }

    /**
     * A secret is changed at once or not at all, for it is kept nowhere. A key or certificate is wanted from now on, also
     * when the identity provider follows later.
     *
     * @throws Problem 404, 422, 503
     */
    public Enrolled rotate(Caller admin, String id, Rotation rotation) {
        Client client = transactions.seeing(Sight.all(), () -> {
            Client held = clients.toChange(id);
            EnrolmentRules.rotate(held, rotation);
            boolean bySecret = held.proof.equals(Json.word(Proof.SECRET));
            if (bySecret) {
                identityProvider.demandAccount();
            }
            held.wanted++;
            audit(admin, held, bySecret ? "client.rotation-begun" : "client.rotated", facts(held));
            return held;
        });
        Optional<String> secret = secretFor(client);
        if (secret.isEmpty()) {
            inStep.tryToBring(id);
        } else {
            inStep.bring(id, secret).ifPresent(reason -> {
                throw down();
            });
            write(admin, client, "client.rotated", facts(client));
        }
        return new Enrolled(view(id), secret.orElse(null));
    }

    /** Felt on this replica at once, on the others within seconds, and when the identity provider follows there are no new tokens. */
    public ClientView cutOff(Caller admin, String id, Reason reason) {
        transactions.seeing(Sight.all(), () -> {
            Client client = clients.toChange(id);
            if (!client.isCutOff()) {
                client.cutOffSince = now.instant();
                client.wanted++;
                audit(admin, client, "client.cut-off", facts(client).put("reason", reason.reason()));
            }
        });
        return carryOut(id);
    }

    public ClientView restore(Caller admin, String id, Reason reason) {
        transactions.seeing(Sight.all(), () -> {
            Client client = clients.toChange(id);
            if (client.isCutOff()) {
                client.cutOffSince = null;
                client.wanted++;
                audit(admin, client, "client.restored", facts(client).put("reason", reason.reason()));
            }
        });
        return carryOut(id);
    }

    private ClientView carryOut(String id) {
        cutOffs.readAgain();
        inStep.tryToBring(id);
        return view(id);
    }

    private static Optional<String> secretFor(Client client) {
        return client.proof.equals(Json.word(Proof.SECRET)) ? Optional.of(Secrets.next()) : Optional.empty();
    }

    private void write(Caller admin, Client client, String type, ObjectNode detail) {
        transactions.seeing(Sight.all(), () -> audit(admin, client, type, detail));
    }

    private void audit(Caller admin, Client client, String type, ObjectNode detail) {
        audit.writeAs(admin.toOperators(), new AuditEvent(client.organisation, null, type, admin.actor(), Audience.OPERATOR, now.instant(), detail));
    }

    /** Nothing secret is among them: keys by their id, certificates by their digest. */
    private static ObjectNode facts(Client client) {
        ObjectNode facts = Json.MAPPER.createObjectNode()
                .put("client", client.id)
                .put("role", client.role)
                .put("proof", client.proof);
        if (client.key != null) {
            PublicKey.read(client.key).ifPresent(key -> facts.put("key", key.id()));
        }
        if (client.certificate != null) {
            EnrolledCertificate.read(client.certificate).ifPresent(good -> facts.put("certificateSha256", good.sha256()));
        }
        return facts;
    }

    private static Problem taken() {
        return Problem.conflict("client-exists", "Client exists", "A client of this name is enrolled here already. Choose another name.");
    }

    static Problem down() {
        return new Problem(503, "identity-provider-down", "Identity provider is down",
                "The identity provider could not be reached, so this was not done. Try again in a moment. "
                        + "A client can be cut off all the same.").retryAfter(10);
    }
}
