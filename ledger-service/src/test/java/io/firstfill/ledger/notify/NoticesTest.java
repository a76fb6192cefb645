package io.firstfill.ledger.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.exit.SellResolved;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.PositionId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.order.reason.Resolution;
import io.firstfill.contract.run.RunStopped;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Quantity;
import io.firstfill.contract.value.Severity;
import io.firstfill.contract.value.TradingState;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.notify.Notice.Phase;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What of the journal people are told, how gravely, and what of it lasts. */
class NoticesTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

    private final LedgerFixture fixture = new LedgerFixture();

    @ParameterizedTest
    @CsvSource({"HALTED, CRITICAL", "REDUCING, WARNING", "ACTIVE, INFO"})
    void aTradingStateIsToldAsGravelyAsItIs(TradingState state, Severity severity) {
        Notification told =
                told(new TradingStateChanged(LedgerFixture.meta(NOON), PAPER, state, "news", Actor.of("olga")));

        assertThat(told.event()).isEqualTo(NotificationEvent.HALT);
        assertThat(told.severity()).isEqualTo(severity);
        assertThat(told.text()).contains("olga", "news");
    }

    @Test
    void aRunThatStopsWithOrdersInDoubtIsAWarning() {
        RunId run = new RunId(UUID.randomUUID());

        assertThat(told(new RunStopped(LedgerFixture.meta(NOON), PAPER, run, 2)).severity())
                .isEqualTo(Severity.WARNING);
        assertThat(told(new RunStopped(LedgerFixture.meta(NOON), PAPER, run)).severity())
                .isEqualTo(Severity.INFO);
        assertThat(told(fixture.started(run)).event()).isEqualTo(NotificationEvent.RUN_STARTED);
    }

    @ParameterizedTest
    @CsvSource({
        "LISTING_MISSED, MISSED, MOMENT",
        "CAP_NEAR, CAP_NEAR, BEGINS",
        "CAP_REACHED, CAP_REACHED, BEGINS",
        "UNRESOLVED_ORDER, ORDER_UNRESOLVED, BEGINS",
        "THROTTLED, ALERT_RAISED, BEGINS"
    })
    void anAlertIsTheEventOfItsKind(AlertKind kind, NotificationEvent event, Phase phase) {
        Notice notice = Notices.of(raised(kind)).orElseThrow();

        assertThat(notice.notification().event()).isEqualTo(event);
        assertThat(notice.phase()).isEqualTo(phase);
    }

    @ParameterizedTest
    @EnumSource(value = AlertKind.class, names = "LISTING_MISSED", mode = EnumSource.Mode.EXCLUDE)
    void theEndOfAnAlertEndsTheConditionThatItBegan(AlertKind kind) {
        Notice end = Notices.of(new AlertCleared(LedgerFixture.meta(NOON), PAPER, kind, "it"))
                .orElseThrow();

        assertThat(end.phase()).isEqualTo(Phase.ENDS);
        assertThat(end.condition())
                .isEqualTo(Notices.of(raised(kind)).orElseThrow().condition());
    }

    @Test
    void whatIsEverydayWorkIsNotTold() {
        assertThat(Notices.of(fixture.announced(1, "NEWT", NOON))).isEmpty();
        assertThat(Notices.of(fixture.submitted(1, NOON, "10"))).isEmpty();
        assertThat(Notices.of(new AlertCleared(LedgerFixture.meta(NOON), PAPER, AlertKind.LISTING_MISSED, "it")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"SETTLED, 5, true", "OPERATOR, 5, true", "SETTLED, 0, false", "ABSENT, , false", "FOUND, 5, false"})
    void aSellThatNoLaterEventTellsIsToldAsSold(Resolution resolution, @Nullable String sold, boolean told) {
        Optional<Notice> notice = Notices.of(resolved(resolution, sold));

        assertThat(notice.isPresent())
                .as("what was found is told by its fill")
                .isEqualTo(told);
        notice.map(Notice::notification).ifPresent(it -> {
            assertThat(it.event()).isEqualTo(NotificationEvent.SOLD);
            assertThat(it.text()).contains("Sold 5 for 12");
        });
    }

    @Test
    void aTargetGetsWhatItChoseAtItsSeverityOrAboveAndEveryTest() {
        NotificationTarget target = target(Severity.WARNING, EnumSet.of(NotificationEvent.HALT));

        assertThat(target.wants(of(NotificationEvent.HALT, Severity.CRITICAL))).isTrue();
        assertThat(target.wants(of(NotificationEvent.HALT, Severity.WARNING))).isTrue();
        assertThat(target.wants(of(NotificationEvent.HALT, Severity.INFO))).isFalse();
        assertThat(target.wants(of(NotificationEvent.BOUGHT, Severity.CRITICAL)))
                .isFalse();
        assertThat(target.wants(of(NotificationEvent.TEST, Severity.INFO))).isTrue();
    }

    @Test
    void aTextIsCutBeforeItIsTooLongForAReceiverAndNotWithinACharacter() {
        String smile = "\uD83D\uDE00";
        Notification cut = new Notification(
                MessageId.derivedFrom("long"),
                PAPER,
                NotificationEvent.TEST,
                Severity.INFO,
                "t".repeat(300),
                "x" + smile.repeat(600) + "\0",
                NOON,
                false);

        assertThat(cut.title()).hasSize(Notification.MAX_TITLE).endsWith("…");
        assertThat(cut.text()).hasSizeLessThanOrEqualTo(Notification.MAX_TEXT).endsWith(smile + "…");
    }

    private SellResolved resolved(Resolution resolution, @Nullable String sold) {
        MessageId exit = MessageId.derivedFrom("exit");
        PositionId position = PositionId.derivedFrom(fixture.run, Pair.of("NEWT/USDT"));
        return new SellResolved(
                LedgerFixture.meta(NOON),
                PAPER,
                fixture.run,
                position,
                Pair.of("NEWT/USDT"),
                ClientOrderId.ofSell(position, exit, 1),
                exit,
                resolution,
                "as the exchange shows it",
                null,
                sold == null ? null : Quantity.of(sold),
                sold == null ? null : Amount.of("12"),
                null,
                null);
    }

    private static AlertRaised raised(AlertKind kind) {
        return new AlertRaised(LedgerFixture.meta(NOON), PAPER, kind, "it", Severity.WARNING, "so it is", null);
    }

    private static NotificationTarget target(Severity severity, Set<NotificationEvent> events) {
        return new NotificationTarget(PAPER, "phone", TargetFormat.SLACK, severity, events, "p");
    }

    private static Notification of(NotificationEvent event, Severity severity) {
        return new Notification(MessageId.derivedFrom(event), PAPER, event, severity, "title", "text", NOON, false);
    }

    private static Notification told(Message message) {
        return Notices.of(message).orElseThrow().notification();
    }
}
