package io.firstfill.contract;

import io.firstfill.contract.id.EnvironmentId;

/** A record on a topic: immutable, with an id of its own and a reference to its cause. */
public interface Message {
    Meta meta();

    /** The environment, and so the account, that the message concerns; the key of the Kafka record. */
    EnvironmentId environment();

    /** The value of the {@code type} property in JSON. */
    default String type() {
        return getClass().getSimpleName();
    }
}
