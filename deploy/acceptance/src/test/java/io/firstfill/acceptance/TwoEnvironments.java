package io.firstfill.acceptance;

import io.firstfill.local.client.GatewayClient;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;

/** Base of scenarios about what one environment must not do to another: a stack with two of them on one exchange. */
@ExtendWith(RunningStack.class)
@StackEnvironments({"paper", "second"})
public abstract class TwoEnvironments {
    protected final Stack stack;
    protected final GatewayClient founder;
    protected final SimulatorClient exchange;
    protected final List<TradingEnvironment> environments;

    protected TwoEnvironments(Stack stack) {
        this.stack = stack;
        this.founder = GatewayClient.of(stack, "founder");
        this.exchange = SimulatorClient.of(stack);
        this.environments = stack.environments().stream()
                .map(name -> new TradingEnvironment(stack, name))
                .toList();
    }
}
