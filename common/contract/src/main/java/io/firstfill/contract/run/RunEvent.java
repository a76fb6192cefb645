package io.firstfill.contract.run;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** An event of a run or a configuration. The topic is small and keeps its records for ever. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(ConfigurationSaved.class),
    @JsonSubTypes.Type(ConfigurationRejected.class),
    @JsonSubTypes.Type(RunStarted.class),
    @JsonSubTypes.Type(RunRejected.class),
    @JsonSubTypes.Type(RunStopping.class),
    @JsonSubTypes.Type(RunStopped.class),
    @JsonSubTypes.Type(RunSuspended.class),
    @JsonSubTypes.Type(RunResumed.class),
    @JsonSubTypes.Type(ConfigurationApplied.class),
    @JsonSubTypes.Type(RecordAcknowledged.class),
    @JsonSubTypes.Type(ConfigurationArchived.class),
    @JsonSubTypes.Type(ApplyRejected.class),
    @JsonSubTypes.Type(GuardrailsChanged.class),
    @JsonSubTypes.Type(GuardrailsRejected.class),
    @JsonSubTypes.Type(SettingsReported.class)
})
public sealed interface RunEvent extends Message
        permits ConfigurationSaved,
                ConfigurationRejected,
                RunStarted,
                RunRejected,
                RunStopping,
                RunStopped,
                RunSuspended,
                RunResumed,
                ConfigurationApplied,
                RecordAcknowledged,
                ConfigurationArchived,
                ApplyRejected,
                GuardrailsChanged,
                GuardrailsRejected,
                SettingsReported {}
