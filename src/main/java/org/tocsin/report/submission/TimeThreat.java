package org.tocsin.report.submission;

/** The threats to time protocols of RFC 7384 §3.2; the third number of the code is its subsection. */
public enum TimeThreat {

    PACKET_MANIPULATION,
    SPOOFING,
    REPLAY,
    ROGUE_MASTER,
    INTERCEPTION_AND_REMOVAL,
    /** Not detectable by integrity checks: the packets are genuine, only late. */
    DELAY_MANIPULATION,
    LAYER_2_AND_3_DENIAL_OF_SERVICE,
    CRYPTOGRAPHIC_PERFORMANCE,
    PROTOCOL_DENIAL_OF_SERVICE,
    /** Jamming and spoofing of the grandmaster's own source, such as GNSS. */
    GRANDMASTER_SOURCE,
    IMPLEMENTATION_FLAWS,
    RECONNAISSANCE;

    /** As it stands in a submission, e.g. {@code rfc7384:3.2.6}. */
    public String code() {
        return "rfc7384:3.2." + (ordinal() + 1);
    }
}
