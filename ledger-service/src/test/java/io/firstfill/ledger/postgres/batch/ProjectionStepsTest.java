package io.firstfill.ledger.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.ledger.LedgerFixture;
import io.firstfill.ledger.journal.JournalTransaction.NewMessage;
import io.firstfill.ledger.postgres.batch.ProjectionSteps.Execution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many messages take few statements, and what they do to one row they do in their order. */
class ProjectionStepsTest {
    private static final Instant T0 = LedgerFixture.T0;

    private final LedgerFixture fixture = new LedgerFixture();

    @Test
    void messagesOfOneKindAboutDifferentRowsAreOneStatement() {
        List<Execution> executions = steps(
                fixture.announced(1, "A", T0),
                fixture.accepted(1, T0),
                fixture.announced(2, "B", T0),
                fixture.accepted(2, T0));

        assertThat(positions(executions)).containsExactly(List.of(1L, 3L), List.of(2L, 4L));
    }

    @Test
    void messagesAboutOneRowKeepTheirOrderInStatementsOfTheirOwn() {
        List<Execution> executions = steps(
                fixture.accepted(1, T0),
                fixture.filled(1, T0, "1", "5", "5"),
                fixture.accepted(1, T0.plusSeconds(1)),
                fixture.accepted(2, T0),
                fixture.filled(2, T0, "1", "5", "5"));

        assertThat(positions(executions)).containsExactly(List.of(1L, 4L), List.of(2L, 5L), List.of(3L));
    }

    @Test
    void aMessageThatMayConcernAnyRowStaysBehindAllBeforeItAndBeforeAllBehindIt() {
        List<Execution> executions = steps(
                fixture.accepted(1, T0),
                fixture.started(fixture.run),
                fixture.accepted(2, T0),
                fixture.stopped(fixture.run),
                fixture.accepted(3, T0));

        assertThat(positions(executions))
                .containsExactly(List.of(1L), List.of(2L), List.of(2L), List.of(3L), List.of(4L), List.of(5L));
    }

    private static List<Execution> steps(Message... messages) {
        List<NewMessage> all = new ArrayList<>();
        for (Message message : messages) {
            all.add(new NewMessage(message, all.size() + 1L, T0));
        }
        return ProjectionSteps.of(all);
    }

    private static List<List<Long>> positions(List<Execution> executions) {
        return executions.stream().map(Execution::positions).toList();
    }
}
