package io.firstfill.acceptance;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Base of scenarios on a stack with several environments on one exchange. */
@ExtendWith(RunningStack.class)
public abstract class SeveralEnvironments {
    protected final Stack stack;
    protected final GatewayClient founder;
    protected final SimulatorClient exchange;
    protected final List<TradingEnvironment> environments;

    protected SeveralEnvironments(Stack stack) {
        this.stack = stack;
        this.founder = GatewayClient.of(stack, "founder");
        this.exchange = SimulatorClient.of(stack);
        this.environments = stack.environments().stream()
                .map(name -> new TradingEnvironment(stack, name))
                .toList();
    }
}
