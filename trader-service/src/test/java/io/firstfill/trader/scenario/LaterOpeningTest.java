package io.firstfill.trader.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.order.OrderArmed;
import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.order.OrderRejected;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.order.OrderSubmitted;
import io.firstfill.contract.order.PermitReturned;
import io.firstfill.contract.order.reason.Ambiguity;
import io.firstfill.contract.order.reason.Rejection;
import io.firstfill.trader.engine.EngineFixture;
import io.firstfill.trader.engine.FakeExchange;
import io.firstfill.trader.fixture.Messages;
import io.firstfill.trader.order.OrderQueryResult;
import io.firstfill.trader.order.PlaceAnswer;
import io.firstfill.trader.order.Reaction;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that an opening refused with proof leaves the listing and the pair free for the real opening. */
class LaterOpeningTest {
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final EngineFixture fixture = new EngineFixture();
    private Instant realOpening = Instant.MAX;

    @BeforeEach
    void theExchangeOpensAtTheRealOpening() {
        refuseUntilOpen(new PlaceAnswer.Refused(400, 30001, "not open", new Reaction.Probe()));
        fixture.exchange.lookUp = FakeExchange.FILLED;
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest(name = "refused with {0}")
    @ValueSource(strings = {"30001", "10007", "-1121"})
    void anOpeningThatMovesLaterAfterItWasRefusedIsBought(int code) {
        refuseUntilOpen(
                switch (code) {
                    case 30001 -> new PlaceAnswer.Refused(400, code, "not open", new Reaction.Probe());
                    case 10007 -> new PlaceAnswer.Refused(400, code, "no api", new Reaction.ProbeOrLeavePair());
                    default -> new PlaceAnswer.Refused(400, code, "symbol", new Reaction.AttemptAgain());
                });
        Instant first = fixture.now().plusSeconds(30);
        open(signal(first));
        fixture.time.advanceTo(first.plus(WINDOW).plusSeconds(1));
        assertThat(fixture.published(OrderRejected.class)).isNotEmpty();

        realOpening = first.plusSeconds(120);
        fixture.receive(Messages.rescheduled(first, realOpening));

        fixture.time.advanceTo(realOpening.plus(WINDOW));
        assertBoughtOnceAt(realOpening);
    }

    @Test
    void anOpeningThatMovesWhileItIsProbedIsLeftAtOnceAndBoughtAtTheNewTime() {
        Instant first = fixture.now().plusSeconds(30);
        open(signal(first));
        fixture.time.advanceTo(first.plusSeconds(1));
        int probes = fixture.exchange.placed.size();
        assertThat(probes).isPositive();

        realOpening = first.plusSeconds(60);
        fixture.receive(Messages.rescheduled(first, realOpening));
        fixture.time.advanceTo(realOpening.minusMillis(1));

        assertThat(fixture.exchange.placed.size())
                .as("requests before the new opening")
                .isEqualTo(probes);
        assertThat(fixture.awaitOne(OrderRejected.class).rejection()).isEqualTo(Rejection.NOT_OPEN);
        fixture.time.advanceTo(realOpening.plus(WINDOW));
        assertBoughtOnceAt(realOpening);
    }

    @Test
    void aSurpriseThatWasNotOpenLeavesThePairToItsRealOpening() {
        open(Messages.signal(Messages.LISTING, null, fixture.now().plus(WINDOW)));
        fixture.time.advance(WINDOW.plusSeconds(1));
        assertThat(fixture.published(OrderRejected.class)).hasSize(1);

        realOpening = fixture.now().plusSeconds(60);
        fixture.receive(Messages.signal(Messages.OTHER_LISTING, realOpening, realOpening.plus(WINDOW)));
        fixture.time.advanceTo(realOpening.plus(WINDOW));

        assertThat(fixture.published(OrderDenied.class)).isEmpty();
        assertBoughtOnceAt(realOpening);
    }

    @Test
    void aSurpriseStillProbedWhenTheRealOpeningIsArmedLeavesThePairToIt() {
        open(Messages.signal(Messages.LISTING, null, fixture.now().plusSeconds(10)));
        realOpening = fixture.now().plusSeconds(15);

        fixture.receive(Messages.signal(Messages.OTHER_LISTING, realOpening, realOpening.plus(WINDOW)));
        fixture.time.advanceTo(realOpening.plus(WINDOW));

        assertThat(fixture.published(OrderDenied.class)).isEmpty();
        assertBoughtOnceAt(realOpening);
    }

    @Test
    void anOpeningMovedForwardThatWasNotOneIsBoughtAtTheTimeAnnouncedFirst() {
        realOpening = fixture.now().plusSeconds(120);
        open(signal(realOpening));

        fixture.receive(Messages.rescheduled(realOpening, fixture.now()));
        fixture.time.advanceTo(realOpening.plus(WINDOW));

        assertBoughtOnceAt(realOpening);
    }

    @Test
    void aDeniedOpeningThatMovesIsBought() {
        Instant first = fixture.now().plusSeconds(30);
        fixture.past(Messages.trading(), Messages.started(), Messages.granted(permit(1)))
                .open();
        fixture.receive(Messages.revoked(permit(1)), signal(first));
        fixture.time.advanceTo(first.plus(WINDOW));
        assertThat(fixture.published(OrderDenied.class)).hasSize(1);

        realOpening = first.plusSeconds(60);
        fixture.receive(Messages.granted(permit(2)), Messages.rescheduled(first, realOpening));
        fixture.time.advanceTo(realOpening.plus(WINDOW));

        assertBoughtOnceAt(realOpening);
    }

    @Test
    void aBoughtListingThatMovesIsNotBoughtAgain() {
        Instant first = fixture.now().plusSeconds(30);
        realOpening = first;
        open(signal(first));
        fixture.time.advanceTo(first.plus(WINDOW));

        fixture.receive(Messages.rescheduled(first, first.plusSeconds(60)));
        fixture.time.advance(Duration.ofMinutes(2));

        assertBoughtOnceAt(first);
    }

    @Test
    void anOrderInDoubtThatTurnsOutAbsentLeavesTheMovedOpening() {
        Instant first = fixture.now().plusSeconds(30);
        fixture.exchange.lookUp = new OrderQueryResult.Absent();
        fixture.exchange.answer = () -> fixture.now().isBefore(realOpening)
                ? Uni.createFrom().item(new PlaceAnswer.Doubtful(Ambiguity.TIMEOUT, "no answer"))
                : fixture.exchange.taken();
        open(signal(first));
        fixture.time.advanceTo(first.plusSeconds(1));
        realOpening = first.plusSeconds(60);
        fixture.receive(Messages.rescheduled(first, realOpening));

        fixture.time.advanceTo(realOpening.minusMillis(1));
        assertThat(fixture.exchange.placed).hasSize(1);
        fixture.exchange.lookUp = FakeExchange.FILLED;
        fixture.time.advanceTo(realOpening.plus(WINDOW));

        assertBoughtOnceAt(realOpening);
    }

    @ParameterizedTest(name = "orders replayed first: {0}")
    @ValueSource(booleans = {false, true})
    void aRestartKnowsThatTheMovedOpeningIsStillWanted(boolean ordersFirst) {
        Instant first = fixture.now().plusSeconds(30);
        open(signal(first));
        fixture.time.advanceTo(first.plus(WINDOW).plusSeconds(1));
        realOpening = first.plusSeconds(120);
        Message[] orders = fixture.published(OrderStep.class).stream()
                .filter(step -> !(step instanceof OrderDenied))
                .toArray(Message[]::new);
        Message[] listings = {signal(first), Messages.rescheduled(first, realOpening)};
        fixture.close();
        try (EngineFixture next = new EngineFixture(Map.of(), fixture.time, fixture.exchange)) {
            next.past(Messages.trading(), Messages.started(), Messages.granted(permit(3)));
            next.past(ordersFirst ? orders : listings)
                    .past(ordersFirst ? listings : orders)
                    .open();

            next.time.advanceTo(realOpening.plus(WINDOW));

            assertThat(next.published(OrderArmed.class)).singleElement().satisfies(armed -> {
                assertThat(armed.openingTime()).isEqualTo(realOpening);
                assertThat(armed.clientOrderId())
                        .isEqualTo(ClientOrderId.derivedFrom(Messages.RUN, Messages.LISTING, "b", 2));
            });
            assertThat(next.published(OrderFilled.class)).hasSize(1);
        }
    }

    private void assertBoughtOnceAt(Instant opening) {
        assertThat(fixture.published(OrderFilled.class)).hasSize(1);
        assertThat(fixture.exchange.placedFor)
                .filteredOn(at -> !at.isBefore(opening))
                .hasSize(1);
        assertThat(fixture.published(OrderSubmitted.class).stream().map(OrderSubmitted::permitId))
                .as("a permit of its own for each attempt")
                .doesNotHaveDuplicates();
        long refused = fixture.published(OrderSubmitted.class).size() - 1L;
        assertThat(fixture.published(PermitReturned.class).size()).isGreaterThanOrEqualTo((int) refused);
    }

    private void refuseUntilOpen(PlaceAnswer refusal) {
        Supplier<Uni<PlaceAnswer>> answer =
                () -> fixture.now().isBefore(realOpening) ? Uni.createFrom().item(refusal) : fixture.exchange.taken();
        fixture.exchange.answer = answer;
    }

    private void open(Message signal) {
        fixture.past(Messages.trading(), Messages.started());
        IntStream.rangeClosed(1, 4).forEach(number -> fixture.past(Messages.granted(permit(number))));
        fixture.open();
        fixture.receive(signal);
    }

    private static Message signal(Instant opening) {
        return Messages.signal(Messages.LISTING, opening, opening.plus(WINDOW));
    }

    private static PermitId permit(int number) {
        return PermitId.derivedFrom("permit of this test", number);
    }
}
