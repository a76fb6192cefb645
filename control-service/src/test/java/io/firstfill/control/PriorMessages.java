package io.firstfill.control;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.balance.Balance;
import io.firstfill.contract.balance.BalancesReported;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.credential.CredentialValidated;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.run.ConfigurationSaved;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.TradingState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The messages that are on the topics before control starts. */
public final class PriorMessages {
    /** The idempotency key of the StartRun among these messages. */
    public static final String START_KEY = "key-before-restart";

    public static final ConfigurationId CONFIGURATION = ConfigurationId.derivedFrom("past");
    public static final Actor OLIVIA = Actor.of("olivia");
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");
    private static final EnvironmentId ENVIRONMENT = EnvironmentId.of("past");

    /** The command id as control derives it: kind, environment, actor, key. */
    private static final MessageId START = MessageId.derivedFrom("StartRun", ENVIRONMENT, OLIVIA, START_KEY);

    public static final RunId RUN = RunId.derivedFrom(START);

    private PriorMessages() {}

    static List<Message> messages() {
        var ref = new ConfigurationRef(CONFIGURATION, 1);
        Meta start = Meta.first(START, AT);
        return Stream.concat(
                        Stream.of("paper", "past", "skewed", "capped", "hostile", "halted")
                                .flatMap(name -> openGate(EnvironmentId.of(name))),
                        Stream.of(
                                saved(ENVIRONMENT, CONFIGURATION, configuration("past", "10", "100")),
                                new StartRun(start, ENVIRONMENT, OLIVIA, RUN, ref, AT.plusSeconds(1)),
                                new RunStarted(
                                        start.next(MessageId.derivedFrom("RunStarted", START), AT),
                                        ENVIRONMENT,
                                        RUN,
                                        ref,
                                        configuration("past", "10", "100"),
                                        OLIVIA)))
                .toList();
    }

    /** Returns a validated credential, a balance of just now and the trading state ACTIVE. */
    private static Stream<Message> openGate(EnvironmentId environment) {
        return Stream.of(
                new CredentialValidated(meta("credential", environment), environment, "mexc/x", 1, true, false),
                new BalancesReported(
                        meta("balance", environment),
                        environment,
                        List.of(new Balance(Asset.of("USDT"), Amount.of("1000000"), Amount.ZERO)),
                        Instant.now()),
                new TradingStateChanged(
                        meta("state", environment), environment, TradingState.ACTIVE, "initial", Actor.system("risk")));
    }

    public static ConfigurationSaved saved(EnvironmentId environment, ConfigurationId id, Configuration content) {
        return new ConfigurationSaved(meta("saved", id), environment, new ConfigurationRef(id, 1), content, OLIVIA);
    }

    public static Configuration configuration(String name, String quoteAmount, String spend) {
        return new Configuration(
                name,
                Amount.of(quoteAmount),
                new SymbolFilter(Set.of(Asset.of("USDT")), List.of(), List.of()),
                OrderStyle.MARKET,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                Duration.ofMillis(500),
                Duration.ofSeconds(3),
                new Caps(10, Amount.of(spend), 3),
                new SafetySwitches(true, true, true));
    }

    private static Meta meta(Object... parts) {
        return Meta.first(MessageId.derivedFrom(parts), AT);
    }
}
