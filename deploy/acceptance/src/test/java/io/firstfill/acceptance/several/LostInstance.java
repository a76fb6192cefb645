package io.firstfill.acceptance.several;

import static io.firstfill.acceptance.Scenario.PRICE;
import static io.firstfill.acceptance.Scenario.newToken;
import static org.awaitility.Awaitility.await;

import io.firstfill.acceptance.TradingEnvironment;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Kills the instance of a service that works for an environment while a listing opens, and measures until the other
 * instance works for every environment of the lost one: by its first sign of life, and by the first work it has done.
 */
final class LostInstance {
    private static final Duration BOUGHT_WITHIN = Duration.ofSeconds(60);
    /** A loss is noticed at 12 s at the latest; what is longer is reported as it is. */
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final int COMMANDS = 60;
    private static final String AT_WORK = "in the middle of its work";

    private final Stack stack;
    private final SimulatorClient exchange;
    private final List<TradingEnvironment> environments;
    private final SignsOfLife signs;
    private final TakeOverFigures figures;

    LostInstance(
            Stack stack,
            SimulatorClient exchange,
            List<TradingEnvironment> environments,
            SignsOfLife signs,
            TakeOverFigures figures) {
        this.stack = stack;
        this.exchange = exchange;
        this.environments = environments;
        this.signs = signs;
        this.figures = figures;
    }

    /** An instance that is to be killed, and the environments it works for. */
    private record Victim(String service, String member, List<TradingEnvironment> environments) {}

    /** An instance that was killed, and the environments it worked for. */
    private record Lost(String service, String member, List<TradingEnvironment> environments, Instant at) {}

    /** A surprise opens half a second after the kill: the next trader buys what the scanner has signalled meanwhile. */
    void trader(TradingEnvironment of) {
        Lost lost = kill("trader", of);
        String base = newToken();
        exchange.surpriseListing(base, lost.at().plusMillis(500), PRICE);
        measureSigns("trader", lost);
        assertBoughtOnce(base);
        lost.environments()
                .forEach(environment ->
                        figures.add("trader, to its first order", since(lost, firstOrderAt(environment, base))));
        restart(lost);
    }

    /** A listing is announced right after the kill: only the next scanner can see it. */
    void scanner(TradingEnvironment of) {
        Lost lost = kill("scanner", of);
        String base = newToken();
        exchange.scheduleListing(base, lost.at().plusSeconds(35), PRICE);
        measureSigns("scanner", lost);
        assertBoughtOnce(base);
        lost.environments()
                .forEach(environment -> figures.add(
                        "scanner, to the first sight of a listing",
                        since(lost, instant(environment.ledger().listings(base).getFirst(), "firstSeen"))));
        restart(lost);
    }

    /** A surprise is bought from the permits at hand, and a command waits for the next risk. */
    void risk(TradingEnvironment of) {
        Lost lost = kill("risk", of);
        String base = newToken();
        exchange.surpriseListing(base, lost.at().plusSeconds(1), PRICE);
        environments.forEach(environment -> environment.set("ACTIVE", "after the loss " + base));
        measureSigns("risk", lost);
        assertBoughtOnce(base);
        lost.environments()
                .forEach(environment -> figures.add(
                        "risk, to its first decision", since(lost, decidedAt(environment, "after the loss " + base))));
        restart(lost);
    }

    /** Risk is killed in the middle of many decisions: the next one waits for a transaction that nobody ends. */
    void riskAtWork(TradingEnvironment of) {
        Victim victim = victim("risk", of);
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int call = 0; call < COMMANDS; call++) {
                callers.execute(() -> of.set("ACTIVE", AT_WORK));
            }
            await("risk to decide")
                    .atMost(LONGEST)
                    .ignoreExceptions()
                    .until(() -> AT_WORK.equals(
                            of.status().getJsonObject("tradingState").getString("reason")));
            Lost lost = kill(victim);
            String after = "after the loss at " + lost.at();
            of.set("ACTIVE", after);
            measureSigns("risk at work", lost);
            figures.add("risk at work, to its first decision", since(lost, decidedAt(of, after)));
            restart(lost);
        }
    }

    private Lost kill(String service, TradingEnvironment of) {
        return kill(victim(service, of));
    }

    private Victim victim(String service, TradingEnvironment of) {
        String member = signs.instanceFor(service, of.name());
        List<TradingEnvironment> owned = environments.stream()
                .filter(environment ->
                        signs.instanceFor(service, environment.name()).equals(member))
                .toList();
        return new Victim(service, member, owned);
    }

    private Lost kill(Victim victim) {
        Instant at = Clock.systemUTC().instant();
        stack.kill(component(victim.member()));
        return new Lost(victim.service(), victim.member(), victim.environments(), at);
    }

    private void restart(Lost lost) {
        stack.restart(component(lost.member()));
        environments.forEach(TradingEnvironment::awaitGate);
    }

    /** The first instance of a service is a component by the service's own name. */
    private static String component(String member) {
        return member.replaceFirst("-0$", "");
    }

    private void measureSigns(String what, Lost lost) {
        lost.environments()
                .forEach(environment -> figures.add(
                        what + ", to its first sign of life",
                        since(
                                lost,
                                signs.movedAt(lost.service(), environment.name(), lost.member(), lost.at(), LONGEST))));
    }

    private void assertBoughtOnce(String base) {
        environments.forEach(environment -> environment.awaitBoughtOnce(base, BOUGHT_WITHIN));
    }

    private static Instant firstOrderAt(TradingEnvironment environment, String base) {
        return instant(environment.exchange().orders(base + "USDT").getFirst(), "receivedAt");
    }

    private Instant decidedAt(TradingEnvironment environment, String reason) {
        return await("risk's answer in " + environment.name())
                .atMost(LONGEST)
                .until(
                        () -> environment.ledger().page("/trading-states").items().stream()
                                .filter(state -> reason.equals(state.getString("reason")))
                                .map(state -> instant(state, "reportedAt"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static Duration since(Lost lost, Instant time) {
        return Duration.between(lost.at(), time);
    }

    private static Instant instant(JsonObject row, String field) {
        return Instant.parse(row.getString(field));
    }
}
