package io.firstfill.control.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Meta;
import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.control.PriorMessages;
import io.firstfill.control.Settings;
import io.firstfill.control.environment.BalanceBook;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Proves that the gate is open only while the account is known to hold enough for one buy. */
class BalanceCheckTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    private Instant now = NOON;
    private final BalanceBook book = new BalanceBook(MessageCodec.standard());
    private final BalanceCheck check = new BalanceCheck(book, () -> now, Settings.standard());

    @Test
    void aBalanceThatIsNotKnownClosesTheGateAndNamesARemedy() {
        assertThat(item(null).ok()).isFalse();
        assertThat(item(null).remedy()).contains("unknown", "validate the credential");
    }

    @Test
    void theAccountMustHoldOneBuyOfTheChosenConfiguration() {
        report("50 USDT");
        now = NOON.plus(Duration.ofMinutes(5));

        assertThat(item(buying("50")).ok()).isTrue();
        assertThat(item(buying("50.01")).ok()).isFalse();
        assertThat(item(buying("50.01")).remedy())
                .contains("as of 5 min ago", "50 USDT", "one buy of 50.01 USDT", "deposit");
    }

    @Test
    void anotherAssetPaysForNothing() {
        report("0 USDT", "500 USDC");

        assertThat(item(buying("10")).ok()).isFalse();
        assertThat(item(buying("10")).remedy()).contains("Free, as of 0 s ago, is 0 USDT,");
        assertThat(item(null).ok()).as("no configuration is chosen").isTrue();
    }

    @Test
    void anAssetThatWasNotReportedIsNotHeld() {
        report("500 USDC");

        assertThat(item(buying("10")).remedy()).contains("is nothing, which does not pay");
    }

    @Test
    void withoutAChosenConfigurationAnEmptyAccountClosesTheGate() {
        report("0 USDT");

        assertThat(item(null).remedy()).contains("does not pay for any buy");
    }

    @Test
    void anOldBalanceClosesTheGateAndStatesItsAge() {
        report("500 USDT");
        now = NOON.plus(Duration.ofHours(2));
        assertThat(item(buying("10")).ok()).isTrue();

        now = now.plus(Duration.ofHours(1));

        assertThat(item(buying("10")).ok()).isFalse();
        assertThat(item(buying("10")).remedy()).contains("3 h old (500 USDT)", "validate the credential");
    }

    @Test
    void theLatestReportHolds() {
        report("5 USDT");
        report("500 USDT");

        assertThat(item(buying("10")).ok()).isTrue();
    }

    @Test
    void aDeploymentWhoseTradersReportNoBalancesHasNoSuchItem() {
        BalanceBook before = new BalanceBook(new MessageCodec(new ObjectMapper(), 2));

        assertThat(new BalanceCheck(before, () -> now, Settings.standard()).item(PAPER, null))
                .isEmpty();
    }

    private GateItem item(@Nullable Configuration chosen) {
        return check.item(PAPER, chosen).orElseThrow();
    }

    /** Buys with USDT. */
    private static Configuration buying(String quoteAmount) {
        return PriorMessages.configuration("chosen", quoteAmount, "1000");
    }

    private void report(String... free) {
        book.apply(new BalancesReported(
                Meta.first(MessageId.derivedFrom("report", Arrays.toString(free)), now),
                PAPER,
                Arrays.stream(free)
                        .map(text -> text.split(" "))
                        .map(parts -> new Balance(Asset.of(parts[1]), Amount.of(parts[0]), Amount.ZERO))
                        .toList(),
                now));
    }
}
