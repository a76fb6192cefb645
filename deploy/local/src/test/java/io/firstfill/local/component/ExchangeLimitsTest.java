package io.firstfill.local.component;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.local.config.StackOptions;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Proves what the simulator is told to enforce: what the exchange documents, where a measurement asks for it. */
class ExchangeLimitsTest {
    private static final StackOptions USUAL = StackOptions.defaults(Path.of("."));

    @Test
    void theDocumentedLimitsAreTwentyRequestsInASecondAndAWeightOf300InTen() {
        StackOptions documented = USUAL.withRealLimits().withPort(30_000).withFreshState();

        assertThat(ServiceEnvironment.behaviour(documented.realLimits()))
                .isEqualTo("{\"ipWeightPer10Seconds\":300,\"requestsPerSecond\":20}");
    }

    @Test
    void theUsualStackPollsTheListOfPairsMoreOftenThanTheDocumentedWeightAllows() {
        assertThat(ServiceEnvironment.behaviour(USUAL.realLimits())).isEqualTo("{\"ipWeightPer10Seconds\":370}");
    }
}
