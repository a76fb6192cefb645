package io.firstfill.simulator.book;

import io.firstfill.simulator.account.Account;
import io.firstfill.testkit.FreePort;
import io.vertx.core.http.HttpServerRequest;

/** Classes that break one rule of {@code SimulatorRules} each, so that a test can show that the rule finds them. */
public final class BadBook {

    private BadBook() {}

    /** Breaks the rule on packages: the book may know no other package. */
    public record KnowsAccounts(Account account) {}

    /** Breaks the rule on HTTP: it belongs in the packages for a protocol. */
    public record KnowsHttp(HttpServerRequest request) {}

    /** Breaks the rule on shared code: the simulator knows no other module. */
    public record KnowsAnotherModule(Class<FreePort> type) {

        static final KnowsAnotherModule INSTANCE = new KnowsAnotherModule(FreePort.class);
    }
}
