package io.firstfill.trader.vault;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The settings of Vault, which keeps the credentials. */
@ConfigMapping(prefix = "firstfill.trader.vault")
interface VaultSettings {
    /** The mount of the KV v2 engine. */
    @WithDefault("secret")
    String mount();
}
