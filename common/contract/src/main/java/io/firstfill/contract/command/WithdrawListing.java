package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * Command to take back what a person announced about a listing. The evidence of feeds stays.
 */
@Since(3)
public record WithdrawListing(Meta meta, EnvironmentId environment, Actor issuedBy, ListingId listingId, String reason)
        implements Command {
    public WithdrawListing {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(listingId, "listingId");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
