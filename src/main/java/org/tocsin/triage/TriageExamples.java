package org.tocsin.triage;

/** Acts of triage as the API description shows them. A test does each of them. */
final class TriageExamples {

    static final String CLAIM = """
            {"version": 1}""";

    static final String UNCLAIM = """
            {"version": 2}""";

    static final String GRADE = """
            {"version": 2, "severity": "critical"}""";

    static final String RELEASE = """
            {"version": 2, "destinations": ["national-cert"]}""";

    private TriageExamples() {
    }
}
