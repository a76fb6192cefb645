package io.firstfill.benchmark.contest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Plans when the listings of one mode open; the same random numbers give the same schedule. */
final class ContestSchedule {
    private static final int WARM_UPS = 20;
    private static final int GROUP = 10;
    private static final Duration ANNOUNCED_AHEAD = Duration.ofSeconds(35);
    private static final Duration BETWEEN_OPENINGS = Duration.ofMillis(1_100);
    private static final Duration BETWEEN_GROUPS = Duration.ofSeconds(5);
    private static final Duration WITHIN_GROUP = Duration.ofMillis(100);
    private static final Duration BETWEEN_SURPRISES = Duration.ofMillis(5_500);
    /** No opening is near by then, and polling has its whole rate. */
    private static final Duration UNTIL_FIRST_SURPRISE = Duration.ofSeconds(15);

    private static final Duration LISTED_BEFORE_SURPRISE = Duration.ofMillis(800);
    /** The least common multiple of the intervals of both pollers: a surprise opens at any phase of either. */
    private static final int POLL_MICROS = 500_000;

    private static final int RIVAL_SENDS = 10;
    private static final Duration RIVAL_APART = Duration.ofMillis(4);
    /** What the exchange allows an account in a second, cancellations included. */
    private static final int RIVAL_ORDERS = 12;

    private ContestSchedule() {}

    static List<ContestListing> of(ContestMode mode, ContestVolume volume, Random random, Instant begin) {
        return switch (mode.kind()) {
            case SCHEDULED -> scheduled(mode, volume.scheduled(), random, begin);
            case GROUP -> groups(mode, volume.groups(), random, begin);
            case SURPRISE -> surprises(mode, volume.surprises(), random, begin);
        };
    }

    /** Returns listings that open half of the likely time late, for the rival alone. */
    static List<ContestListing> warmUps(Instant begin) {
        return IntStream.range(0, WARM_UPS)
                .mapToObj(i -> {
                    Instant opening = begin.plus(BETWEEN_OPENINGS.multipliedBy(i));
                    long delay = ContestMode.LATE.longestDelayMicros() / 2;
                    return new ContestListing(ContestMode.LATE, "WUX" + i, opening.minusSeconds(1), opening, delay);
                })
                .toList();
    }

    private static List<ContestListing> scheduled(ContestMode mode, int count, Random random, Instant begin) {
        List<ContestListing> listings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant opening = begin.plus(ANNOUNCED_AHEAD).plus(BETWEEN_OPENINGS.multipliedBy(i));
            listings.add(listing(mode, i, opening.minus(ANNOUNCED_AHEAD), opening, random));
        }
        return listings;
    }

    private static List<ContestListing> groups(ContestMode mode, int count, Random random, Instant begin) {
        List<ContestListing> listings = new ArrayList<>();
        for (int i = 0; i < count * GROUP; i++) {
            Instant opening = begin.plus(ANNOUNCED_AHEAD)
                    .plus(BETWEEN_GROUPS.multipliedBy(i / GROUP))
                    .plus(WITHIN_GROUP.multipliedBy(i % GROUP));
            listings.add(listing(mode, i, opening.minus(ANNOUNCED_AHEAD), opening, random));
        }
        return listings;
    }

    private static List<ContestListing> surprises(ContestMode mode, int count, Random random, Instant begin) {
        List<ContestListing> listings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Instant opening = begin.plus(UNTIL_FIRST_SURPRISE)
                    .plus(BETWEEN_SURPRISES.multipliedBy(i))
                    .plusNanos(1_000L * random.nextInt(POLL_MICROS));
            listings.add(listing(mode, i, opening.minus(LISTED_BEFORE_SURPRISE), opening, random));
        }
        return listings;
    }

    private static ContestListing listing(ContestMode mode, int number, Instant listAt, Instant openAt, Random random) {
        long delay = mode.longestDelayMicros() == 0 ? 0 : random.nextInt(mode.longestDelayMicros() + 1);
        return new ContestListing(mode, mode.base() + number, listAt, openAt, delay);
    }

    /**
     * Returns when the rival's requests for a listing arrive, counted from the announced opening: ten, 4 ms apart;
     * where ten listings share its order rate, the whole of that rate, evenly in the time in which each may open.
     */
    static List<Duration> rivalSends(ContestListing listing, int number) {
        int sends = listing.mode().kind() == ContestMode.Kind.GROUP
                ? RIVAL_ORDERS / GROUP + (number % GROUP < RIVAL_ORDERS % GROUP ? 1 : 0)
                : RIVAL_SENDS;
        Duration window = Duration.ofNanos(1_000L * listing.mode().longestDelayMicros());
        return IntStream.range(0, sends)
                .mapToObj(send -> sends == RIVAL_SENDS
                        ? RIVAL_APART.multipliedBy(send)
                        : window.multipliedBy(send + 1L).dividedBy(sends))
                .toList();
    }
}
