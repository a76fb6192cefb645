package io.firstfill.trader.desk;

import io.firstfill.contract.order.OrderDenied;
import io.firstfill.contract.order.reason.ReturnReason;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.trader.listing.Checks;
import io.firstfill.trader.listing.ListingKey;
import io.firstfill.trader.listing.Refusal;
import io.firstfill.trader.listing.Situation;
import io.firstfill.trader.listing.Waiting;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.Terms;
import io.firstfill.trader.order.Times;
import io.firstfill.trader.permit.Permit;
import io.firstfill.trader.run.Run;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Decides about waiting listings, again whenever something changed: wait, arm, submit or deny. */
final class Review {
    /** The exchange's clock may jump while a listing waits to be armed. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private static final Duration RECHECK = Duration.ofMillis(50);
    /** With less time than this an opening is not worth arming for: the buy is submitted at once. */
    private static final Duration TOO_NEAR = Duration.ofMillis(100);

    /** An order goes before a question about its successor's price. */
    private static final Duration SENT_BY = Duration.ofMillis(5);

    /** Before an opening, between the two readings that warm the order connections: all three share a budget. */
    private static final Duration BOOK_READING = Duration.ofSeconds(2);

    private final DeskParts desk;
    private final Submitting submitting;
    private final Arming arming;
    private final Pricing pricing;
    private final Situations situations;
    private final Map<ListingKey, Runnable> wakes = new HashMap<>();

    Review(DeskParts desk, Submitting submitting, Arming arming) {
        this.desk = desk;
        this.submitting = submitting;
        this.arming = arming;
        this.pricing = new Pricing(desk, this::review);
        this.situations = new Situations(desk, pricing);
    }

    void all() {
        desk.state().listings.all().forEach(waiting -> review(waiting.key()));
    }

    void review(ListingKey key) {
        desk.state()
                .listings
                .find(key)
                .filter(waiting -> !arming.isArmed(waiting))
                .ifPresent(this::review);
    }

    private void review(Waiting waiting) {
        Instant start = start(waiting);
        if (desk.now().isBefore(start)
                && !desk.state().runs.isOver(waiting.signal().runId())) {
            wake(waiting, Duration.between(desk.now(), start));
            return;
        }
        Situation situation = situations.of(waiting);
        Optional<Refusal> refusal = Checks.firstRefusal(situation);
        if (refusal.isEmpty()) {
            buy(waiting, situation.terms().orElseThrow());
        } else if (refusal.get().passing() && desk.now().isBefore(patience(waiting, situation))) {
            wake(waiting, RECHECK);
        } else {
            deny(waiting, refusal.get());
        }
    }

    /** When there is something to decide. */
    private Instant start(Waiting waiting) {
        Instant opening = waiting.openingTime();
        Instant arm = opening == null
                ? waiting.notBefore()
                : desk.venue().localTimeOf(opening).minus(desk.settings().armLead());
        return arm.isAfter(waiting.notBefore()) ? arm : waiting.notBefore();
    }

    /** How long something passing is waited for: for an offer in the book or the mandate as long as a buy is wanted. */
    private Instant patience(Waiting waiting, Situation situation) {
        if (situation.terms().isEmpty() || !situation.mandated()) {
            return waiting.openingTime() == null
                    ? waiting.deadline()
                    : desk.venue().localTimeOf(waiting.deadline());
        }
        Instant patient = waiting.notBefore().plus(desk.settings().patience());
        Instant opening = waiting.openingTime();
        Instant bell = opening == null ? patient : desk.venue().localTimeOf(opening);
        return bell.isAfter(patient) ? bell : patient;
    }

    private void wake(Waiting waiting, Duration delay) {
        Duration bounded = delay.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : delay;
        Runnable before = wakes.put(waiting.key(), desk.thread().after(bounded, () -> review(waiting.key())));
        if (before != null) {
            before.run();
        }
    }

    private void buy(Waiting waiting, Terms terms) {
        pricing.forget(waiting.key());
        Run.Open run = desk.state().runs.open(waiting.signal().runId()).orElseThrow();
        Amount amount = situations.left(waiting);
        Permit permit = desk.state()
                .wallet
                .take(run.id(), amount, situations.lastUse(waiting), desk.now())
                .orElseThrow();
        Buy buy = new Buy(
                desk.environment(),
                run.id(),
                waiting.signal().listingId(),
                waiting.signal().pair(),
                Arming.idOf(waiting),
                waiting.attempt(),
                permit.id(),
                amount,
                terms,
                exchangeDeadline(waiting),
                run.configuration().recvWindow(),
                waiting.signal().meta(),
                Times.of(waiting.signal(), waiting.openingTime(), waiting.consumedAt()));
        Instant opening = waiting.openingTime();
        if (opening != null && desk.venue().exchangeTime().plus(TOO_NEAR).isBefore(opening)) {
            arming.arm(buy, opening);
            Duration left =
                    Duration.between(desk.clock().instant(), desk.venue().localTimeOf(opening));
            desk.thread().after(left.minus(BOOK_READING), () -> askAhead(buy));
        } else {
            submitting.submit(buy);
            desk.thread().after(SENT_BY, () -> askAhead(buy));
        }
    }

    /** So that the capped order after a market order that bought nothing, or not all, has a price at hand. */
    void askAhead(Buy buy) {
        pricing.askAhead(Arming.key(buy), buy.pair());
    }

    /** A further attempt: every moment counts. */
    void hurry(ListingKey key) {
        pricing.hurry(key);
        review(key);
    }

    private Instant exchangeDeadline(Waiting waiting) {
        if (waiting.openingTime() != null) {
            return waiting.deadline();
        }
        Duration left = Duration.between(desk.now(), waiting.deadline());
        return desk.venue().exchangeTime().plus(left);
    }

    /** Takes an armed order back or, where there is none, says why there will be none; a sent one goes on. */
    void deny(Waiting waiting, Refusal refusal) {
        if (arming.isArmed(waiting)) {
            ReturnReason why = desk.state().runs.isOver(waiting.signal().runId())
                    ? ReturnReason.RUN_STOPPED
                    : ReturnReason.NOT_BOUGHT;
            arming.deny(waiting, refusal, why);
            return;
        }
        desk.state().listings.decided(waiting.key());
        pricing.forget(waiting.key());
        ClientOrderId id = Arming.idOf(waiting);
        desk.hops().count("OrderDenied");
        desk.journal()
                .tell(new OrderDenied(
                        waiting.signal().meta().next(MessageId.derivedFrom("OrderDenied", id), desk.now()),
                        desk.environment(),
                        waiting.signal().runId(),
                        waiting.signal().listingId(),
                        waiting.signal().pair(),
                        id,
                        refusal.reason(),
                        refusal.detail(),
                        null,
                        Times.of(waiting.signal(), waiting.openingTime(), waiting.consumedAt())));
    }

    void disarmAll(ReturnReason why) {
        desk.state().listings.all().forEach(waiting -> arming.disarm(waiting, why));
        all();
    }
}
