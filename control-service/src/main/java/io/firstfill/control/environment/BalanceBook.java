package io.firstfill.control.environment;

import io.firstfill.contract.Message;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.control.Book;
import io.firstfill.service.json.MessageCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The book of the balances that the trader reported last for each environment. */
@ApplicationScoped
public class BalanceBook implements Book {
    private final Map<EnvironmentId, BalancesReported> reports = new ConcurrentHashMap<>();
    private final boolean expected;

    /** The trader reports balances only from a level of the contract on. */
    public BalanceBook(MessageCodec codec) {
        this.expected = codec.mayWrite(BalancesReported.class);
    }

    /** Returns whether the traders of this deployment report balances at all. */
    public boolean isExpected() {
        return expected;
    }

    /** Returns the latest report; empty until the trader has reported. */
    public Optional<BalancesReported> report(EnvironmentId environment) {
        return Optional.ofNullable(reports.get(environment));
    }

    @Override
    public void reset() {
        reports.clear();
    }

    @Override
    public void apply(Message message) {
        if (message instanceof BalancesReported report) {
            reports.put(report.environment(), report);
        }
    }
}
