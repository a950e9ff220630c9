package org.tocsin.web;

import java.util.List;

/** Who comes to which address: machines with a token, people with a session, or anyone for a file. */
public final class Paths {

    private static final List<String> MACHINES = List.of("/api", "/cert", "/audit/log", "/audit/witness", "/.well-known", "/openapi");
    private static final List<String> TOKENS = List.of("/api", "/cert");
    private static final List<String> DESKS = List.of("/triage", "/behalf", "/quarantine", "/audit", "/admin", "/duty");
    private static final List<String> FILES = List.of("/static");
    private static final List<String> FRAMEWORK = List.of("/q");
    private static final List<String> DOCS = List.of("/q/swagger-ui");

    private Paths() {
    }

    public static boolean isForMachines(String path) {
        return within(path, MACHINES) || isOfFramework(path);
    }

    /** Of an address that is none of ours: whether it begins as those for machines do. */
    static boolean isMeantForMachines(String target) {
        return MACHINES.stream().anyMatch(target::startsWith);
    }

    /** The framework's own: health, metrics and, outside production, Swagger UI. */
    static boolean isOfFramework(String path) {
        return within(path, FRAMEWORK);
    }

    /** Needs a token: what is answered is for who shows it. */
    static boolean isOfTokens(String path) {
        return within(path, TOKENS);
    }

    /** Swagger UI. */
    static boolean isOfDocs(String path) {
        return within(path, DOCS);
    }

    /** Pages of liaisons, auditors and administrators, which there are only in English. */
    static boolean isOfDesks(String path) {
        return within(path, DESKS);
    }

    static boolean isFile(String path) {
        return within(path, FILES);
    }

    private static boolean within(String path, List<String> roots) {
        return roots.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"));
    }
}
