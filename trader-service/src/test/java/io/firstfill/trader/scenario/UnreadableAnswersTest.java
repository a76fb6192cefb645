package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.service.alert.AlertBoard;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.fixture.AlertIdentities;
import io.firstfill.trader.fixture.Messages;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Proves that rows left out of an answer are alerted, stop nothing, and are forgotten at the next whole answer. */
class UnreadableAnswersTest {
    private static final String ACCOUNT = "/api/v3/account";

    private final EngineFixture fixture = new EngineFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void anOddRowAmongTheBalancesIsAlertedAndTheBuyStillLeaves() {
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(Messages.PERMIT));
        fixture.open();
        fixture.leftOut.put(ACCOUNT, "1, more than 20 digits");

        fixture.receive(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(60)));
        fixture.time.advance(Duration.ofSeconds(2));

        assertThat(raised()).singleElement().satisfies(alert -> {
            assertThat(alert.subject()).isEqualTo("trader " + ACCOUNT);
            assertThat(alert.summary()).contains("more than 20 digits");
        });
        assertThat(fixture.exchange.placed).hasSize(1);

        fixture.leftOut.put(ACCOUNT, "");
        fixture.time.advance(Duration.ofSeconds(1));

        assertThat(fixture.published(AlertCleared.class))
                .filteredOn(cleared -> cleared.kind() == AlertKind.UNREADABLE_ANSWER)
                .extracting(AlertCleared::subject)
                .containsOnlyOnce("trader " + ACCOUNT);
    }

    @Test
    void twoAlertsThatAreOneAtContractLevelOneAreFoundWhereverAScenarioOpensThem() {
        AlertBoard board = new AlertBoard(Messages.PAPER);
        AlertEvent degraded = board.raise(AlertKind.FEED_DEGRADED, ACCOUNT, Severity.WARNING, "odd", fixture.now())
                .orElseThrow();
        AlertEvent ended =
                board.clear(AlertKind.UNKNOWN_STATUS, ACCOUNT, fixture.now()).orElseThrow();
        AlertEvent elsewhere =
                board.clear(AlertKind.UNKNOWN_STATUS, "calendar", fixture.now()).orElseThrow();

        assertThat(AlertIdentities.clashes(List.of(degraded, ended))).hasSize(1);
        assertThat(AlertIdentities.clashes(List.of(degraded, elsewhere))).isEmpty();
    }

    private List<AlertRaised> raised() {
        return fixture.published(AlertRaised.class).stream()
                .filter(alert -> alert.kind() == AlertKind.UNREADABLE_ANSWER)
                .toList();
    }
}
