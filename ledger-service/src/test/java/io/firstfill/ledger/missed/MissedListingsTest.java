package io.firstfill.ledger.missed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.contract.alert.AlertCleared;
import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.order.reason.DenialReason;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Pair;
import io.firstfill.ledger.status.EnvironmentRecording;
import io.firstfill.ledger.status.RecordingStatus;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each hour is reported once, and a listing that was missed for a reason of ours raises one alert. */
class MissedListingsTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Duration CATCH_UP = Duration.ofHours(4);

    private final StoredReports reports = new StoredReports();
    private final List<EnvironmentRecording> others = new ArrayList<>();
    private EnvironmentRecording recording = new EnvironmentRecording(PAPER, true, 0, 0, List.of());
    private Instant now = NOON;

    private static final MissedSettings SETTINGS = new MissedSettings() {
        @Override
        public Duration delay() {
            return Duration.ofMinutes(5);
        }

        @Override
        public Duration catchUp() {
            return CATCH_UP;
        }

        @Override
        public Duration alertFor() {
            return Duration.ofHours(24);
        }

        @Override
        public Set<String> byChoice() {
            return Set.of("NO_RUN", "DENIED_PATTERN", "CAP_REACHED");
        }

        @Override
        public Set<String> ofExchange() {
            return Set.of("NOT_OPEN");
        }
    };

    @Test
    void anHourIsReportedOnceWhenItsDelayHasPassed() {
        opened(NOON.plusSeconds(60), "THROTTLED");
        opened(NOON.plusSeconds(120), null);
        opened(NOON.minusSeconds(1), "THROTTLED");

        at(NOON.plus(Duration.ofMinutes(64)));
        assertThat(reports.stored).doesNotContainKey(NOON);

        at(NOON.plus(Duration.ofMinutes(65)));
        HourReport first = reports.of(NOON);
        assertThat(first.opened()).isEqualTo(2);
        assertThat(first.missed()).extracting(Missed::reason).containsExactly("THROTTLED");

        opened(NOON.plusSeconds(180), "CLOCK");
        at(NOON.plus(Duration.ofMinutes(66)));
        assertThat(reports.stored.get(NOON)).isSameAs(first);
    }

    @Test
    void hoursOfAnOutageAreReportedUpToTheCatchUp() {
        at(NOON.plus(Duration.ofMinutes(5)));
        Instant back = NOON.plus(Duration.ofHours(30)).plus(Duration.ofMinutes(5));
        at(back);

        assertThat(reports.stored.keySet())
                .contains(NOON.plus(Duration.ofHours(26)), NOON.plus(Duration.ofHours(29)))
                .doesNotContain(NOON.plus(Duration.ofHours(25)), NOON.plus(Duration.ofHours(30)));
    }

    @Test
    void anHourWithoutOpeningsHasAReportToo() {
        at(NOON.plus(Duration.ofMinutes(65)));

        assertThat(reports.of(NOON).opened()).isZero();
    }

    @Test
    void onlyAReasonOfOursRaisesAnAlert() {
        for (String reason : List.of("NO_RUN", "DENIED_PATTERN", "CAP_REACHED", "NOT_OPEN", "CLOCK", "LEASE_LOST")) {
            opened(NOON.plusSeconds(1), reason);
        }

        at(NOON.plus(Duration.ofMinutes(65)));

        assertThat(reports.published)
                .allSatisfy(event -> assertThat(event.kind()).isEqualTo(AlertKind.LISTING_MISSED))
                .extracting(event -> ((AlertRaised) event).summary().replaceAll(".*: ", ""))
                .containsExactlyInAnyOrder("CLOCK", "LEASE_LOST");
    }

    @Test
    void aRestartRaisesNoAlertTwiceAndLosesNone() {
        opened(NOON.plusSeconds(1), "CLOCK");
        reports.brokerIsGone = true;
        assertThatThrownBy(() -> at(NOON.plus(Duration.ofMinutes(65)))).hasMessage("no broker");
        assertThat(reports.stored).containsKey(NOON);

        reports.brokerIsGone = false;
        at(NOON.plus(Duration.ofMinutes(66)));
        at(NOON.plus(Duration.ofMinutes(67)));
        at(NOON.plus(Duration.ofMinutes(130)));

        assertThat(reports.published).hasSize(1);
    }

    @Test
    void anAlertEndsOnceAfterItsTime() {
        opened(NOON.plusSeconds(1), "CLOCK");
        at(NOON.plus(Duration.ofMinutes(65)));

        at(NOON.plus(Duration.ofHours(25)));
        assertThat(reports.published).hasSize(1);
        at(NOON.plus(Duration.ofHours(26)));
        at(NOON.plus(Duration.ofHours(27)));

        assertThat(reports.published).hasSize(2);
        assertThat(reports.published.getLast())
                .isInstanceOfSatisfying(
                        AlertCleared.class,
                        cleared -> assertThat(cleared.subject())
                                .isEqualTo(reports.published.getFirst().subject()));
    }

    @Test
    void anEnvironmentThatTheLedgerIsBehindWithWaits() {
        for (EnvironmentRecording behind : List.of(
                new EnvironmentRecording(PAPER, false, 0, 0, List.of()),
                new EnvironmentRecording(PAPER, true, 101, 0, List.of()),
                new EnvironmentRecording(PAPER, true, 0, 11, List.of()))) {
            recording = behind;
            at(NOON.plus(Duration.ofMinutes(65)));
        }

        assertThat(reports.stored).isEmpty();
    }

    @Test
    void anEnvironmentThatFailsDoesNotKeepTheOthersFromTheirReports() {
        EnvironmentId broken = EnvironmentId.of("broken");
        reports.unreadable.add(broken);
        others.add(new EnvironmentRecording(broken, true, 0, 0, List.of()));
        opened(NOON.plusSeconds(60), "CLOCK");

        assertThatThrownBy(() -> at(NOON.plus(Duration.ofMinutes(65)))).hasMessage("unreadable");

        assertThat(reports.of(NOON).opened()).isEqualTo(1);
        assertThat(reports.published).hasSize(1);
    }

    @Test
    void aReasonThatNobodyHasClassifiedIsOurs() {
        ReasonCauses causes = new ReasonCauses(SETTINGS);

        assertThat(causes.of("A_NEW_REASON")).isEqualTo(Cause.OURS);
        assertThat(causes.of("NOT_OPEN")).isEqualTo(Cause.EXCHANGE);
        assertThat(causes.of("NO_RUN")).isEqualTo(Cause.CHOICE);
    }

    @Test
    void aMisspeltReasonAndOneWithTwoCausesAreRefused() {
        assertThatThrownBy(() -> new ReasonCauses(Set.of("THROTLED"), Set.of())).hasMessageContaining("THROTLED");
        assertThatThrownBy(() -> new ReasonCauses(Set.of("CLOCK"), Set.of("CLOCK")))
                .hasMessageContaining("CLOCK");
        for (Enum<?> reason : DenialReason.values()) {
            assertThat(new ReasonCauses(Set.of(reason.name()), Set.of()).of(reason.name()))
                    .isEqualTo(Cause.CHOICE);
        }
        for (Enum<?> reason : SkipReason.values()) {
            assertThat(ReasonCauses.known()).contains(reason.name());
        }
    }

    private void opened(Instant at, @Nullable String reason) {
        reports.listings.add(new Opening(
                ListingId.derivedFrom(at, reports.listings.size()),
                Pair.of("NEWT/USDT"),
                at,
                null,
                reason,
                null,
                null,
                new Opening.FirstMinute(null, null, null, null, 0)));
    }

    /** Looks at a time by a process that has just started. */
    private void at(Instant time) {
        now = time;
        List<EnvironmentRecording> all =
                Stream.concat(others.stream(), Stream.of(recording)).toList();
        RecordingStatus status = () -> Uni.createFrom().item(all);
        new MissedListings(reports, reports, status, new ReasonCauses(SETTINGS), SETTINGS, () -> now)
                .run()
                .await()
                .indefinitely();
    }
}
