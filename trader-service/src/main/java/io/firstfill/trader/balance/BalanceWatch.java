package io.firstfill.trader.balance;

import io.firstfill.contract.Message;
import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.trader.alert.Alerts;
import io.firstfill.trader.credential.AccountBalances;
import io.firstfill.trader.credential.KeyHolder;
import io.firstfill.trader.loop.EventLoop;
import io.firstfill.trader.order.BuyState;
import io.firstfill.trader.order.Venue;
import io.firstfill.trader.run.Run;
import io.firstfill.trader.state.EngineState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the balances of one account known: takes those of each validation of the key, and asks again after each buy and
 * every few minutes. Never while a request of an order is being sent, nor in the seconds of an opening. Reports
 * what has changed, and tells what is left for the next buy. Confined to the event loop.
 */
public final class BalanceWatch {
    /** No call beside those for orders within this time around an opening. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final KeyHolder holder;
    private final EngineState state;
    private final Venue venue;
    private final BooleanSupplier credentialValid;
    private final EventLoop loop;
    private final BalanceSettings settings;
    private final List<Asset> assets;
    private final BalanceReports reports;
    private final LowBalances low;

    private KnownBalances known = KnownBalances.NONE;
    private boolean asking;
    /** A buy could not be paid: the account may have been funded meanwhile. */
    private boolean wanted;

    private Instant askedAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    public BalanceWatch(
            EnvironmentId environment,
            KeyHolder holder,
            EngineState state,
            Venue venue,
            BooleanSupplier credentialValid,
            EventLoop loop,
            Alerts alerts,
            Consumer<Message> publish,
            BalanceSettings settings) {
        this.holder = holder;
        this.state = state;
        this.venue = venue;
        this.credentialValid = credentialValid;
        this.loop = loop;
        this.settings = settings;
        this.assets = settings.assets().stream().map(Asset::of).toList();
        this.reports = new BalanceReports(environment, publish, assets, settings.reportInterval());
        this.low = new LowBalances(alerts, settings.lowBuys());
    }

    /** Takes the balances of an answer; one that a later question has overtaken is dropped. */
    public void learned(AccountBalances balances, Instant asked) {
        if (!balances.equals(AccountBalances.UNKNOWN) && !asked.isBefore(known.askedAt())) {
            known = new KnownBalances(balances, asked, loop.now());
            state.commitments().stated(asked);
            notBefore = known.asOf().plus(settings.pause());
            tell();
        }
    }

    /**
     * Returns what certainly can be spent on the order: the free balance less all other buys that it may not be without
     * yet. Empty where the balance is not known or too old to say anything.
     */
    public Optional<Amount> available(Asset quote, ClientOrderId order) {
        return left(quote, order);
    }

    /** The balance of an asset that was stated last, with the time of the question; empty while none was. */
    public Optional<Stated> stated(Asset asset) {
        return known.balances().of(asset).map(balance -> new Stated(balance, known.askedAt()));
    }

    /** @param askedAt when the exchange was asked, by our clock */
    public record Stated(Balance balance, Instant askedAt) {}

    /** A buy cannot be paid, as far as is known: asks at once, so that a deposit is seen before its deadline. */
    public void unpaid() {
        wanted = true;
        askIfDue();
    }

    /** To be called about once a second. */
    public void check() {
        tell();
        askIfDue();
    }

    private void tell() {
        if (known.equals(KnownBalances.NONE)) {
            return;
        }
        Set<Asset> bought = new HashSet<>();
        List<Run.Open> open = new ArrayList<>(state.runs().active());
        open.addAll(state.runs().suspended());
        open.forEach(run -> bought.addAll(assetsOf(run)));
        reports.report(known, bought, loop.now());
        low.check(open, this::assetsOf, asset -> left(asset, null));
    }

    /** A run that buys with any asset is taken to buy with the usual one. */
    private Set<Asset> assetsOf(Run.Open run) {
        Set<Asset> chosen = run.configuration().symbols().quoteAssets();
        return chosen.isEmpty() ? Set.of(assets.getFirst()) : chosen;
    }

    private Optional<Amount> left(Asset asset, @Nullable ClientOrderId order) {
        boolean old = known.asOf().isBefore(loop.now().minus(settings.maxAge()));
        return old
                ? Optional.empty()
                : known.free(asset).map(free -> {
                    Amount committed = state.commitments().of(asset, known.askedAt(), order);
                    return committed.exceeds(free) ? Amount.ZERO : free.minus(committed);
                });
    }

    private void askIfDue() {
        if (!asking && isDue(loop.now()) && isQuiet()) {
            ask();
        }
    }

    private boolean isDue(Instant now) {
        Instant changed = state.commitments().changedAt();
        boolean outdated = !changed.isBefore(known.askedAt())
                && !changed.plus(settings.settling()).isAfter(now);
        boolean regular = !known.asOf().isAfter(now.minus(settings.interval()));
        boolean again = wanted && !askedAt.isAfter(now.minus(settings.retry()));
        return !now.isBefore(notBefore) && (again || outdated || regular);
    }

    private boolean isQuiet() {
        Instant now = venue.exchangeTime();
        return credentialValid.getAsBoolean()
                && !state.orders().opensBefore(now.plus(QUIET))
                && state.orders().inFlight().stream()
                        .noneMatch(order -> order instanceof BuyState.Submitted || hasJustOpened(order, now));
    }

    private static boolean hasJustOpened(BuyState order, Instant now) {
        Instant opening = order.buy().timeline().openingTime();
        return order.mayBeSent() && opening != null && opening.plus(QUIET).isAfter(now);
    }

    private void ask() {
        Instant now = loop.now();
        askedAt = now;
        asking = true;
        wanted = false;
        holder.balances()
                .onFailure()
                .recoverWithItem(Optional.empty())
                .subscribe()
                .with(answer -> loop.execute(() -> answered(answer, now)));
    }

    private void answered(Optional<AccountBalances> answer, Instant asked) {
        asking = false;
        notBefore = loop.now().plus(settings.retry());
        answer.ifPresent(balances -> learned(balances, asked));
    }
}
