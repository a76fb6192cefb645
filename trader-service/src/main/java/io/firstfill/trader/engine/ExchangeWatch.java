package io.firstfill.trader.engine;

import io.firstfill.contract.alert.AlertRaised;
import io.firstfill.contract.value.AlertKind;
import io.firstfill.contract.value.Severity;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.engine.ExchangeAccounts.AnswerHealth;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.Venue;
import java.time.Duration;
import java.time.Instant;

/**
 * Alerts people, and through them the scanner, about pauses the exchange has ordered, about its clock, and about rows
 * of its answers that could not be represented.
 */
final class ExchangeWatch {
    /** The end of a pause's subject that concerns everyone who asks the trading host. */
    private static final String TRADING_HOST = "/api";

    private static final String PAUSE = "trader" + TRADING_HOST;
    private static final String CLOCK = "exchange clock";
    private static final String CLOCK_STEP = "exchange clock step";
    private static final Duration STEP_SHOWN = Duration.ofMinutes(10);
    private static final int CHECKS_UNTIL_CLOCK_ALERT = 20;

    private final Venue venue;
    private final AnswerHealth answers;
    private final EventLoop loop;
    private final Alerts alerts;
    private int checksWithoutClock;
    private long steps;

    ExchangeWatch(Venue venue, AnswerHealth answers, EventLoop loop, Alerts alerts) {
        this.venue = venue;
        this.answers = answers;
        this.loop = loop;
        this.alerts = alerts;
        this.steps = venue.clockSteps();
    }

    /** Takes over a pause that the scanner was told. Our own alerts come back, too, and change nothing. */
    void raised(AlertRaised alert) {
        Instant until = alert.until();
        if (alert.kind() == AlertKind.THROTTLED
                && until != null
                && alert.subject().endsWith(TRADING_HOST)) {
            venue.pause(until);
            check();
        }
    }

    /** To be called a few times a second. */
    void check() {
        checkPause();
        checkClock();
        checkSteps();
        checkDrift();
        checkAnswers();
    }

    /** Says so where rows of an answer were left out, until the next whole answer of the endpoint. */
    private void checkAnswers() {
        answers.leftOut().forEach((endpoint, lacks) -> {
            String subject = "trader " + endpoint;
            if (lacks.isEmpty()) {
                alerts.clear(AlertKind.UNREADABLE_ANSWER, subject);
            } else {
                alerts.raise(
                        AlertKind.UNREADABLE_ANSWER,
                        subject,
                        Severity.WARNING,
                        "Rows of the exchange's answer were left out: " + lacks);
            }
        });
    }

    /** A step that lasts is followed, so that nothing else shows it, and nothing need wait for its end. */
    private void checkSteps() {
        long seen = venue.clockSteps();
        if (seen > steps) {
            alerts.raise(
                    AlertKind.CLOCK_DRIFT,
                    CLOCK_STEP,
                    Severity.WARNING,
                    "A clock has stepped, ours or the exchange's; armed buys aim by the new offset",
                    loop.now().plus(STEP_SHOWN));
        }
        steps = seen;
    }

    private void checkPause() {
        Instant until = venue.pausedUntil();
        if (loop.now().isBefore(until)) {
            alerts.raise(
                    AlertKind.THROTTLED,
                    PAUSE,
                    Severity.CRITICAL,
                    "The exchange turns this address away: orders wait until " + until,
                    until);
        } else {
            alerts.clear(AlertKind.THROTTLED, PAUSE);
        }
    }

    private void checkClock() {
        boolean trusted = venue.clockTrusted();
        checksWithoutClock = trusted ? 0 : checksWithoutClock + 1;
        if (trusted) {
            alerts.clear(AlertKind.CLOCK_SKEW, CLOCK);
        } else if (checksWithoutClock >= CHECKS_UNTIL_CLOCK_ALERT) {
            alerts.raise(
                    AlertKind.CLOCK_SKEW,
                    CLOCK,
                    Severity.CRITICAL,
                    "The offset to the exchange's clock is unknown or too uncertain: nothing is armed");
        }
    }

    private void checkDrift() {
        long ppm = venue.clockDrift();
        if (ppm == 0) {
            alerts.clear(AlertKind.CLOCK_DRIFT, CLOCK);
        } else {
            alerts.raise(
                    AlertKind.CLOCK_DRIFT,
                    CLOCK,
                    Severity.WARNING,
                    "The exchange's clock and ours run apart by " + ppm + " parts per million");
        }
    }
}
