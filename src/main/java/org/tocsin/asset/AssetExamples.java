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

    static final String FILE = """
            {
              "assets": [
                {"ref": "ntp-1", "name": "Public NTP server 1", "kind": "time-server", "criticality": 5, "sector": "timekeeping",
                 "identifiers": [{"kind": "hostname", "value": "ntp1.time.example"}, {"kind": "ip", "value": "192.0.2.17"}],
                 "edges": [{"type": "takes-time-from", "to": {"ref": "ptp-grandmaster-1"}}], "riskAssessedAt": "2026-03-02"},
                {"ref": "ptp-grandmaster-1", "name": "PTP grandmaster of the telecoms ring", "kind": "grandmaster", "criticality": 5,
                 "identifiers": [{"kind": "clockIdentity", "value": "00:1b:19:ff:fe:00:01:02"}]}
              ]
            }""";

    static final String TABLE = """
            ref,name,kind,criticality,sector,site,ownerContact,identifiers,attributes,edges,riskAssessedAt
            ntp-1,Public NTP server 1,time-server,5,timekeeping,"Laboratory building, clock hall",'+49 30 23125 100,hostname=ntp1.time.example | ip=192.0.2.17,rack=B 2 | model=NTS-4100,takes-time-from ref=ptp-grandmaster-1,2026-03-02
            ptp-grandmaster-1,PTP grandmaster of the telecoms ring,grandmaster,5,telecoms,,,clockIdentity=00:1b:19:ff:fe:00:01:02,,,
            """;

    static final String NETBOX = """
            {
              "count": 1,
              "next": null,
              "previous": null,
              "results": [
                {
                  "id": 417,
                  "url": "https://netbox.time.example/api/dcim/devices/417/",
                  "display": "ntp1.time.example",
                  "name": "ntp1.time.example",
                  "device_type": {"id": 12, "manufacturer": {"id": 3, "name": "Example Clocks", "slug": "example-clocks"},
                                  "model": "NTS-4100", "slug": "nts-4100"},
                  "role": {"id": 7, "name": "NTP server", "slug": "ntp-server"},
                  "tenant": null,
                  "platform": {"id": 5, "name": "Debian 13", "slug": "debian-13"},
                  "serial": "NTS-4100-0017",
                  "asset_tag": "L-2041",
                  "site": {"id": 1, "name": "Laboratory north", "slug": "laboratory-north"},
                  "location": {"id": 2, "name": "Clock hall", "slug": "clock-hall"},
                  "rack": {"id": 9, "name": "B 2"},
                  "position": 14.0,
                  "face": {"value": "front", "label": "Front"},
                  "status": {"value": "active", "label": "Active"},
                  "primary_ip": {"id": 88, "family": {"value": 4, "label": "IPv4"}, "address": "192.0.2.17/24"},
                  "primary_ip4": {"id": 88, "family": {"value": 4, "label": "IPv4"}, "address": "192.0.2.17/24"},
                  "primary_ip6": {"id": 89, "family": {"value": 6, "label": "IPv6"}, "address": "2001:db8:17::123/64"},
                  "description": "Answers the public",
                  "comments": "",
                  "tags": [{"id": 4, "name": "public", "slug": "public"}],
                  "custom_fields": {"tocsin_criticality": 5, "tocsin_sector": "timekeeping"},
                  "created": "2024-02-11T08:00:00Z",
                  "last_updated": "2026-10-02T14:11:09Z"
                }
              ]
            }""";

    static final String NETBOX_TABLE = """
            Name,Status,Site,Location,Rack,Role,Manufacturer,Type,IPv4 Address,IPv6 Address,Serial number,Asset tag,Description
            ntp1.time.example,Active,Laboratory north,Clock hall,B 2,NTP server,Example Clocks,NTS-4100,192.0.2.17/24,2001:db8:17::123/64,NTS-4100-0017,L-2041,Answers the public
            """;

    private AssetExamples() {
    }
}
