package io.firstfill.scanner.watch;

import static io.firstfill.scanner.fixture.Observations.OPENING;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.scanner.feed.FeedName;
import io.quarkus.runtime.ShutdownEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Proves that the scanner records prices from what it polls and is pushed anyway, after its signals, and only once. */
class PriceRecordingTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void thePricesOfAScheduledListingComeFromThePollsAndPushesThatThereAreAnyway() {
        ScannerFixture fixture = ScannerFixture.running();
        fixture.exchange.schedule("NEWT", OPENING);
        fixture.time.advanceTo(OPENING.minusSeconds(1));
        int polls = fixture.exchange.polls(FeedName.TICKER_PRICE);
        fixture.exchange.priced("NEWT", "1.5");
        fixture.time.advanceTo(OPENING.plusMillis(100));
        fixture.scanner.priced(PAPER, "NEWTUSDT", quote(fixture, "1.4", "1.6"));
        fixture.advance(Duration.ofMinutes(1));

        assertThat(points(fixture)).extracting(PricePoint::last).contains(Price.of("1.5"));
        assertThat(points(fixture)).anySatisfy(point -> {
            assertThat(point.bid()).isEqualTo(Price.of("1.4"));
            assertThat(point.ask()).isEqualTo(Price.of("1.6"));
        });
        assertThat(fixture.exchange.polls(FeedName.TICKER_PRICE) - polls)
                .as("the prices of an opening cost no request")
                .isBetween(4, 5);
    }

    @Test
    void theFirstPriceOfASurpriseIsRecordedAfterItsSignal() {
        ScannerFixture fixture = ScannerFixture.running();
        fixture.advance(Duration.ofMinutes(2));
        fixture.exchange.priced("WOW", "0.25");
        fixture.exchange.trades("WOW", FeedName.TICKER_PRICE);

        fixture.advance(Duration.ofSeconds(30));

        List<Message> all = fixture.published.all(Message.class);
        assertThat(points(fixture)).first().extracting(PricePoint::last).isEqualTo(Price.of("0.25"));
        assertThat(all.indexOf(fixture.published.all(ListingSignal.class).getFirst()))
                .isLessThan(
                        all.indexOf(fixture.published.all(PricesRecorded.class).getFirst()));
    }

    @Test
    void anAnswerIsNotLookedThroughBeforeItsSignalIsOut() {
        ScannerFixture fixture = ScannerFixture.running();
        fixture.exchange.priced("WOW", "0.25");
        fixture.exchange.trades("WOW", FeedName.TICKER_PRICE);
        while (fixture.published.all(ListingSignal.class).isEmpty()) {
            fixture.advance(Duration.ofMillis(1));
        }
        assertThat(fixture.exchange.lookUps()).isZero();

        fixture.advance(SECOND);
        assertThat(fixture.exchange.lookUps()).isPositive();
    }

    @Test
    void whatIsNotPublishedAtAShutDownIsPublishedThen() {
        ScannerFixture fixture = opened();
        fixture.scanner.priced(PAPER, "NEWTUSDT", quote(fixture, "1", "2"));
        assertThat(points(fixture)).isEmpty();

        fixture.scanner.stop(new ShutdownEvent());

        assertThat(points(fixture)).hasSize(1);
    }

    @Test
    void aScannerThatHasLostItsEnvironmentPublishesWhatItHasAndRecordsNoMore() {
        ScannerFixture fixture = opened();
        fixture.scanner.priced(PAPER, "NEWTUSDT", quote(fixture, "1", "2"));

        fixture.scanner.assigned(environment -> false);
        fixture.scanner.reset();
        fixture.scanner.opened();
        assertThat(points(fixture)).hasSize(1);
        fixture.scanner.priced(PAPER, "NEWTUSDT", quote(fixture, "3", "4"));
        fixture.advance(Duration.ofMinutes(2));

        assertThat(points(fixture)).hasSize(1);
        assertThat(fixture.scanner.opened(PAPER)).isEmpty();
    }

    @Test
    void thePairThatOpenedIsOfferedForASubscription() {
        ScannerFixture fixture = opened();

        assertThat(fixture.scanner.opened(PAPER)).containsOnlyKeys(Pair.of("NEWT/USDT"));
        assertThat(fixture.scanner.opened(EnvironmentId.of("other"))).isEmpty();
    }

    @Test
    void aScannerWithoutAStreamRecordsWhatItPolls() {
        ScannerFixture fixture = new ScannerFixture(Map.of(), Set.of("paper"));
        fixture.scanner.opened();
        fixture.exchange.schedule("NEWT", OPENING);
        fixture.exchange.priced("NEWT", "9");
        fixture.time.advanceTo(OPENING.plus(Duration.ofMinutes(70)));

        Instant first = points(fixture).getFirst().at();
        Instant last = points(fixture).getLast().at();
        assertThat(first).isBetween(OPENING.minusSeconds(60), OPENING.plusSeconds(16));
        assertThat(last).isBetween(OPENING.plus(Duration.ofMinutes(59)), OPENING.plus(Duration.ofMinutes(61)));
        assertThat(points(fixture)).hasSizeBetween(230, 245);
    }

    private static ScannerFixture opened() {
        ScannerFixture fixture = ScannerFixture.running();
        fixture.exchange.schedule("NEWT", OPENING);
        fixture.time.advanceTo(OPENING.plusSeconds(2));
        return fixture;
    }

    private static PricePoint quote(ScannerFixture fixture, String bid, String ask) {
        return new PricePoint(fixture.time.instant(), null, Price.of(bid), Price.of(ask));
    }

    private static List<PricePoint> points(ScannerFixture fixture) {
        return fixture.published.all(PricesRecorded.class).stream()
                .flatMap(event -> event.points().stream())
                .toList();
    }
}
