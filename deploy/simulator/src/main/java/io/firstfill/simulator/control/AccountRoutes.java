package io.firstfill.simulator.control;

import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Balances;
import io.firstfill.simulator.account.Permission;
import io.firstfill.simulator.exchange.Exchange;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Routes for customers: accounts, deposits, withdrawals, balances. */
final class AccountRoutes {

    record NewAccount(
            @Nullable String name,
            @Nullable String apiKey,
            @Nullable String secret,
            @Nullable Map<String, BigDecimal> balances,
            @Nullable Set<Permission> rights,
            @Nullable Set<String> boundIps,
            @Nullable Set<String> symbols) {

        @Override
        public String toString() {
            return "NewAccount[" + name + "]";
        }
    }

    record AccountReport(
            String name,
            String uid,
            @Nullable String apiKey,
            Set<Permission> rights,
            Set<String> boundIps,
            Set<String> symbols,
            Map<String, Balances.Holding> balances) {

        static AccountReport of(Account account) {
            return new AccountReport(
                    account.name(),
                    account.uid(),
                    account.apiKey(),
                    account.permissions(),
                    account.boundIps(),
                    account.symbols(),
                    account.balances().all());
        }
    }

    /** Funds that come from outside the exchange, or leave it. */
    record Transfer(@Nullable String asset, @Nullable BigDecimal amount) {}

    private final Exchange exchange;

    AccountRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.POST, "/accounts", 201, this::open);
        server.route(HttpMethod.GET, "/accounts", 200, context -> all());
        server.route(HttpMethod.GET, "/accounts/:name", 200, context -> AccountReport.of(account(context)));
        server.route(HttpMethod.POST, "/accounts/:name/deposits", 200, this::deposit);
        server.route(HttpMethod.POST, "/accounts/:name/withdrawals", 200, this::withdraw);
        server.route(
                HttpMethod.GET, "/balances", 200, context -> exchange.accounts().totals());
    }

    private List<AccountReport> all() {
        return exchange.accounts().all().stream()
                .filter(account -> !account.isHouse())
                .map(AccountReport::of)
                .toList();
    }

    private AccountReport open(RoutingContext context) {
        NewAccount requested = ControlServer.read(context, NewAccount.class);
        Account account = exchange.accounts()
                .open(
                        required("name", requested.name()),
                        required("apiKey", requested.apiKey()),
                        required("secret", requested.secret()),
                        requested.rights() == null ? Set.of(Permission.values()) : requested.rights(),
                        requested.boundIps() == null ? Set.of() : requested.boundIps(),
                        requested.symbols() == null ? Set.of() : requested.symbols());
        if (requested.balances() != null) {
            requested.balances().forEach((asset, amount) -> account.balances().credit(asset, amount));
        }
        return AccountReport.of(account);
    }

    private AccountReport deposit(RoutingContext context) {
        Transfer deposit = ControlServer.read(context, Transfer.class);
        Account account = account(context);
        account.balances().credit(required("asset", deposit.asset()), positive(deposit.amount()));
        return AccountReport.of(account);
    }

    private AccountReport withdraw(RoutingContext context) {
        Transfer withdrawal = ControlServer.read(context, Transfer.class);
        Account account = account(context);
        String asset = required("asset", withdrawal.asset());
        if (!account.balances().withdraw(asset, positive(withdrawal.amount()))) {
            throw new ConflictException(
                    "free " + asset + " is " + account.balances().of(asset).free());
        }
        return AccountReport.of(account);
    }

    private static BigDecimal positive(@Nullable BigDecimal amount) {
        if (amount == null || amount.signum() <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
        return amount;
    }

    private Account account(RoutingContext context) {
        String name = context.pathParam("name");
        return exchange.accounts().byName(name).orElseThrow(() -> new NotFoundException("no account " + name));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(field + " is required");
        }
        return value;
    }
}
