package org.tocsin.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.tocsin.json.Faults;
import org.tocsin.json.Json;
import org.tocsin.json.Path;
import org.tocsin.problem.Problem;

/** What a client's key and certificate must be for the way in which it proves itself. */
final class EnrolmentRules {

    private static final Path KEY = Path.ROOT.to("key");
    private static final Path CERTIFICATE = Path.ROOT.to("certificate");

    private EnrolmentRules() {
    }

    /** @throws Problem 422 with every fault */
    static Client newClient(Enrolment enrolment) {
        Client client = new Client();
        client.id = enrolment.id();
        client.organisation = enrolment.organisation();
        client.title = enrolment.title();
        client.role = Json.word(enrolment.role());
        client.proof = Json.word(enrolment.proof());
        Faults faults = new Faults();
        given(client, enrolment.proof(), enrolment.key(), enrolment.certificate(), faults);
        if (enrolment.proof() == Proof.KEY && enrolment.key() == null) {
            faults.add(KEY, "missing", "A client that proves itself by a key needs one.");
        }
        if (enrolment.proof() == Proof.CERTIFICATE && enrolment.certificate() == null) {
            faults.add(CERTIFICATE, "missing", "A client that proves itself by a certificate needs one.");
        }
        refuse(faults);
        return client;
    }

    /** @throws Problem 422 with every fault */
    static void rotate(Client client, Rotation rotation) {
        Faults faults = new Faults();
        Proof proof = Json.MAPPER.convertValue(client.proof, Proof.class);
        given(client, proof, rotation.key(), rotation.certificate(), faults);
        if (proof != Proof.SECRET && rotation.key() == null && rotation.certificate() == null) {
            faults.add(Path.ROOT, "missing", "Say with what the client proves itself from now on: key or certificate.");
        }
        refuse(faults);
    }

    private static void given(Client client, Proof proof, JsonNode key, String pem, Faults faults) {
        if (key != null && proof != Proof.KEY) {
            faults.add(KEY, "not-here", "Only a client with proof key has one.");
        } else if (key != null) {
            Optional<PublicKey> read = PublicKey.read(key);
            read.ifPresentOrElse(good -> client.key = good.toString(), () -> faults.add(KEY, "not-a-key",
                    "Not the public half of a usable key: a JSON Web Key, EC P-256, Ed25519, or RSA of 2048 bits and more."));
        }
        if (pem != null && proof == Proof.SECRET) {
            faults.add(CERTIFICATE, "not-here", "A client with a secret has no certificate.");
        } else if (pem != null) {
            Optional<EnrolledCertificate> read = EnrolledCertificate.read(pem);
            read.ifPresentOrElse(good -> {
                client.certificate = pem;
                client.certificateUntil = good.until();
            }, () -> faults.add(CERTIFICATE, "not-a-certificate",
                    "Not one certificate in PEM, or its private key is with it, which must stay where it was made."));
        }
    }

    private static void refuse(Faults faults) {
        if (!faults.none()) {
            throw Problem.invalid("client", faults.list());
        }
    }
}
