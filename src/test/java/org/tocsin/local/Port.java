package org.tocsin.local;

/** The ports of the stack, each with the environment variable that changes it. */
public enum Port {
    TOCSIN("TOCSIN_PORT", 8080, "Tocsin: pages and API"),
    TOCSIN_TLS("TOCSIN_TLS_PORT", 8443, "Tocsin over TLS"),
    TOCSIN_MANAGEMENT("TOCSIN_MANAGEMENT_PORT", 8990, "Tocsin: health and metrics"),
    CERT("TOCSIN_CERT_PORT", 9080, "national CERT: pages"),
    CERT_TLS("TOCSIN_CERT_TLS_PORT", 9443, "national CERT over TLS: where reports are handed over"),
    CERT_MANAGEMENT("TOCSIN_CERT_MANAGEMENT_PORT", 9990, "national CERT: health and metrics"),
    KEYCLOAK("TOCSIN_KEYCLOAK_PORT", 8180, "Keycloak, for people; part of the issuer's name"),
    KEYCLOAK_TLS("TOCSIN_KEYCLOAK_TLS_PORT", 8543, "Keycloak over TLS: tokens bound to a certificate"),
    DATABASE("TOCSIN_DATABASE_PORT", 15432, "PostgreSQL");

    public final String variable;
    public final int usual;
    public final String purpose;

    Port(String variable, int usual, String purpose) {
        this.variable = variable;
        this.usual = usual;
        this.purpose = purpose;
    }
}
