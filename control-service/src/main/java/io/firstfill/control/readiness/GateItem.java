package io.firstfill.control.readiness;

import org.jspecify.annotations.Nullable;

/**
 * One thing that must be in order before a run starts.
 *
 * @param remedy what a person can do about it; absent when it is in order
 */
public record GateItem(String name, boolean ok, @Nullable String remedy) {
    static GateItem inOrder(String name) {
        return new GateItem(name, true, null);
    }

    static GateItem failing(String name, String remedy) {
        return new GateItem(name, false, remedy);
    }
}
