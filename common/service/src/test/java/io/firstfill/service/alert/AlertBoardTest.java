package io.firstfill.service.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertEvent;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
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

    private Optional<AlertEvent> raise(@Nullable Instant until) {
        return board.raise(AlertKind.THROTTLED, SUBJECT, Severity.WARNING, "made up", until, NOW);
    }

    private Optional<AlertEvent> clear() {
        return board.clear(AlertKind.THROTTLED, SUBJECT, NOW);
    }
}
