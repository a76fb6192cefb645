package io.firstfill.trader.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Topics;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplayWindowsTest {
    @Test
    void noSignalIsReplayedWithoutTheOrdersThatAnsweredIt() {
        assertThat(window(Topics.ORDERS)).isGreaterThanOrEqualTo(window(Topics.LISTINGS));
    }

    private static Duration window(String topic) {
        return ReplayWindows.ALL.getOrDefault(topic, Optional.empty()).orElseThrow();
    }
}
