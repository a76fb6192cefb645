package io.firstfill.trader.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.credential.CredentialRejected;
import io.firstfill.contract.run.RunSuspended;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.trader.credential.KeyCheck;
import io.firstfill.trader.credential.KeyReading;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** FR-002: only a proven key is used, and only news of the key itself takes a good one away. */
class CredentialWatchTest {
    private static final KeyReading.Present SECOND =
            new KeyReading.Present(2, new MexcCredentials("mx0-two", "secret-two"));

    private final DeskStage stage = new DeskStage(Map.of()).past(Scene.trading(), Scene.started());

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void aKeyTheExchangeRejectsIsNeverUsed() {
        stage.open();
        stage.reading = SECOND;
        stage.verdict = Uni.createFrom().item(new KeyCheck.Rejected(10072));

        stage.receive(Scene.validate());

        assertThat(stage.awaitOne(CredentialRejected.class).version()).isEqualTo(2);
        assertThat(stage.used).doesNotContain(SECOND.credentials());
    }

    @Test
    void aVaultThatDoesNotAnswerSuspendsNoRun() {
        stage.open();
        stage.reading = new KeyReading.Unreachable("ConnectException");

        stage.receive(Scene.validate());

        stage.awaitOne(AlertRaised.class);
        assertThat(stage.told(RunSuspended.class)).isEmpty();
        assertThat(stage.parts.state().credentialValid()).isTrue();
    }

    @Test
    void aCheckThatBreaksDoesNotKeepTheDeskClosed() {
        stage.verdict = Uni.createFrom().failure(new IllegalStateException("bug"));

        stage.open();

        assertThat(stage.used).isEmpty();
        stage.awaitOne(AlertRaised.class);
    }
}
