package io.firstfill.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.Scenario;
import io.firstfill.local.launch.Stack;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Proves on the running stack that the trader buys with its key while Vault is away, that the gate names the cause, and
 * that a trader that starts without Vault buys nothing until Vault is back.
 */
@Tag("long")
class VaultFaultsIT extends Scenario {
    /** The trader reads Vault every 5 s in the local stack, and a reading that hangs takes 4 s. */
    private static final Duration NOTICED = Duration.ofSeconds(30);

    /** How Vault is away, and the part of the gate's remedy that names it. */
    enum Away {
        SEALED("sealed (503)"),
        HANGING("does not answer in time"),
        GONE("cannot be connected to");

        private final String cause;

        Away(String cause) {
            this.cause = cause;
        }
    }

    VaultFaultsIT(Stack stack) {
        super(stack);
    }

    @AfterEach
    void bringVaultBack() {
        stack.vault().faults().end();
        join(stack.vault().stop());
        join(stack.vault().start());
        awaitGate();
    }

    @ParameterizedTest
    @EnumSource(Away.class)
    void aKeyInUseBuysWhileVaultIsAwayAndTheGateNamesTheCause(Away away) {
        startedRun();
        begin(away);
        assertThat(awaitVaultItem().getString("remedy")).contains(away.cause);

        String base = surprise();

        assertThat(awaitTrade(base, Duration.ofSeconds(20)).getString("pair")).startsWith(base);
    }

    @Test
    void revokedTokensAreReplacedAndNobodyNotices() {
        startedRun();
        stack.vault().revokeTokens();

        await().during(Duration.ofSeconds(12))
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(operator.failingGateItems("paper")).isEmpty());
    }

    @Test
    void aTraderThatStartsWithoutVaultBuysNothingAndGoesOnByItselfWhenVaultIsBack() {
        startedRun();
        begin(Away.SEALED);
        stack.restart("trader-service");
        assertThat(awaitVaultItem().getString("remedy")).contains("Nothing is bought");
        String missed = surprise();
        awaitOpen(missed);
        await("the buy of " + missed + " to be denied")
                .atMost(NOTICED)
                .until(() ->
                        ledger.orders(missed).stream().anyMatch(order -> "DENIED".equals(order.getString("status"))));

        stack.vault().faults().end();
        awaitGate();

        String base = surprise();
        assertThat(awaitTrade(base, Duration.ofSeconds(20)).getString("pair")).startsWith(base);
        assertThat(exchange.arrivals(missed + "USDT")).isEmpty();
    }

    private void begin(Away away) {
        switch (away) {
            case SEALED -> stack.vault().faults().seal();
            case HANGING -> stack.vault().faults().hang();
            case GONE -> join(stack.vault().stop());
        }
    }

    private JsonObject awaitVaultItem() {
        return await("the gate to name Vault")
                .atMost(NOTICED)
                .until(this::vaultItem, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JsonObject> vaultItem() {
        return operator.failingGateItems("paper").stream()
                .filter(item -> "vault".equals(item.getString("name")))
                .findFirst();
    }

    private String surprise() {
        String base = newToken();
        exchange.surpriseListing(base, in(Duration.ofSeconds(2)), PRICE);
        return base;
    }

    private static void join(Future<?> done) {
        done.toCompletionStage().toCompletableFuture().join();
    }
}
