package io.firstfill.contract.command;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;
import io.firstfill.contract.value.Actor;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A request of a person or a program. Only control-service writes commands. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(SaveConfiguration.class),
    @JsonSubTypes.Type(StartRun.class),
    @JsonSubTypes.Type(StopRun.class),
    @JsonSubTypes.Type(ApplyConfiguration.class),
    @JsonSubTypes.Type(SetTradingState.class),
    @JsonSubTypes.Type(ValidateCredential.class),
    @JsonSubTypes.Type(ClosePosition.class),
    @JsonSubTypes.Type(AcknowledgeRecord.class),
    @JsonSubTypes.Type(SettleOrder.class),
    @JsonSubTypes.Type(ArchiveConfiguration.class),
    @JsonSubTypes.Type(SetGuardrails.class),
    @JsonSubTypes.Type(ResetBreaker.class),
    @JsonSubTypes.Type(AnnounceListing.class),
    @JsonSubTypes.Type(WithdrawListing.class),
    @JsonSubTypes.Type(ChangeListingTerms.class),
    @JsonSubTypes.Type(SetExitPlan.class),
    @JsonSubTypes.Type(SellEverything.class)
})
public sealed interface Command extends Message
        permits SaveConfiguration,
                StartRun,
                StopRun,
                ApplyConfiguration,
                SetTradingState,
                ValidateCredential,
                ClosePosition,
                AcknowledgeRecord,
                SettleOrder,
                ArchiveConfiguration,
                SetGuardrails,
                ResetBreaker,
                AnnounceListing,
                WithdrawListing,
                ChangeListingTerms,
                SetExitPlan,
                SellEverything {
    Actor issuedBy();

    /** Returns the time after which the command must not be carried out; null where it does not expire. */
    default @Nullable Instant deadline() {
        return null;
    }

    /** Returns whether whoever reads the command now is too late: the caller was told that it will not be obeyed. */
    default boolean isExpired(Instant now) {
        Instant last = deadline();
        return last != null && now.isAfter(last);
    }
}
