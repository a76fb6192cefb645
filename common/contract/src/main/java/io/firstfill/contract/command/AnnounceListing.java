package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.level.Since;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.Texts;
import java.time.Instant;
import java.util.Objects;

/**
 * Command to announce a listing that a person knows of. It is evidence like that of any feed: source OPERATOR, never a
 * second buy.
 */
@Since(3)
public record AnnounceListing(
        Meta meta, EnvironmentId environment, Actor issuedBy, Pair pair, Instant openingTime, String reason)
        implements Command {
    public AnnounceListing {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
        Objects.requireNonNull(pair, "pair");
        Objects.requireNonNull(openingTime, "openingTime");
        Texts.require("reason", Objects.requireNonNull(reason, "reason"), Texts.MAX);
    }
}
