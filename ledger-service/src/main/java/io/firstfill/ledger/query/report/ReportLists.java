package io.firstfill.ledger.query.report;

import io.firstfill.contract.value.Cap;
import io.firstfill.ledger.query.ApiList;
import io.firstfill.ledger.query.ApiList.Accepted;
import io.firstfill.ledger.query.ItemKey;
import java.util.Arrays;

/** The lists of reports. */
public final class ReportLists {
    public static final ApiList<CredentialItem> CREDENTIALS = report(
            "credential", CredentialItem.class, Accepted.statuses("VALIDATED", "MISSING", "REJECTED", "ROTATED"));
    public static final ApiList<TradingStateItem> TRADING_STATES =
            report("trading_state", TradingStateItem.class, Accepted.statuses("ACTIVE", "REDUCING", "HALTED"));
    public static final ApiList<CapsItem> CAPS = report("caps", CapsItem.class, Accepted.NONE.andRun());
    public static final ApiList<CapEventItem> CAP_EVENTS = report(
            "cap_event",
            CapEventItem.class,
            Accepted.statuses("REACHED", "CLEARED")
                    .andRun()
                    .andKinds(Arrays.stream(Cap.values()).map(Enum::name).toArray(String[]::new)));
    public static final ApiList<BalancesItem> BALANCES = report("balances", BalancesItem.class, Accepted.NONE);
    public static final ApiList<GuardrailsItem> GUARDRAILS = report("guardrails", GuardrailsItem.class, Accepted.NONE);

    public static final ApiList<SuccessRate> SUCCESS_RATES =
            new ApiList<>("success_rate", SuccessRate.class, "runId", ItemKey.UNIQUE_ID, ApiList.RUNS.filters());
    public static final ApiList<MissedListing> MISSED_LISTINGS = new ApiList<>(
            "missed_listing",
            MissedListing.class,
            "missedId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("OURS", "CHOICE", "EXCHANGE").andPair().andReason());
    public static final ApiList<MissedReport> MISSED_REPORTS =
            new ApiList<>("missed_report", MissedReport.class, "reportId", ItemKey.UNIQUE_ID, Accepted.NONE);

    public static final ApiList<NotificationItem> NOTIFICATIONS = new ApiList<>(
            "notification",
            NotificationItem.class,
            "deliveryId",
            ItemKey.UNIQUE_ID,
            Accepted.statuses("PENDING", "SENT", "FAILED"));

    private ReportLists() {}

    private static <T> ApiList<T> report(String name, Class<T> item, Accepted filters) {
        return new ApiList<>(name, item, "reportId", ItemKey.UNIQUE_ID, filters);
    }

    /** Whether the list is of the table {@code report}, whose scopes name the list before the status. */
    public static boolean isReport(ApiList<?> list) {
        return list.key().equals("reportId") && !list.equals(MISSED_REPORTS);
    }
}
