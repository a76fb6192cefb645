package io.firstfill.risk.book;

import static io.firstfill.risk.Told.NOON;
import static io.firstfill.risk.Told.RUN;
import static io.firstfill.risk.Told.caps;
import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.permit.CapCleared;
import io.firstfill.contract.permit.CapReached;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Cap;
import io.firstfill.contract.id.RunId;
import io.firstfill.risk.Told;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts against the caps, and who is told (FR-008, SC-004). */
class CapsTest {
    private static final RunId NEXT_RUN = RunId.derivedFrom("next run");

    @ParameterizedTest(name = "trades {0}, spend {1}, listings {2} → {3} permits")
    @CsvSource({
        "9, 1000, 9, 5", // the pool itself is the limit
        "2, 1000, 9, 2",
        "9,   45, 9, 4", // a fifth permit of 10 would make 50
        "9, 1000, 3, 3",
        "2,   45, 3, 2",
        "9,    9, 9, 0"
    })
    void thePoolIsTheSmallestOfItselfAndEveryCap(int trades, String spend, int listings, int permits) {
        Desk desk = Desk.open();

        List<Message> said = desk.hears(Told.started(RUN, "10", caps(trades, spend, listings)));

        assertThat(Desk.granted(said))
                .hasSize(permits)
                .allSatisfy(permit -> assertThat(permit.limit()).isEqualTo(Amount.of("10")));
    }

    @Test
    void theFinalFillCountsWithItsRealAmount() {
        Desk desk = running(caps(9, "25", 9));
        PermitGranted permit = desk.inHand().getFirst();
        desk.hears(Told.submitted(permit));

        List<Message> said = desk.hears(Told.filled(permit, NOON, "4.5"));

        assertThat(Desk.granted(said)).as("4.5 + 10 + 10 fit into 25").hasSize(1);
        assertThat(desk.usage().spend()).isEqualTo(Amount.of("24.5"));
        assertThat(desk.usage().tradesInHour()).isEqualTo(3);
        assertThat(desk.usage().concurrentListings()).isEqualTo(2);
    }

    @Test
    void aCancelWithNothingFilledKeepsThePermitForTheNextAttempt() {
        Desk desk = running(caps(9, "10", 9));
        PermitGranted permit = desk.inHand().getFirst();
        desk.hears(Told.submitted(permit));

        List<Message> canceled = desk.hears(Told.canceled(permit, NOON, "0"));
        List<Message> returned = desk.hears(Told.returned(permit));

        assertThat(Desk.granted(canceled)).isEmpty();
        assertThat(Desk.granted(returned)).hasSize(1);
    }

    @Test
    void aCancelThatFilledInPartIsABuy() {
        Desk desk = running(caps(1, "100", 9));
        PermitGranted permit = desk.inHand().getFirst();
        desk.hears(Told.submitted(permit));

        desk.hears(Told.canceled(permit, NOON, "3"));

        assertThat(desk.usage().spend()).isEqualTo(Amount.of("3"));
        assertThat(desk.inHand()).isEmpty();
    }

    @Test
    void aRestBoughtByASecondAttemptCountsWithWhatBothReallySpent() {
        Desk desk = running(caps(9, "100", 1));
        PermitGranted first = desk.inHand().getFirst();
        desk.hears(Told.submitted(first));

        desk.hears(Told.canceled(first, NOON, "4"));
        PermitGranted second = desk.inHand().getFirst();
        desk.hears(Told.submitted(second));
        desk.hears(Told.filled(second, NOON, "6"));

        assertThat(desk.book.buys()).extracting(Buy::amount).containsExactly(Amount.of("4"), Amount.of("6"));
        assertThat(desk.usage().spend()).as("10 spent, 10 in hand").isEqualTo(Amount.of("20"));
        assertThat(desk.usage().tradesInHour()).as("a trade each, one in hand").isEqualTo(3);
        assertThat(desk.usage().concurrentListings()).isEqualTo(1);
    }

    @Test
    void anOrderHandedOverCountsAsBoughtWholeUntilItsOutcomeIsTold() {
        Desk desk = running(caps(9, "20", 1));
        PermitGranted permit = desk.inHand().getFirst();
        desk.hears(Told.submitted(permit));

        desk.hears(Told.handedOver(permit));
        Amount assumed = desk.usage().spend();
        desk.hears(Told.filled(permit, NOON, "7"));

        assertThat(assumed).as("10 assumed, 10 reserved anew").isEqualTo(Amount.of("20"));
        assertThat(desk.usage().spend()).isEqualTo(Amount.of("17"));
    }

    @Test
    void anHourAfterABuyItsPlaceIsFree() {
        Desk desk = running(caps(1, "1000", 9));
        buy(desk, desk.inHand().getFirst());

        List<Message> before = desk.waits(Duration.ofMinutes(59));
        List<Message> after = desk.waits(Duration.ofMinutes(1));

        assertThat(before).isEmpty();
        assertThat(Desk.granted(after)).hasSize(1);
    }

    @Test
    void stoppingAndStartingDoesNotResetTheHour() {
        Desk desk = running(caps(1, "1000", 9));
        buy(desk, desk.inHand().getFirst());
        desk.hears(Told.stop(RUN));

        List<Message> said = desk.hears(Told.started(NEXT_RUN, "10", caps(1, "1000", 9)));

        assertThat(Desk.granted(said)).isEmpty();
        assertThat(desk.usage().spend()).as("spend is per run").isEqualTo(Amount.ZERO);
    }

    @Test
    void aCapIsReachedWhenNoPermitIsLeftAndSaysItsNumbers() {
        Desk desk = running(caps(1, "1000", 9));
        PermitGranted only = desk.inHand().getFirst();

        List<Message> said = desk.hears(Told.submitted(only));

        assertThat(Desk.only(CapReached.class, said)).singleElement().satisfies(event -> {
            assertThat(event.cap()).isEqualTo(Cap.TRADES_PER_HOUR);
            assertThat(event.used()).isEqualTo("1");
            assertThat(event.limit()).isEqualTo("1");
        });
        assertThat(Desk.only(AlertRaised.class, said))
                .singleElement()
                .satisfies(alert -> assertThat(alert.summary()).contains("CAP_TRADES_PER_HOUR used=1 limit=1"));
    }

    @Test
    void aCapIsClearedWhenAPermitIsGrantedAgainAndWhenTheRunEnds() {
        Desk desk = running(caps(9, "1000", 1));
        PermitGranted only = desk.inHand().getFirst();
        desk.hears(Told.submitted(only));

        List<Message> filled = desk.hears(Told.filled(only, NOON, "10"));
        desk.hears(Told.submitted(desk.inHand().getFirst()));
        List<Message> stopped = desk.hears(Told.stop(RUN));

        assertThat(Desk.only(CapCleared.class, filled)).hasSize(1);
        assertThat(Desk.only(AlertCleared.class, filled)).hasSize(1);
        assertThat(Desk.only(CapCleared.class, stopped)).hasSize(1);
    }

    private static Desk running(Caps caps) {
        Desk desk = Desk.open();
        desk.hears(Told.started(RUN, "10", caps));
        return desk;
    }

    private static void buy(Desk desk, PermitGranted permit) {
        desk.hears(Told.submitted(permit));
        desk.hears(Told.filled(permit, desk.now, "10"));
    }
}
