package org.tocsin.openapi;

import static org.tocsin.local.As.LIAISON_1;
import static org.tocsin.local.As.OPERATOR_A;

import java.util.Map;
import java.util.UUID;
import org.tocsin.behalf.Telephone;
import org.tocsin.local.TestOrganisation;

/** Reports that a liaison takes on the telephone. */
final class BehalfScenes {

    static final Map<String, Scene> ALL = Map.of(
            "POST /api/v1/behalf", () -> Call.by(LIAISON_1).with("Idempotency-Key", UUID.randomUUID().toString()),
            "GET /api/v1/behalf", () -> {
                Telephone.taken(TestOrganisation.A.id());
                return Call.by(OPERATOR_A).asking("confirmation", "unconfirmed").asking("limit", 1);
            },
            "GET /api/v1/reports/{id}/behalf", () -> Call.by(LIAISON_1).at("id", Telephone.taken(TestOrganisation.A.id()).id()),
            "POST /api/v1/reports/{id}/behalf/confirmation", () -> Call.by(OPERATOR_A).at("id", Telephone.taken(TestOrganisation.A.id()).id()),
            "POST /api/v1/reports/{id}/behalf/call-back", () -> Call.by(LIAISON_1).at("id", Telephone.taken(TestOrganisation.A.id()).id()));

    private BehalfScenes() {
    }
}
