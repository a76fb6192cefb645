package io.firstfill.trader.scenario.balance;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Proves that a balance that pays for too few buys of the running configuration raises an alert, and clears it. */
class LowBalanceTest {
    private static final Duration INTERVAL = Duration.ofMinutes(3).plusSeconds(5);

    private EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void theAlertIsRaisedBelowThreeBuysAndClearedWhenTheBalanceRises() {
        Accounts.holding(fixture, "150")
                .past(Messages.trading(), Messages.started())
                .open();
        assertThat(raised()).isEmpty();

        Accounts.answering(fixture, "149.99");
        fixture.time.advance(INTERVAL);

        assertThat(raised()).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo("balance USDT");
            assertThat(alert.summary()).contains("149.99 USDT pay for 2 buys of 50");
        });
        assertThat(cleared()).isEmpty();

        Accounts.answering(fixture, "150");
        fixture.time.advance(INTERVAL);

        assertThat(cleared()).containsExactly("balance USDT");
        assertThat(raised()).hasSize(1);
    }

    @Test
    void theNumberOfBuysIsASetting() {
        fixture.close();
        fixture = new EngineFixture(Map.of("firstfill.balance.low-buys", "1"));
        Accounts.holding(fixture, "50")
                .past(Messages.trading(), Messages.started())
                .open();
        assertThat(raised()).isEmpty();

        Accounts.answering(fixture, "49");
        fixture.time.advance(INTERVAL);

        assertThat(raised()).hasSize(1);
    }

    @Test
    void noRunNeedsABalanceAndTheEndOfARunEndsItsAlert() {
        Accounts.holding(fixture, "1").past(Messages.trading()).open();
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(raised()).isEmpty();

        fixture.receive(Messages.started());
        fixture.time.advance(Duration.ofSeconds(2));
        assertThat(raised()).hasSize(1);

        fixture.receive(Messages.stop());
        fixture.time.advance(Duration.ofSeconds(6));
        assertThat(cleared()).containsExactly("balance USDT");
    }

    /** Below contract level 3 the alert is on its topic under another kind. */
    @ParameterizedTest
    @EnumSource(names = {"BALANCE_LOW", "CREDENTIAL"})
    void anAlertOfAnEarlierTraderIsOverOnceTheBalanceIsKnownToBeEnough(AlertKind kind) {
        AlertEvent left = new AlertBoard(Messages.PAPER)
                .raise(
                        kind,
                        "balance USDT",
                        Severity.WARNING,
                        "left open",
                        fixture.now().minusSeconds(60))
                .orElseThrow();
        fixture.past(left, Messages.trading(), Messages.started()).open();
        fixture.time.advance(Duration.ofSeconds(5));
        assertThat(cleared()).as("not known yet").isEmpty();

        Accounts.answering(fixture, "1000");
        fixture.time.advance(Duration.ofSeconds(15));

        assertThat(cleared()).containsExactly("balance USDT");
    }

    private List<AlertRaised> raised() {
        return fixture.published(AlertRaised.class).stream()
                .filter(alert -> alert.kind() == AlertKind.BALANCE_LOW)
                .toList();
    }

    private List<String> cleared() {
        return fixture.published(AlertCleared.class).stream()
                .map(AlertCleared::subject)
                .filter(subject -> subject.startsWith("balance"))
                .toList();
    }
}
