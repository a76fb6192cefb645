package io.firstfill.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An alert is raised once and cleared once, whatever is asked again or is unknown from an earlier process. */
class AlertBoardTest {
    private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");
    private static final String SUBJECT = "address";

    private final AlertBoard board = new AlertBoard(EnvironmentId.of("paper"));

    @Test
    void anOpenAlertIsNotRaisedAgain() {
        assertThat(raise(null)).containsInstanceOf(AlertRaised.class);
        assertThat(raise(null)).isEmpty();
        assertThat(raise(NOW.plusSeconds(60))).isEmpty();
        assertThat(board.isOpen(AlertKind.THROTTLED, SUBJECT)).isTrue();
    }

    @Test
    void aKnownEndIsExtendedByMoreThanASecondOnly() {
        assertThat(raise(NOW.plusSeconds(60))).isPresent();
        assertThat(raise(NOW.plusSeconds(61))).isEmpty();
        assertThat(raise(NOW.plusMillis(61_001))).isPresent();
    }

    @Test
    void aLastingSubjectIsClearedOnceAlsoWhenAnEarlierProcessMayHaveRaisedIt() {
        assertThat(clear()).containsInstanceOf(AlertCleared.class);
        assertThat(clear()).isEmpty();
        assertThat(raise(null)).isPresent();
        assertThat(clear()).isPresent();
        assertThat(board.isOpen(AlertKind.THROTTLED, SUBJECT)).isFalse();
    }

    @Test
    void aPassingSubjectIsClearedOnlyWhenThisBoardRaisedIt() {
        assertThat(board.clearRaised(AlertKind.THROTTLED, SUBJECT, NOW)).isEmpty();
        assertThat(raise(null)).isPresent();
        assertThat(board.clearRaised(AlertKind.THROTTLED, SUBJECT, NOW)).isPresent();
        assertThat(board.clearRaised(AlertKind.THROTTLED, SUBJECT, NOW)).isEmpty();
    }

    @Test
    void onlyAnAlertWithAKnownEndInTheFutureLasts() {
        assertThat(board.lasts(AlertKind.THROTTLED, SUBJECT, NOW)).isFalse();
        assertThat(raise(NOW.plusSeconds(60))).isPresent();
        assertThat(board.lasts(AlertKind.THROTTLED, SUBJECT, NOW)).isTrue();
        assertThat(board.lasts(AlertKind.THROTTLED, SUBJECT, NOW.plusSeconds(60)))
                .isFalse();
        assertThat(raise(null)).isPresent();
        assertThat(board.lasts(AlertKind.THROTTLED, SUBJECT, NOW)).isFalse();
    }

    @Test
    void anOpenAlertIsRestatedOnceADayForAsLongAsItHoldsAndNamesItsFirstRaise() {
        AlertEvent first = raise(null).orElseThrow();
        List<AlertEvent> restated = new ArrayList<>();

        // Ten days, asked every minute
        for (Instant now = NOW; now.isBefore(NOW.plus(Duration.ofDays(10))); now = now.plusSeconds(60)) {
            restated.addAll(board.restate(now));
        }

        assertThat(restated).hasSize(9).doesNotHaveDuplicates().allSatisfy(event -> {
            assertThat(event.kind()).isEqualTo(AlertKind.THROTTLED);
            assertThat(event.subject()).isEqualTo(SUBJECT);
            assertThat(event.meta().causationId()).isEqualTo(first.meta().id());
        });
        assertThat(clear()).isPresent();
        assertThat(board.restate(NOW.plus(Duration.ofDays(20)))).isEmpty();
    }

    @Test
    void anAlertWhoseKnownEndHasPassedIsNotRestated() {
        raise(NOW.plus(Duration.ofHours(30)));

        assertThat(board.restate(NOW.plus(Duration.ofHours(24)))).hasSize(1);
        assertThat(board.restate(NOW.plus(Duration.ofHours(49)))).isEmpty();
    }

    @Test
    void whatAnEarlierProcessLeftOpenIsClearedWhenItIsOverAndRaisedAgainWhenItHolds() {
        AlertBoard earlier = new AlertBoard(EnvironmentId.of("paper"));
        AlertEvent order = raiseOn(earlier, "order");
        AlertEvent pair = raiseOn(earlier, "pair");
        List.of(order, pair, raiseOn(earlier, "ended")).forEach(board::inherit);
        board.inherit(earlier.clearRaised(AlertKind.THROTTLED, "ended", NOW).orElseThrow());

        assertThat(board.isOpen(AlertKind.THROTTLED, "order")).isFalse();
        assertThat(board.clearRaised(AlertKind.THROTTLED, "order", NOW)).isPresent();
        assertThat(board.clearRaised(AlertKind.THROTTLED, "ended", NOW)).isEmpty();
        AlertEvent again = raiseOn(board, "pair");
        assertThat(again.meta().causationId()).isEqualTo(pair.meta().id());
        assertThat(board.raise(AlertKind.THROTTLED, "pair", Severity.WARNING, "made up", NOW))
                .isEmpty();
    }

    @Test
    void anInheritedAlertIsRestatedUntilSomebodyClearsItAndNeverChangesWhatThisBoardKnows() {
        AlertBoard earlier = new AlertBoard(EnvironmentId.of("paper"));
        AlertEvent order = raiseOn(earlier, "order");
        board.inherit(order);
        Instant tomorrow = NOW.plus(AlertBoard.RESTATED_AFTER);

        assertThat(board.restate(tomorrow))
                .singleElement()
                .satisfies(event -> assertThat(event.meta().causationId())
                        .isEqualTo(order.meta().id()));
        AlertEvent cleared =
                earlier.clearRaised(AlertKind.THROTTLED, "order", NOW).orElseThrow();
        board.inherit(cleared);
        assertThat(board.restate(tomorrow.plus(AlertBoard.RESTATED_AFTER))).isEmpty();

        raiseOn(board, "order");
        board.inherit(cleared);
        assertThat(board.isOpen(AlertKind.THROTTLED, "order")).isTrue();
    }

    @Test
    void onlyInheritedAlertsThatAreOverAreClearedAtOnce() {
        AlertBoard earlier = new AlertBoard(EnvironmentId.of("paper"));
        board.inherit(raiseOn(earlier, "gone"));
        board.inherit(raiseOn(earlier, "there"));
        raiseOn(board, "own");

        assertThat(board.clearInherited(alert -> !alert.subject().equals("there"), NOW))
                .extracting(AlertEvent::subject)
                .containsExactly("gone");
        assertThat(board.clearInherited(alert -> !alert.subject().equals("there"), NOW))
                .isEmpty();
    }

    private static AlertEvent raiseOn(AlertBoard on, String subject) {
        return on.raise(AlertKind.THROTTLED, subject, Severity.WARNING, "made up", NOW)
                .orElseThrow();
    }

    private Optional<AlertEvent> raise(@Nullable Instant until) {
        return board.raise(AlertKind.THROTTLED, SUBJECT, Severity.WARNING, "made up", until, NOW);
    }

    private Optional<AlertEvent> clear() {
        return board.clear(AlertKind.THROTTLED, SUBJECT, NOW);
    }
}
