package io.firstfill.contract.value;

/** How soon a person must look. */
public enum Severity {
    INFO,
    /** Executions may suffer soon. */
    WARNING,
    /** Money or a promise is at risk now. */
    CRITICAL
}
