package io.firstfill.trader.desk;

import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.order.Buy;
import io.firstfill.trader.order.LookUp;
import io.firstfill.trader.order.Sighting;
import java.time.Duration;
import java.time.Instant;

/** Asks the exchange about every end that was told on its push alone, until it says the same or a person must look. */
final class Confirming {
    private static final Duration FIRST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final DeskParts desk;

    private record Told(Buy buy, Sighting sighting, Instant since) {}

    Confirming(DeskParts desk) {
        this.desk = desk;
    }

    void confirm(Buy buy, Sighting sighting) {
        later(new Told(buy, sighting, desk.now()), FIRST);
    }

    private void later(Told fact, Duration delay) {
        desk.thread().after(delay, () -> ask(fact, delay));
    }

    private void ask(Told fact, Duration delay) {
        desk.venue()
                .find(fact.buy().pair(), fact.buy().clientOrderId())
                .subscribe()
                .with(
                        answer -> desk.thread().execute(() -> compare(fact, answer, delay)),
                        bug -> desk.thread().execute(() -> compare(fact, new LookUp.Absent(), delay)));
    }

    private void compare(Told fact, LookUp answer, Duration delay) {
        if (answer instanceof LookUp.Found found && found.sighting().status() != Sighting.Status.OPEN) {
            if (!isSame(fact.sighting(), found.sighting())) {
                dispute(fact, "The exchange's look-up denies the fill it had pushed");
            }
        } else if (desk.now().isAfter(fact.since().plus(desk.settings().resolveLimit()))) {
            dispute(fact, "A fill the exchange has pushed is not confirmed by look-ups");
        } else {
            Duration doubled = delay.multipliedBy(2);
            later(fact, doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled);
        }
    }

    private static boolean isSame(Sighting one, Sighting other) {
        return one.status() == other.status()
                && one.filled().compareTo(other.filled()) == 0
                && one.spent().compareTo(other.spent()) == 0;
    }

    private void dispute(Told fact, String summary) {
        desk.alerts()
                .raise(
                        AlertKind.ORDER_DISPUTED,
                        fact.buy().clientOrderId().value(),
                        Severity.CRITICAL,
                        summary + ": " + fact.buy().pair());
    }
}
