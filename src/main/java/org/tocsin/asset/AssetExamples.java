package org.tocsin.asset;

/** Inventory entries as the API description shows them. A test sends each of them. */
final class AssetExamples {

    static final String TIME_SERVER = """
            {
              "name": "Public NTP server 1",
              "kind": "time-server",
              "criticality": 5,
              "sector": "timekeeping",
              "site": "Laboratory building, clock hall",
              "ownerContact": "clocks@time.example, +49 30 23125 100",
              "timeScale": "UTC(k)",
              "identifiers": [
                {"kind": "hostname", "value": "ntp1.time.example"},
                {"kind": "ip", "value": "192.0.2.17"},
                {"kind": "ip", "value": "2001:db8:17::123"},
                {"kind": "serial", "value": "NTS-4100-0017"}
              ],
              "attributes": {"model": "NTS-4100", "rack": "B 2", "software": "chrony 4.6"},
              "edges": [
                {"type": "takes-time-from", "to": {"ref": "ptp-grandmaster-1"}},
                {"type": "hosted-on", "to": {"hostname": "host17.time.example"}}
              ],
              "riskAssessedAt": "2026-03-02",
              "riskReviewDueAt": "2027-03-02",
              "notes": "Answers the public; rate limited at the edge."
            }""";

    static final String GRANDMASTER = """
            {
              "name": "PTP grandmaster of the telecoms ring",
              "kind": "grandmaster",
              "criticality": 5,
              "sector": "telecoms",
              "timeScale": "TAI",
              "identifiers": [{"kind": "clockIdentity", "value": "00:1b:19:ff:fe:00:01:02"}],
              "edges": [
                {"type": "takes-time-from", "to": {"ref": "caesium-1"}},
                {"type": "managed-by", "to": {"ref": "admin-laptop-3"}}
              ],
              "riskAssessedAt": "2026-06-15"
            }""";

    static final String TELEPHONE = """
            {
              "name": "Telephone of the clock engineer on duty",
              "kind": "mobile-device",
              "criticality": 3,
              "ownerContact": "duty@time.example",
              "identifiers": [{"kind": "serial", "value": "F2L-77-1904"}],
              "edges": [{"type": "administers", "to": {"ref": "ntp-1"}}],
              "posture": {
                "managed": true,
                "osUpToDate": true,
                "lastPatchedAt": "2026-11-03",
                "strongSignIn": true,
                "screenLock": true,
                "encrypted": true
              }
            }""";

    private AssetExamples() {
    }
}
