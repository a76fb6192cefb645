package io.firstfill.control.listing;

import io.firstfill.contract.value.Texts;
import io.firstfill.control.PlainText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A listing that a person knows of, as that person writes it. */
public record AnnouncementDraft(
        @Schema(description = "The pair, written BASE/QUOTE", examples = "NEWT/USDT")
        @NotNull @PlainText
        @Size(max = 100) String pair,

        @Schema(description = "When trading begins, at most 13 days ahead", examples = "2026-12-01T12:00:00Z") @NotNull String openingTime,

        @Schema(examples = "announced by the project") @NotNull @PlainText @Size(max = Texts.MAX_REASON) String reason) {}
