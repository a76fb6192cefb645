package io.firstfill.contract.command;

import io.firstfill.contract.Meta;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Actor;
import java.util.Objects;

/** Command to check the exchange credentials with a signed account query. */
public record ValidateCredential(Meta meta, EnvironmentId environment, Actor issuedBy) implements Command {
    public ValidateCredential {
        Objects.requireNonNull(meta, "meta");
        Objects.requireNonNull(environment, "environment");
        Objects.requireNonNull(issuedBy, "issuedBy");
    }
}
