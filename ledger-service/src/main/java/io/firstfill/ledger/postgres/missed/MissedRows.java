package io.firstfill.ledger.postgres.missed;

import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Price;
import io.firstfill.ledger.missed.Cause;
import io.firstfill.ledger.missed.HourReport;
import io.firstfill.ledger.missed.Missed;
import io.firstfill.ledger.missed.Opening;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The values of the rows of a report. */
final class MissedRows {
    private MissedRows() {}

    static Tuple report(UUID id, HourReport report) {
        int missed = report.missed().size();
        long ours = report.missed().stream()
                .filter(one -> one.cause() == Cause.OURS)
                .count();
        return Tuple.tuple()
                .addUUID(id)
                .addString(report.environment().value())
                .addOffsetDateTime(PostgresMissedReports.time(report.hour()))
                .addOffsetDateTime(PostgresMissedReports.time(report.generatedAt()))
                .addInteger(report.opened())
                .addInteger(report.opened() - missed)
                .addInteger(missed)
                .addInteger(Math.toIntExact(ours));
    }

    static Tuple listing(UUID id, HourReport report, Missed missed) {
        Opening opening = missed.opening();
        Opening.FirstMinute prices = opening.firstMinute();
        RunId run = opening.runId();
        MessageId alert = missed.alertId();
        UUID missedId = MessageId.derivedFrom(
                        "missed listing", report.environment(), opening.listingId(), report.hour())
                .value();
        return Tuple.tuple()
                .addUUID(missedId)
                .addUUID(id)
                .addString(report.environment().value())
                .addOffsetDateTime(PostgresMissedReports.time(report.hour()))
                .addUUID(opening.listingId().value())
                .addString(opening.pair().toString())
                .addOffsetDateTime(PostgresMissedReports.time(opening.openedAt()))
                .addUUID(run == null ? null : run.value())
                .addString(missed.reason())
                .addString(missed.cause().name())
                .addString(opening.detail())
                .addInteger(opening.exchangeCode())
                .addString(text(prices.first()))
                .addString(text(prices.high()))
                .addString(text(prices.low()))
                .addString(text(prices.last()))
                .addInteger(prices.points())
                .addUUID(alert == null ? null : alert.value())
                .addOffsetDateTime(alert == null ? null : PostgresMissedReports.time(report.generatedAt()));
    }

    private static @Nullable String text(@Nullable Price price) {
        return price == null ? null : price.toString();
    }
}
