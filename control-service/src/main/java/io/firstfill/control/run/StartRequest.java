package io.firstfill.control.run;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A request to start a run: the environment, and the configuration of the run.
 *
 * @param version version of the configuration; the latest one when left out
 */
public record StartRequest(
        @Schema(implementation = String.class, examples = "paper") @NotNull EnvironmentId environment,

        @Schema(implementation = UUID.class, examples = "6f1c2a52-6d3e-5d8e-9a53-0c3a7d1f2b64") @NotNull ConfigurationId configurationId,

        @Nullable @Positive Integer version) {}
