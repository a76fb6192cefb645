package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An unavailable database is retried; an error that the same record would cause again is not. */
class DatabaseFailuresTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "40001", "40P01", "55000", "25006", "42501", "53200"})
    void lostConnectionsAndConflictsAreTransient(String state) {
        assertThat(DatabaseFailures.isTransient(new PgException("", "FATAL", state, "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "22P05", "22021", "22008", "23505", "42703", "54000", "XX000", "P0001"})
    void errorsOfTheStatementAreNot(String state) {
        assertThat(DatabaseFailures.isTransient(new PgException("", "ERROR", state, "")))
                .isFalse();
    }

    @Test
    void aMissingPartitionIsTheFaultOfNoRecordAndAFailedCheckIs() {
        String none = "";
        PgException check = new PgException(
                none,
                "ERROR",
                "23514",
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                "journal_check");

        assertThat(DatabaseFailures.isTransient(new PgException("no partition of relation", "ERROR", "23514", none)))
                .isTrue();
        assertThat(DatabaseFailures.isTransient(check)).isFalse();
    }

    @Test
    void aClosedConnectionIsTransientAndABugIsNot() {
        assertThat(DatabaseFailures.isTransient(new ConnectException("refused")))
                .isTrue();
        assertThat(DatabaseFailures.isTransient(new VertxException("closed", true)))
                .isTrue();
        assertThat(DatabaseFailures.isTransient(new NullPointerException())).isFalse();
        assertThat(DatabaseFailures.isTransient(new StackOverflowError())).isFalse();
    }

    @Test
    void aFailureThatEveryRecordWouldCauseIsNotBlamedOnOne() {
        assertThat(DatabaseFailures.isTransient(new OutOfMemoryError())).isTrue();
        assertThat(DatabaseFailures.isTransient(new ExceptionInInitializerError()))
                .isTrue();
    }
}
