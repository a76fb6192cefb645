package io.firstfill.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    void keepsTheSecretOutOfEveryAnswer() {
        try (Lab lab = new Lab()) {
            assertThat(lab.truth("/accounts").toString()).contains("alpha").doesNotContain(Lab.SECRET);
        }
    }
}
