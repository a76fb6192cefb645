package io.firstfill.local.secrets;

import java.util.Objects;

/**
 * The credentials with which one program logs in, and the policy its tokens get. Its {@code toString} shows no secret.
 */
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
