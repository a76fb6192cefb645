package io.firstfill.ledger.notify;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.Severity;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What happened in an environment on one UTC day.
 *
 * @param spent what the buys cost, in quote
 * @param proceeds what positions closed on the day brought, in quote
 * @param missed listings missed for a reason of ours
 * @param openPositions those open when the summary is made
 */
public record DaySummary(
        int runs, int bought, String spent, int closed, String proceeds, int missed, int alerts, int openPositions) {

    static MessageId id(EnvironmentId environment, LocalDate day) {
        return MessageId.derivedFrom("DailySummary", environment, day);
    }

    Notification notification(EnvironmentId environment, LocalDate day, Instant now) {
        String text = "Runs started: " + runs + "\nBuys: " + bought + ", spent " + spent + "\nPositions closed: "
                + closed + ", proceeds " + proceeds + "\nMissed for a reason of ours: " + missed
                + "\nAlerts raised: " + alerts + "\nPositions open now: " + openPositions;
        return new Notification(
                id(environment, day),
                environment,
                NotificationEvent.DAILY_SUMMARY,
                Severity.INFO,
                "Summary of " + day + " (UTC)",
                text,
                now,
                false);
    }
}
