package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.configuration.ListingTerms;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Texts;
import java.util.Objects;

/**
 * Command to change the terms of one listing before it opens. The scanner answers with ListingTermsChanged; the trader
 * obeys {@code leaveAlone} from the command on.
 *
 * @param terms replace all earlier terms of the listing
 */
@Since(3)
public record ChangeListingTerms(
        Meta meta, EnvironmentId environment, Actor issuedBy, ListingId listingId, ListingTerms terms, String reason)
        implements Command {
    public ChangeListingTerms {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(listingId, "listingId");
        Objects.requireNonNull(terms, "terms");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
