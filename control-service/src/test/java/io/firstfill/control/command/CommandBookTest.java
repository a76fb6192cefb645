package io.firstfill.control.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.ApplyConfiguration;
import io.firstfill.contract.command.Command;
import io.firstfill.contract.command.SetTradingState;
import io.firstfill.contract.command.StartRun;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.TradingState;
import io.firstfill.control.AnswerMessages;
import io.firstfill.control.PriorMessages;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Proves what an idempotency key stands for: in every instance of control the same command, found again on the topics
 * by an instance that never saw the request, and after more than a week what the topics that are kept for ever hold.
 */
class CommandBookTest {
    private static final EnvironmentId PAPER = EnvironmentId.of("paper");
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final RunId RUN = RunId.derivedFrom("run");
    private static final ConfigurationRef VERSION = new ConfigurationRef(PriorMessages.CONFIGURATION, 2);

    private final CommandIds one = new CommandIds(() -> NOW);
    private final CommandIds other = new CommandIds(() -> NOW.plusSeconds(3));

    @Test
    void aKeyIsTheSameCommandInEveryInstanceAndOnlyForItsCallerEnvironmentAndKind() {
        List<Class<? extends Command>> kinds =
                List.of(StartRun.class, StopRun.class, ApplyConfiguration.class, SetTradingState.class);
        for (Class<? extends Command> kind : kinds) {
            assertThat(id(one, kind, PAPER, "olivia")).isEqualTo(id(other, kind, PAPER, "olivia"));
            assertThat(id(one, kind, PAPER, "olivia")).isNotEqualTo(id(other, kind, PAPER, "rita"));
            assertThat(id(one, kind, PAPER, "olivia"))
                    .isNotEqualTo(id(other, kind, EnvironmentId.of("other"), "olivia"));
        }
        assertThat(kinds.stream().map(kind -> id(one, kind, PAPER, "olivia")).distinct())
                .hasSameSizeAs(kinds);
        assertThat(one.metaFor(StopRun.class, PAPER, PriorMessages.OLIVIA, Optional.empty())
                        .id())
                .as("without a key")
                .isNotEqualTo(other.metaFor(StopRun.class, PAPER, PriorMessages.OLIVIA, Optional.empty())
                        .id());
    }

    @Test
    void anotherInstanceAndARestartedOneFindTheFirstAnswerOnTheTopics() {
        StartRun start = start();
        ApplyConfiguration apply = apply();
        CommandBook another = new CommandBook();
        another.apply(start);
        another.apply(apply);
        AnswerMessages.started(start).forEach(another::apply);
        AnswerMessages.applied(apply).forEach(another::apply);

        assertThat(another.find(start.meta().id())).contains(start);
        assertThat(another.answerTo(start.meta().id()).map(Message::type)).contains("RunStarted");
        assertThat(another.answerTo(apply.meta().id()).map(Message::type)).contains("ConfigurationApplied");
        assertThat(another.recordIfAbsent(start)).as("not published again").contains(start);
    }

    /** After a week commands are not replayed any more; the answers on runs.v1 are, for ever. */
    @Test
    void aKeyThatIsEightDaysOldStillGetsTheAnswerAboutARunAndIsNewForATradingState() {
        StartRun start = start();
        ApplyConfiguration apply = apply();
        SetTradingState state = new SetTradingState(
                one.metaFor(SetTradingState.class, PAPER, PriorMessages.OLIVIA, Optional.of("key")),
                PAPER,
                PriorMessages.OLIVIA,
                TradingState.HALTED,
                "odd fills");
        CommandBook restarted = new CommandBook();
        AnswerMessages.started(start).forEach(restarted::apply);
        AnswerMessages.applied(apply).forEach(restarted::apply);

        assertThat(restarted.answerTo(start.meta().id()).map(Message::type)).contains("RunStarted");
        assertThat(restarted.answerTo(apply.meta().id()).map(Message::type)).contains("ConfigurationApplied");
        assertThat(restarted.find(state.meta().id())).isEmpty();
        assertThat(restarted.answerTo(state.meta().id())).isEmpty();
    }

    private static MessageId id(CommandIds ids, Class<? extends Command> kind, EnvironmentId where, String who) {
        return ids.metaFor(kind, where, Actor.of(who), Optional.of("key")).id();
    }

    private StartRun start() {
        Meta meta = one.metaFor(StartRun.class, PAPER, PriorMessages.OLIVIA, Optional.of("key"));
        return new StartRun(meta, PAPER, PriorMessages.OLIVIA, RunId.derivedFrom(meta.id()), VERSION, NOW);
    }

    private ApplyConfiguration apply() {
        Meta meta = one.metaFor(ApplyConfiguration.class, PAPER, PriorMessages.OLIVIA, Optional.of("key"));
        return new ApplyConfiguration(meta, PAPER, PriorMessages.OLIVIA, RUN, VERSION, "thin book");
    }
}
