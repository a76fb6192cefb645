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

/** Routes for customers: accounts, deposits, balances. */
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

    record Deposit(@Nullable String asset, @Nullable BigDecimal amount) {}

    private final Exchange exchange;

    AccountRoutes(Exchange exchange) {
        this.exchange = exchange;
    }

    void mount(ControlServer server) {
        server.route(HttpMethod.POST, "/accounts", 201, this::open);
        server.route(HttpMethod.GET, "/accounts", 200, context -> all());
        server.route(HttpMethod.GET, "/accounts/:name", 200, context -> AccountReport.of(account(context)));
        server.route(HttpMethod.POST, "/accounts/:name/deposits", 200, this::deposit);
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
        Deposit deposit = ControlServer.read(context, Deposit.class);
        Account account = account(context);
        BigDecimal amount = deposit.amount();
        if (amount == null || amount.signum() <= 0) {
            throw new IllegalArgumentException("amount must be positive");
        }
        account.balances().credit(required("asset", deposit.asset()), amount);
        return AccountReport.of(account);
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
