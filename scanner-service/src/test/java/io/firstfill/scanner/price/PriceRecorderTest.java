package io.firstfill.scanner.price;

import static io.firstfill.scanner.price.RecordedPrices.OPENING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.firstfill.contract.Meta;
import io.firstfill.contract.price.PricePoint;
import io.firstfill.contract.price.PricesRecorded;
import io.firstfill.contract.price.PushedTrade;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Price;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Proves which prices of a listing are recorded, how densely, and when they are published. */
class PriceRecorderTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void pricesAreRecordedFromAMinuteBeforeTheOpeningToAnHourAfter() {
        RecordedPrices prices = at(OPENING.minus(MINUTE.multipliedBy(3))).announced("NEWT", OPENING);
        for (int i = 1; prices.now().isBefore(OPENING.plus(MINUTE.multipliedBy(63))); i++) {
            prices.after(MINUTE.dividedBy(2)).traded("NEWT", Integer.toString(i));
        }
        prices.end();

        assertThat(prices.seconds()).startsWith(-60L, -30L, 0L).endsWith(3540L, 3570L);
        assertThat(prices.published).extracting(PricesRecorded::listingId).containsOnly(RecordedPrices.listing("NEWT"));
    }

    @Test
    void aSurpriseIsRecordedFromTheAnswerThatShowedItOn() {
        RecordedPrices prices = at(OPENING)
                .traded("NEWT", "1")
                .announced("NEWT", null)
                .opened("NEWT", null, OPENING)
                .after(SECOND.multipliedBy(6));

        assertThat(prices.points()).extracting(PricePoint::last).containsExactly(Price.of("1"));
    }

    @Test
    void aListingThatOpensLateIsRecordedAnHourFromThere() {
        Instant seen = OPENING.plus(MINUTE.multipliedBy(40));
        RecordedPrices prices = at(seen).announced("NEWT", OPENING).opened("NEWT", OPENING, seen);

        prices.after(MINUTE.multipliedBy(59)).traded("NEWT", "2").after(MINUTE.multipliedBy(2));

        assertThat(prices.points()).hasSize(1);
    }

    @Test
    void everyPointCountsInTheFirstMinuteThenOneInFiveSeconds() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).opened("NEWT", OPENING, OPENING);
        for (int i = 0; i < 90; i++) {
            prices.after(SECOND).booked("NEWT", "1", Integer.toString(2 + i));
        }
        prices.end();

        List<Long> dense = LongStream.range(1, 60).boxed().toList();
        assertThat(prices.seconds()).containsAll(dense);
        assertThat(prices.seconds()).filteredOn(second -> second >= 60).containsExactly(64L, 69L, 74L, 79L, 84L, 89L);
    }

    @Test
    void theFirstPushedTradeCountsAlsoRightAfterAnAnswerWithItsPrice() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).after(SECOND);
        prices.traded("NEWT", "2")
                .tick()
                .afterMillis(1)
                .tradePushed("NEWT", "2")
                .afterMillis(1);
        prices.tradePushed("NEWT", "2").end();

        assertThat(prices.points())
                .extracting(PricePoint::trade)
                .containsExactly(null, new PushedTrade(OPENING.plusMillis(1_001), Price.of("2")));
    }

    @Test
    void aBookThatShowsTheSamePricesAgainIsNoPointInTheFirstMinute() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).after(SECOND);
        prices.booked("NEWT", null, "2").afterMillis(20).booked("NEWT", null, "2");
        prices.afterMillis(20).booked("NEWT", "1", "2").afterMillis(1).booked("NEWT", "1", "3");
        prices.end();

        assertThat(prices.points())
                .extracting(PricePoint::bid, PricePoint::ask)
                .as("and none within the 10 ms at which the exchange pushes")
                .containsExactly(tuple(null, Price.of("2")), tuple(Price.of("1"), Price.of("2")));
    }

    @Test
    void tradesAreRecordedBesideBooksHoweverTheyWereSeen() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).tick();
        prices.booked("NEWT", "1", "2")
                .tradePushed("NEWT", "2")
                .afterMillis(50)
                .traded("NEWT", "2.5")
                .end();

        assertThat(prices.points())
                .extracting(PricePoint::last, PricePoint::ask)
                .containsExactly(tuple(null, Price.of("2")), tuple(Price.of("2"), null), tuple(Price.of("2.5"), null));
    }

    @Test
    void batchesComeEveryFiveSecondsForTwoMinutesThenOnceAMinute() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).opened("NEWT", OPENING, OPENING);
        for (int i = 0; i < 120; i++) {
            prices.after(SECOND).traded("NEWT", Integer.toString(1 + i));
        }
        prices.tick();
        int often = prices.published.size();
        for (int i = 0; i < 240; i++) {
            prices.after(SECOND).traded("NEWT", "1");
        }

        assertThat(often).isBetween(20, 24);
        assertThat(prices.published.size() - often).isBetween(3, 5);
        assertThat(prices.published)
                .allSatisfy(
                        event -> assertThat(event.points()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at())));
    }

    @Test
    void aFloodOfPushesIsPublishedEarlierAndKeepsMemoryAndRecordsBounded() {
        RecordedPrices prices = at(OPENING)
                .announced("NEWT", OPENING)
                .opened("NEWT", OPENING, OPENING)
                .tick();
        for (int i = 0; i < 1800; i++) {
            prices.afterMillis(i % 2 == 0 ? 10 : 0).booked("NEWT", "1." + i, "2." + i);
        }
        prices.end();

        assertThat(prices.points()).as("one in 10 ms").hasSize(900);
        assertThat(prices.published).allSatisfy(event -> {
            assertThat(event.points()).hasSizeLessThanOrEqualTo(PriceTrack.MOST_POINTS);
            assertThat(MessageCodec.standard().write(event)).hasSizeLessThan(100_000);
        });
    }

    @Test
    void ofTooManyListingsTheNearestAreRecorded() {
        RecordedPrices prices = at(OPENING);
        for (int i = 0; i < 300; i++) {
            prices.announced("N" + i, OPENING.plusMillis(i * 100L));
        }
        prices.tick();
        for (int i = 0; i < 300; i++) {
            prices.booked("N" + i, "1", "2");
        }
        prices.end();

        assertThat(prices.published)
                .extracting(PricesRecorded::pair)
                .hasSize(200)
                .contains(Pair.of("N0/USDT"), Pair.of("N199/USDT"))
                .doesNotContain(Pair.of("N200/USDT"));
    }

    @Test
    void aWithdrawnListingIsRecordedNoMoreAndWhatWasSeenIsPublished() {
        RecordedPrices prices = at(OPENING).announced("NEWT", OPENING).tick().booked("NEWT", "1", "2");

        prices.withdrawn("NEWT")
                .afterMillis(100)
                .tick()
                .afterMillis(100)
                .booked("NEWT", "1", "3")
                .end();

        assertThat(prices.points()).hasSize(1);
    }

    @Test
    void anEventFollowsFromTheAnnouncementAndTheSamePointsHaveTheSameId() {
        RecordedPrices one = at(OPENING)
                .announced("NEWT", OPENING)
                .tick()
                .booked("NEWT", "1", "2")
                .afterMillis(5);
        RecordedPrices other = at(OPENING)
                .announced("NEWT", OPENING)
                .tick()
                .booked("NEWT", "1", "2")
                .afterMillis(9);

        Meta first = one.end().published.getFirst().meta();

        assertThat(first.id()).isEqualTo(other.end().published.getFirst().meta().id());
        assertThat(first.causationId()).isNotNull();
    }

    @Test
    void aScannerThatTakesOverGoesOnFromTheListings() {
        at(OPENING).announced("NEWT", OPENING).opened("NEWT", OPENING, OPENING).tick();

        RecordedPrices after = at(OPENING.plusSeconds(30))
                .announced("NEWT", OPENING)
                .opened("NEWT", OPENING, OPENING)
                .traded("NEWT", "3")
                .after(SECOND.multipliedBy(6));

        assertThat(after.seconds()).containsExactly(30L);
    }

    @Test
    void beforeEveryReaderKnowsTheEventsNothingIsKept() {
        RecordedPrices prices =
                new RecordedPrices(OPENING, false).announced("NEWT", OPENING).tick();

        prices.traded("NEWT", "1")
                .booked("NEWT", "1", "2")
                .after(SECOND.multipliedBy(10))
                .end();

        assertThat(prices.published).isEmpty();
    }

    @Test
    void aPairThatOpenedIsWorthASubscriptionAndASurpriseOnceItsOrderIsOnItsWay() {
        RecordedPrices prices = at(OPENING)
                .announced("NEWT", OPENING)
                .opened("NEWT", OPENING, OPENING)
                .announced("WOW", null)
                .opened("WOW", null, OPENING)
                .tick();
        assertThat(prices.worthASubscription()).containsOnlyKeys(Pair.of("NEWT/USDT"));

        prices.after(SECOND);
        assertThat(prices.worthASubscription()).containsOnlyKeys(Pair.of("NEWT/USDT"), Pair.of("WOW/USDT"));
    }

    private static RecordedPrices at(Instant now) {
        return new RecordedPrices(now);
    }
}
