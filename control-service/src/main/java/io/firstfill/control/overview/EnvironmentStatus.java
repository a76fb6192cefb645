package io.firstfill.control.overview;

import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.environment.CredentialStatus;
import io.firstfill.control.environment.OpenAlert;
import io.firstfill.control.environment.TradingStateStatus;
import io.firstfill.control.liveness.ServiceStatus;
import io.firstfill.control.readiness.GateItem;
import io.firstfill.control.readiness.QuarantinedRecord;
import io.firstfill.control.run.Run;
import io.firstfill.service.environment.EnvironmentMode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The status of an environment: trading state, credential, active run, start-up gate and alerts.
 *
 * @param tradingState absent until risk has published it; no run can be started while it is absent
 * @param ready whether every item of the start-up gate is in order
 * @param services whether scanner, trader and risk give signs of life; empty where this deployment has none
 * @param quarantined present while records that could not be processed halt the environment
 */
public record EnvironmentStatus(
        EnvironmentId environment,
        EnvironmentMode mode,
        @Nullable CeilingsStatus ceilings,
        @Nullable TradingStateStatus tradingState,
        CredentialStatus credential,
        @Nullable Run activeRun,
        boolean ready,
        List<GateItem> readiness,
        @Nullable QuarantineStatus quarantined,
        List<ServiceStatus> services,
        List<OpenAlert> alerts) {

    /** The records that halt the environment, and what a person can do about them. */
    public record QuarantineStatus(List<QuarantinedRecord> records, String remedy) {}

    /** Hard limits no configuration may pass; decimals as strings. */
    public record CeilingsStatus(
            @Schema(pattern = CeilingsStatus.DECIMAL, examples = "50")
            String quoteAmount,

            @Schema(pattern = CeilingsStatus.DECIMAL, examples = "500")
            String spend,

            int tradesPerHour) {
        static final String DECIMAL = "^[0-9]{1,20}(\\.[0-9]{1,20})?$";

        static CeilingsStatus of(BigDecimal quoteAmount, BigDecimal spend, int tradesPerHour) {
            return new CeilingsStatus(quoteAmount.toPlainString(), spend.toPlainString(), tradesPerHour);
        }
    }
}
