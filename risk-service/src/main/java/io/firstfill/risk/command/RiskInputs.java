package io.firstfill.risk.command;

import io.firstfill.contract.Message;
import io.firstfill.contract.command.AcknowledgeRecord;
import io.firstfill.contract.command.ChangeListingTerms;
import io.firstfill.contract.command.ResetBreaker;
import io.firstfill.contract.command.SetGuardrails;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.credential.CredentialEvent;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.run.RunEvent;
import io.firstfill.contract.state.TradingStateChanged;

/** The messages on which risk decides, among all that its topics carry. */
public final class RiskInputs {
    private RiskInputs() {}

    /** Returns whether a message may change a risk book. */
    public static boolean concern(Message message) {
        return message instanceof StopRun
                || message instanceof SetTradingState
                || message instanceof AcknowledgeRecord
                || message instanceof SetGuardrails
                || message instanceof ResetBreaker
                || message instanceof ChangeListingTerms
                || message instanceof RunEvent
                || message instanceof OrderEvent
                || message instanceof CredentialEvent
                || message instanceof TradingStateChanged
                || message instanceof TradingOpened;
    }
}
