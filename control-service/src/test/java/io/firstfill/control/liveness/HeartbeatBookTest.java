package io.firstfill.control.liveness;

import static io.firstfill.control.liveness.HeartbeatBook.CONTROL;
import static io.firstfill.control.liveness.HeartbeatBook.RISK;
import static io.firstfill.control.liveness.HeartbeatBook.SCANNER;
import static io.firstfill.control.liveness.HeartbeatBook.TRADER;
import static io.firstfill.control.liveness.HeartbeatFixture.PAPER;
import static io.firstfill.control.liveness.HeartbeatFixture.START;
import static io.firstfill.control.liveness.HeartbeatFixture.sign;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Proves which services count as alive. */
class HeartbeatBookTest {
    private final HeartbeatFixture fixture = new HeartbeatFixture();

    @Test
    void aServiceThatHasVanishedIsSilentWithinTenSecondsAndAliveWithItsNextSign() {
        fixture.after(Duration.ofSeconds(1)).alive(RISK, SCANNER, TRADER);
        assertThat(fixture.book.silent(PAPER)).isEmpty();
        assertThat(fixture.book.silent(EnvironmentId.of("other"))).containsExactly(RISK, SCANNER, TRADER);

        fixture.after(Duration.ofSeconds(4)).alive(RISK, SCANNER);
        fixture.after(Duration.ofMillis(3_999));
        assertThat(fixture.book.silent(PAPER)).isEmpty();
        fixture.after(Duration.ofMillis(1));
        assertThat(fixture.book.silent(PAPER)).containsExactly(TRADER);

        fixture.alive(TRADER);
        assertThat(fixture.book.silent(PAPER)).isEmpty();
    }

    @Test
    void aSignFromBeforeTheStartDoesNotCount() {
        fixture.book.apply(sign(TRADER, "trader-0", START));
        fixture.book.apply(sign(TRADER, "trader-0", START.minusMillis(1)));
        assertThat(fixture.book.isAlive(PAPER, TRADER)).isFalse();
        assertThat(fixture.book.lastHeard(PAPER, TRADER)).isEmpty();
    }

    @Test
    void aReplayAfterAChangeOfPartitionsRevivesNoService() {
        Heartbeat last = sign(TRADER, "trader-0", START.plusSeconds(1));
        fixture.after(Duration.ofSeconds(1)).book.apply(last);

        fixture.after(Duration.ofSeconds(20)).book.reset();
        fixture.book.apply(sign(TRADER, "trader-0", START.plusMillis(500)));
        fixture.book.apply(last);

        assertThat(fixture.book.isAlive(PAPER, TRADER)).isFalse();
    }

    @Test
    void aHostWhoseClockLagsIsHeardByTheTimeItsSignIsRead() {
        fixture.after(Duration.ofSeconds(10)).book.apply(sign(TRADER, "trader-0", START.plusSeconds(1)));
        assertThat(fixture.book.isAlive(PAPER, TRADER)).isTrue();
    }

    @Test
    void aHostWhoseClockIsSteppedBackIsNotSilenced() {
        fixture.after(Duration.ofSeconds(5)).alive(TRADER);
        Heartbeat stepped = sign(TRADER, "trader-0", START.minus(Duration.ofMinutes(10)));

        fixture.after(Duration.ofSeconds(9)).book.apply(stepped);
        assertThat(fixture.book.isAlive(PAPER, TRADER)).isTrue();

        fixture.after(Duration.ofSeconds(9)).book.reset();
        fixture.book.apply(stepped);
        assertThat(fixture.book.isAlive(PAPER, TRADER)).as("replayed").isFalse();
        fixture.book.apply(sign(TRADER, "trader-0", START.minus(Duration.ofMinutes(9))));
        assertThat(fixture.book.isAlive(PAPER, TRADER)).isTrue();
    }

    @Test
    void whileControlHearsNobodyItNamesItselfAndNoServiceTurnsSilent() {
        fixture.after(Duration.ofSeconds(1))
                .alive(RISK, SCANNER, TRADER)
                .hearing
                .read(fixture.now());
        fixture.after(Duration.ofMillis(3_999));
        assertThat(fixture.book.silent(PAPER)).isEmpty();

        fixture.after(Duration.ofSeconds(60));
        assertThat(fixture.book.silent(PAPER)).containsExactly(CONTROL);
        assertThat(fixture.book.services(PAPER).getFirst())
                .isEqualTo(new ServiceStatus(CONTROL, false, START.plusSeconds(1), List.of()));
        assertThat(fixture.book.services(PAPER).getLast().alive()).isTrue();

        fixture.alive(RISK, SCANNER).hearing.read(fixture.now());
        assertThat(fixture.book.silent(PAPER)).containsExactly(TRADER);
    }

    @Test
    void oneOfTwoInstancesIsEnoughAndThoseAliveAreNamed() {
        fixture.after(Duration.ofSeconds(1));
        fixture.book.apply(sign(TRADER, "trader-0", fixture.now()));
        fixture.after(Duration.ofSeconds(6));
        fixture.book.apply(sign(TRADER, "trader-1", fixture.now()));
        fixture.after(Duration.ofSeconds(3));

        ServiceStatus trader = fixture.book.services(PAPER).getLast();
        assertThat(trader.service()).isEqualTo(TRADER);
        assertThat(trader.alive()).isTrue();
        assertThat(trader.instances()).containsExactly("trader-1");
        assertThat(trader.lastHeardAt()).isNull();

        fixture.after(Duration.ofSeconds(5));
        assertThat(fixture.book.services(PAPER).getLast())
                .isEqualTo(new ServiceStatus(TRADER, false, START.plusSeconds(7), List.of()));
    }

    @Test
    void beforeTheLevelThatHasSignsNoServiceCountsAsSilent() {
        HeartbeatFixture before = new HeartbeatFixture(new MessageCodec(new ObjectMapper(), 2));

        assertThat(before.book.silent(PAPER)).isEmpty();
        assertThat(before.book.services(PAPER)).isEmpty();
    }
}
