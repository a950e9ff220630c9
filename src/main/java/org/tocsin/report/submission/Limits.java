package org.tocsin.report.submission;

/** How much one submission may hold: more than an incident needs, less than would hurt. */
public final class Limits {

    public static final int BODY_BYTES = 256 * 1024;
    public static final int DEPTH = 20;

    public static final int OBSERVATIONS = 1_000;
    public static final int ASSETS = 200;
    public static final int INDICATORS = 500;
    public static final int THREATS = 50;
    public static final int MITIGATIONS = 100;
    public static final int SERVICES = 100;
    public static final int SECTORS = 30;
    /** Four systems in full view, with room for the ghosts of a spoofer. */
    public static final int SATELLITES = 200;
    public static final int ADMINISTERED = 200;
    public static final int MEASURES = 100;

    private Limits() {
    }
}
