package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    @Test
    void readsItsArgumentsInEverySpelling() {
        SimulatorOptions options =
                SimulatorOptions.fromArguments(List.of("--mexc-port=1", "--control-port", "2", "seed=3"));

        assertThat(options.mexcPort()).isEqualTo(1);
        assertThat(options.controlPort()).isEqualTo(2);
        assertThat(options.seed()).isEqualTo(3);
        assertThat(options.host()).isEqualTo("127.0.0.1");
    }

    @Test
    void runsTwiceInOneProcess() {
        try (Lab one = new Lab();
                Lab two = new Lab()) {
            one.buyMarket("MXUSDT", "5", "only-here");

            assertThat(one.truth("/orders")).hasSize(1);
            assertThat(two.truth("/orders")).isEmpty();
        }
    }

    @Test
    void saysWhichPortIsTaken() {
        try (Lab lab = new Lab()) {
            int taken = lab.simulator().mexcPort();
            SimulatorOptions options = SimulatorOptions.ephemeral().withPorts(taken, 0);

            assertThatThrownBy(() -> Simulator.start(options))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("Port " + taken + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void drawsTheSameForTheSameSeed() {
        String drawn = drawn(7);

        assertThat(drawn(7)).isEqualTo(drawn).isNotEqualTo(drawn(8));
    }

    /** When a pair will truly open, and what a dozen orders before that are told. */
    private static String drawn(long seed) {
        SimulatorOptions options = SimulatorOptions.ephemeral().withSeed(seed).withBehaviour(Lab.CALM);
        try (Lab lab = new Lab(options)) {
            lab.list(
                    "NEW",
                    Instant.ofEpochSecond(4_000_000_000L),
                    ",\"behaviour\":{\"preOpenAnswer\":\"MIXED\",\"openDelayMaxMillis\":40}");
            StringBuilder drawn = new StringBuilder(
                    lab.truth("/listings/NEWUSDT").path("expectedOpenAt").asText());
            for (int i = 0; i < 12; i++) {
                drawn.append(' ').append(lab.buyMarket("NEWUSDT", "50", "early").code());
            }
            return drawn.toString();
        }
    }

    @Test
    void keepsTheSecretOutOfEveryAnswer() {
        try (Lab lab = new Lab()) {
            assertThat(lab.truth("/accounts").toString()).contains("alpha").doesNotContain(Lab.SECRET);
        }
    }
}
