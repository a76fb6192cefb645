package io.firstfill.local.secrets;

import java.util.Objects;

/** A program that may log in. */
public record AppRole(String name, String roleId, String secretId, Policy policy) {
    public AppRole {
        Objects.requireNonNull(roleId);
        Objects.requireNonNull(secretId);
    }

    @Override
    public String toString() {
        return "AppRole[" + name + "]";
    }
}
