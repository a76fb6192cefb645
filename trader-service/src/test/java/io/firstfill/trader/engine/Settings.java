package io.firstfill.trader.engine;

import io.firstfill.trader.balance.BalanceSettings;
import io.firstfill.trader.credential.CredentialSettings;
import io.firstfill.trader.decide.DecisionSettings;
import io.firstfill.trader.mark.MarkSettings;
import io.firstfill.trader.permit.PermitSettings;
import io.firstfill.trader.reconcile.ReconcileSettings;
import io.firstfill.trader.reconcile.StreamAlertSettings;
import io.firstfill.trader.sell.SellSettings;
import io.firstfill.trader.submit.SubmitSettings;
import io.firstfill.trader.warmup.WarmUpSettings;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Reads the settings of an engine as the service reads them: the defaults, and the values of a test over them. */
final class Settings {
    private Settings() {}

    static EngineSettings of(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withMapping(DecisionSettings.class)
                .withMapping(SubmitSettings.class)
                .withMapping(ReconcileSettings.class)
                .withMapping(PermitSettings.class)
                .withMapping(CredentialSettings.class)
                .withMapping(WarmUpSettings.class)
                .withMapping(StreamAlertSettings.class)
                .withMapping(RecoverySettings.class)
                .withMapping(BalanceSettings.class)
                .withMapping(SellSettings.class)
                .withMapping(MarkSettings.class)
                .withDefaultValues(values)
                .build();
        return new EngineSettings(
                config.getConfigMapping(DecisionSettings.class),
                config.getConfigMapping(SubmitSettings.class),
                config.getConfigMapping(ReconcileSettings.class),
                config.getConfigMapping(PermitSettings.class),
                config.getConfigMapping(CredentialSettings.class),
                config.getConfigMapping(WarmUpSettings.class),
                config.getConfigMapping(StreamAlertSettings.class),
                config.getConfigMapping(RecoverySettings.class),
                config.getConfigMapping(BalanceSettings.class),
                config.getConfigMapping(SellSettings.class),
                config.getConfigMapping(MarkSettings.class));
    }
}
