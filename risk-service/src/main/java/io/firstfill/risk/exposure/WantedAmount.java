package io.firstfill.risk.exposure;

import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.Amount;
import java.util.Objects;

/** The amount that a person wants spent on one listing instead of the quote amount of the run's configuration. */
public record WantedAmount(ListingId listing, Amount amount) {
    public WantedAmount {
        Objects.requireNonNull(listing, "listing");
        Objects.requireNonNull(amount, "amount");
    }
}
