package io.firstfill.contract;

import io.firstfill.contract.id.EnvironmentId;

/** Everything that travels on a topic: immutable, identified, caused by something. */
public interface Message {
    Meta meta();

    /** The account it concerns; the key of its record. */
    EnvironmentId environment();

    /** The {@code type} property in JSON. */
    default String type() {
        return getClass().getSimpleName();
    }
}
