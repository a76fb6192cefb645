package io.firstfill.contract.alert;

/** Subjects of alerts that another service than the one that raises them asks for by name. */
public final class AlertSubjects {
    /** Of {@code CREDENTIAL}: Vault does not answer the trader. Nothing is known against the credential itself. */
    public static final String VAULT = "vault";

    private AlertSubjects() {}
}
