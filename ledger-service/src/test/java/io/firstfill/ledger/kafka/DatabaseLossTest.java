package io.firstfill.ledger.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A database that is away is waited for; a fault of ours stops the channel instead of repeating for ever. */
class DatabaseLossTest {
    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57P03", "53300", "40001", "40P01", "55000"})
    void lossesAndConflictsAreTriedAgain(String state) {
        assertThat(DatabaseLoss.isTransient(new PgException("", "FATAL", state, "")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22P02", "23505", "42703"})
    void faultsAreNot(String state) {
        assertThat(DatabaseLoss.isTransient(new PgException("", "ERROR", state, "")))
                .isFalse();
    }

    @Test
    void aClosedConnectionIsALossAndABugIsNot() {
        assertThat(DatabaseLoss.isTransient(new ConnectException("refused"))).isTrue();
        assertThat(DatabaseLoss.isTransient(new VertxException("closed", true))).isTrue();
        assertThat(DatabaseLoss.isTransient(new NullPointerException())).isFalse();
        assertThat(DatabaseLoss.isTransient(new ExceptionInInitializerError())).isFalse();
    }
}
