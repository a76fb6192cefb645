package io.firstfill.trader.credential;

import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ValidateCredential;
import io.firstfill.contract.run.SuspensionReason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The result of a check of the credential. Its events are published already; what follows for runs is the engine's to
 * decide.
 */
public sealed interface CredentialResult {
    /**
     * The exchange has answered for the key.
     *
     * @param usable whether the key may trade spot
     * @param changed whether another key may be in use from now on
     * @param command the operator's command, where one asked for the check
     * @param balances of the account, from the same answer
     * @param askedAt when the check began, by our clock
     */
    record Answered(
            boolean usable,
            boolean changed,
            @Nullable ValidateCredential command,
            AccountBalances balances,
            Instant askedAt)
            implements CredentialResult {}

    /**
     * The credential is missing, rejected or rotated.
     *
     * @param wasValid whether it had been valid: only then are runs suspended; at the start an invalid one blocks
     *     without that
     */
    record Lost(boolean wasValid, SuspensionReason reason, String detail, Meta cause) implements CredentialResult {}

    /** Nothing was learned: Vault or the exchange did not answer, or nothing has changed. */
    record Unchanged() implements CredentialResult {}
}
