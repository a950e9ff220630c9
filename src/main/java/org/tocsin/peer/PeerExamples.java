package org.tocsin.peer;

/** A document of the CERT intake protocol as the API description shows it. A test hands it over. */
final class PeerExamples {

    static final String FIRST_REVISION = """
            {
              "schema": "urn:tocsin:cert-submission:1",
              "report": {
                "id": "019ab2f6-5a01-7c3e-8d2f-6b1f0c9a7e11",
                "reference": "TOC-7K3M-Q9XW-Y",
                "revision": 1,
                "receivedAt": "2026-11-23T03:13:00Z",
                "bodySha256": "28ee66f411e00f3d30cc7fddb8be25bea42ffdf45566402e0b1d563bdd011784",
                "receipt": "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ0b2NzaW4ifQ.c2lnbmF0dXJl"
              },
              "operator": {"id": "org-a", "name": "National Time Service"},
              "submission": {
                "title": "Time of two stratum-1 servers disagrees by 4 ms",
                "severity": "high",
                "suspectedMalicious": "unknown",
                "crossBorder": "unknown",
                "awareAt": "2026-11-23T03:12:00Z",
                "assets": [{"ref": "ntp-1"}]
              },
              "assessment": {"severity": "critical"}
            }""";

    private PeerExamples() {
    }
}
