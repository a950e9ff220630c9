package org.tocsin.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.tocsin.json.Json;
import org.tocsin.store.Sight;
import org.tocsin.store.Transactions;

/** What other rooms may know of the clients that were enrolled here. */
@ApplicationScoped
public class EnrolledClients {

    private final Transactions transactions;
    private final Clients clients;

    EnrolledClients(Transactions transactions, Clients clients) {
        this.transactions = transactions;
        this.clients = clients;
    }

    /**
     * A sensor that may come in.
     *
     * @param key               with which it signs
     * @param certificateSha256 of the certificate that it shows, 64 hexadecimal digits
     */
    public record Sensor(String id, String organisation, Optional<PublicKey> key, Optional<String> certificateSha256) {
    }

    /** @return nothing for one that was not enrolled here, is no sensor, or is cut off; read from the database, not remembered */
    public Optional<Sensor> sensor(String id) {
        return transactions.seeing(Sight.all(), () -> clients.findByIdOptional(id))
                .filter(Client::isEnrolled).filter(client -> client.role.equals(Json.word(ClientRole.SENSOR)) && !client.isCutOff())
                .map(client -> new Sensor(client.id, client.organisation,
                        Optional.ofNullable(client.key).flatMap(PublicKey::read),
                        Optional.ofNullable(client.certificate).flatMap(EnrolledCertificate::read).map(EnrolledCertificate::sha256)));
    }
}
