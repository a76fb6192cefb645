package io.firstfill.contract.credential;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.firstfill.contract.Message;

/** An event about the exchange credentials. The topic is compacted: the last record holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(CredentialValidated.class),
    @JsonSubTypes.Type(CredentialMissing.class),
    @JsonSubTypes.Type(CredentialRejected.class),
    @JsonSubTypes.Type(CredentialRotated.class)
})
public sealed interface CredentialEvent extends Message
        permits CredentialValidated, CredentialMissing, CredentialRejected, CredentialRotated {
    String path();
}
