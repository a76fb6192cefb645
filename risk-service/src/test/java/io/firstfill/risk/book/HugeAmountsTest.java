package io.firstfill.risk.book;

import static io.firstfill.risk.InputMessages.NOON;
import static io.firstfill.risk.InputMessages.RUN;
import static io.firstfill.risk.InputMessages.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Cap;
import io.firstfill.risk.InputMessages;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that sums beyond the digits of an amount refuse permits, and neither fail nor become unreadable. */
class HugeAmountsTest {
    private static final String LARGEST = "99999999999999999999.99999999999999999999";
    private static final String HALF = "50000000000000000000";

    @ParameterizedTest
    @ValueSource(strings = {LARGEST, HALF, "99999999999999999999", "33333333333333333333.33333333333333333333"})
    void permitsAreGrantedWhileTheirSumIsAnAmountAndRefusedBeyond(String amount) throws UnreadableMessageException {
        RiskEngineFixture engine = RiskEngineFixture.open();

        PublishedEvents started = engine.apply(InputMessages.started(RUN, amount, caps(9, LARGEST, 9)));

        assertThat(started.granted()).hasSizeLessThanOrEqualTo(3);
        assertReadable(started.all());
    }

    @Test
    void fillsBeyondTheDigitsOfAnAmountUseTheCapUp() throws UnreadableMessageException {
        RiskEngineFixture engine = RiskEngineFixture.open();
        engine.apply(InputMessages.started(RUN, "10", caps(9, LARGEST, 9)));
        List<PermitGranted> permits = engine.usablePermits();
        permits.forEach(permit -> engine.apply(InputMessages.submitted(permit)));

        PublishedEvents first = engine.apply(InputMessages.filled(permits.get(0), NOON, LARGEST));
        PublishedEvents second = engine.apply(InputMessages.filled(permits.get(1), NOON, LARGEST));

        assertThat(second.granted()).isEmpty();
        assertThat(engine.usage().spend().toString()).isEqualTo(LARGEST);
        assertThat(engine.usablePermits())
                .as("all permits that were still unused are revoked")
                .isEmpty();
        assertReadable(first.all());
        assertReadable(second.all());
    }

    @Test
    void anAmountThatCannotBePermittedAtAllIsReportedAsTheSpendCap() {
        RiskEngineFixture engine = RiskEngineFixture.open();

        PublishedEvents started = engine.apply(InputMessages.started(RUN, LARGEST, caps(9, LARGEST, 9)));

        assertThat(started.granted()).isEmpty();
        assertThat(started.of(CapReached.class)).extracting(CapReached::cap).containsExactly(Cap.SPEND);
    }

    private static void assertReadable(List<Message> events) throws UnreadableMessageException {
        for (Message event : events) {
            String topic = Family.of(event).topic();
            MessageCodec codec = MessageCodec.standard();
            assertThat(codec.read(topic, codec.write(event))).isEqualTo(event);
        }
    }
}
