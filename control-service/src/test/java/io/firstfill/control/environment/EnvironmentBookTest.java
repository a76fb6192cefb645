package io.firstfill.control.environment;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Meta;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.cap.CapNumbers;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.permit.CapLevel;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.alert.AlertBoard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Readiness and the panel show the alerts that hold, however long they hold and whenever control was started. */
class EnvironmentBookTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-04-01T12:00:00Z");
    /** How long the topic keeps its records, and how far back control reads it. */
    private static final Duration KEPT = Duration.ofDays(7);

    private final AlertBoard board = new AlertBoard(PAPER);
    private final List<AlertEvent> topic = new ArrayList<>();

    @Test
    void anAlertOlderThanItsTopicIsOpenAfterEveryRestart() {
        raiseAndHoldFor(Duration.ofDays(30));

        for (int day = 1; day <= 30; day++) {
            assertThat(restartedAt(NOON.plus(Duration.ofDays(day))).openAlerts(PAPER))
                    .as("day %d", day)
                    .hasSize(1);
        }
    }

    @Test
    void aRestatedAlertIsOpenSinceItWasRaisedFirst() {
        raiseAndHoldFor(Duration.ofDays(6));
        EnvironmentBook book = restartedAt(NOON.plus(Duration.ofDays(6)));

        assertThat(book.openAlerts(PAPER))
                .singleElement()
                .satisfies(alert -> assertThat(alert.meta().occurredAt()).isEqualTo(NOON));
        book.apply(new AlertCleared(
                Meta.first(MessageId.derivedFrom("end"), NOON), PAPER, AlertKind.FEED_SILENT, "calendar"));
        assertThat(book.openAlerts(PAPER)).isEmpty();
    }

    @Test
    void anAlertAboutACapHasTheNumbersStatedLast() {
        EnvironmentBook book = new EnvironmentBook();
        book.apply(near("8"));
        book.apply(near("9"));

        assertThat(book.openAlerts(PAPER))
                .singleElement()
                .extracting(OpenAlert::of)
                .extracting(OpenAlert::cap)
                .isEqualTo(numbers("9"));
    }

    private static AlertRaised near(String used) {
        Meta meta = Meta.first(MessageId.derivedFrom("near", used), NOON);
        return new AlertRaised(
                meta, PAPER, AlertKind.CAP_NEAR, "SPEND near", Severity.WARNING, "nearly", null, null, numbers(used));
    }

    private static CapNumbers numbers(String used) {
        return new CapNumbers(Cap.SPEND, CapLevel.RUN, used, "10", null);
    }

    @Test
    void aHaltIsSupersededOnceAnotherStateIsCommanded() {
        EnvironmentBook book = new EnvironmentBook();

        book.apply(command(TradingState.HALTED));
        assertThat(book.isSuperseded(PAPER, TradingState.HALTED)).isFalse();
        book.apply(command(TradingState.ACTIVE));
        assertThat(book.isSuperseded(PAPER, TradingState.HALTED)).isTrue();
        book.apply(command(TradingState.HALTED));
        assertThat(book.isSuperseded(PAPER, TradingState.HALTED)).isFalse();
    }

    private static SetTradingState command(TradingState state) {
        Meta meta = Meta.first(MessageId.derivedFrom("command", state), NOON);
        return new SetTradingState(meta, PAPER, Actor.system("test"), state, "tested");
    }

    private void raiseAndHoldFor(Duration time) {
        board.raise(AlertKind.FEED_SILENT, "calendar", Severity.WARNING, "silent", NOON)
                .ifPresent(topic::add);
        for (Instant now = NOON; !now.isAfter(NOON.plus(time)); now = now.plusSeconds(60)) {
            topic.addAll(board.restate(now));
        }
    }

    private EnvironmentBook restartedAt(Instant now) {
        EnvironmentBook book = new EnvironmentBook();
        topic.stream()
                .filter(event -> event.meta().occurredAt().isAfter(now.minus(KEPT)))
                .filter(event -> !event.meta().occurredAt().isAfter(now))
                .forEach(book::apply);
        return book;
    }
}
