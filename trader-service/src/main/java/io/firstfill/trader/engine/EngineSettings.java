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
import jakarta.inject.Singleton;

/** The settings of the stages; each stage is handed its own part. */
@Singleton
record EngineSettings(
        DecisionSettings decision,
        SubmitSettings submit,
        ReconcileSettings reconcile,
        PermitSettings permit,
        CredentialSettings credential,
        WarmUpSettings warmUp,
        StreamAlertSettings stream,
        RecoverySettings recovery,
        BalanceSettings balance,
        SellSettings sell,
        MarkSettings mark) {}
