package org.tocsin.report;

/** Reports as the API description shows them. A test sends each of them. */
final class ReportExamples {

    static final String EARLY_WARNING = """
            {
              "title": "Time of two stratum-1 servers disagrees by 4 ms",
              "description": "ntp-1 and ntp-2 have drifted apart since about 03:05 UTC; both were healthy yesterday.",
              "severity": "high",
              "suspectedMalicious": "unknown",
              "crossBorder": "unknown",
              "ongoing": true,
              "awareAt": "2026-11-23T03:12:00Z",
              "assets": [{"ref": "ntp-1"}, {"hostname": "ntp2.time.example"}],
              "contact": {"name": "Time desk", "phone": "+49 30 23125 100"},
              "externalRef": "NTS-2026-0418"
            }""";

    static final String GNSS_SPOOFING = """
            {
              "stage": "notification",
              "title": "GNSS spoofing at the primary site",
              "description": "Both receivers on the north mast moved together by 1.01 ms within 90 s, while the caesium ensemble and the common-view link stayed where they were.",
              "severity": "critical",
              "tlp": "TLP:AMBER+STRICT",
              "category": "availability/sabotage",
              "threats": ["rfc7384:3.2.10", "T1565"],
              "suspectedMalicious": "yes",
              "crossBorder": "unknown",
              "ongoing": true,
              "awareAt": "2026-11-23T11:14:05.250+08:00",
              "classifiedAt": "2026-11-23T12:00:00+08:00",
              "occurred": {"from": "2026-11-23T02:58:30Z", "uncertaintySeconds": "0.5", "clock": "caesium ensemble"},
              "assets": [{"ref": "gnss-north-1"}, {"hostname": "gnss-north-2.time.example"}, {"serial": "RX-20417", "ip": "192.0.2.17"}],
              "observations": [
                {"type": "gnss", "asset": "gnss-north-1", "observedAt": {"from": "2026-11-23T02:58:30Z", "to": "2026-11-23T03:05:00Z"},
                 "timescale": "UTC(k)", "reference": "UTC(k) from the caesium ensemble", "uncertaintySeconds": "0.000000020",
                 "method": "time interval counter against the master clock", "hypothesis": "malicious",
                 "constellations": ["GPS", "Galileo", "BeiDou"], "fixMode": "3d", "satellitesSeen": 14, "satellitesUsed": 11,
                 "satellites": [
                   {"constellation": "GPS", "svid": 7, "cn0DbHz": "51.5", "azimuthDegrees": "121", "elevationDegrees": "44.5", "used": true},
                   {"constellation": "Galileo", "svid": 21, "cn0DbHz": "33.0", "azimuthDegrees": "300", "elevationDegrees": "12", "used": false}],
                 "cn0DbHz": "51.2", "pdop": "1.4", "tdop": "0.9", "agcDb": "-11.5", "jamIndicator": 180, "spoofIndicator": "detected",
                 "antenna": "ok", "positionDeviationMetres": "2.7", "positionHold": false, "traim": "passed", "osnma": "failed",
                 "offsetSeconds": "0.00101", "ppsQuantisationSeconds": "0.000000004", "leapSeconds": 18},
                {"type": "clock", "asset": "gnss-north-1", "reference": "common-view link to another laboratory", "offsetSeconds": "0.0010101",
                 "frequencyPpm": "0.00001", "onset": "ramp", "holdover": {"state": "holdover", "since": "2026-11-23T03:06:00Z", "specifiedSeconds": "86400"},
                 "leapIndicator": 0, "taiMinusUtcSeconds": 37, "timeErrorSeconds": "0.00101", "mtieSeconds": "0.00101", "tdevSeconds": "0.0000003", "tauSeconds": "100"}],
              "indicators": [{"type": "signal", "value": "L1 C/A, all satellites within 0.5 dB", "firstSeen": "2026-11-23T02:58:30Z", "note": "genuine ones differ by 15 dB"}],
              "impact": {"services": ["NTP stratum 1", "PTP to the telecoms ring"], "usersAffected": 41000, "sectors": ["telecoms", "finance", "energy"],
                "description": "Two of six stratum-1 servers were out by 1 ms for seven minutes."},
              "mitigations": [{"description": "Receivers taken out of the ensemble; holdover on caesium", "progress": "applied", "at": "2026-11-23T03:06:00Z"}],
              "evidencePreserved": true,
              "helpRequested": true,
              "safeReference": "caesium ensemble, through the servers of the south site",
              "contact": {"name": "Time desk", "role": "duty engineer", "email": "duty@time.example", "phone": "+86 29 0000 0000", "availability": "day and night; use the telephone first"},
              "externalRef": "NTS-2026-0417"
            }""";

    static final String COMPROMISED_PHONE = """
            {
              "stage": "final",
              "title": "Phone of a time engineer was read out",
              "description": "A message exploited the messaging service of a staff phone; contacts, messages and stored credentials were read. The credentials were tried against the management network.",
              "severity": "high", "tlp": "TLP:RED", "category": "intrusions/privileged-account-compromise",
              "threats": ["T1664", "T1636.004", "T1078"],
              "suspectedMalicious": "yes", "crossBorder": "yes", "ongoing": false,
              "awareAt": "2026-10-01T08:00:00+08:00", "classifiedAt": "2026-10-01T09:30:00+08:00",
              "occurred": {"from": "2026-03-25T00:00:00+08:00", "to": "2026-09-30T23:00:00+08:00"},
              "assets": [{"serial": "F17ZK0AB12CD"}, {"ref": "mgmt-jump-1"}],
              "observations": [
                {"type": "device", "asset": "F17ZK0AB12CD", "observedAt": {"from": "2026-09-29T22:00:00+08:00"}, "method": "mobile forensics", "hypothesis": "malicious",
                 "kind": "phone", "holder": "time engineer, staff number 2207", "model": "a phone of 2022", "system": "18.1, last patched 2025-11", "managed": false,
                 "vector": "messaging service exploit without a click", "firstSignAt": "2026-03-25T01:13:00+08:00", "credentialsExposed": true,
                 "administers": ["gm-north-1", "ntp-1", "ntp-2"], "isolated": "yes"}],
              "impact": {"services": ["management network"], "usersAffected": 0, "description": "No time service was changed; credentials for three clocks had to be replaced."},
              "mitigations": [{"description": "Credentials replaced, phone kept as evidence", "progress": "applied"}, {"description": "Phones brought under management", "progress": "ongoing"}],
              "evidencePreserved": true, "helpRequested": false
            }""";

    private ReportExamples() {
    }
}
