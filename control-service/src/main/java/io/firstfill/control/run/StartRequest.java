package io.firstfill.control.run;

import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.EnvironmentId;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * A request to start a run: the environment, and the configuration of the run.
 *
 * @param version version of the configuration; the latest one when left out
 */
public record StartRequest(
        @NotNull EnvironmentId environment,
        @NotNull ConfigurationId configurationId,
        @Nullable @Positive Integer version) {}
