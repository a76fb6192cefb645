package io.firstfill.ledger.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.ledger.journal.ChainHead;
import io.firstfill.ledger.query.ReadUnavailableException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An export reads no further than its caller takes, and holds nothing once it has ended in whatever way. */
class ExportsTest {
    private final Source source = new Source();
    private final Exports exports = new Exports(source, new Settings(), () -> Instant.EPOCH);

    @Test
    void rowsAreReadOnlyAsTheCallerTakesThem() {
        AssertSubscriber<byte[]> caller =
                exports.export(request()).subscribe().withSubscriber(AssertSubscriber.create(3));

        assertThat(caller.getItems()).hasSize(3);
        assertThat(source.read).isEqualTo(3);
    }

    @Test
    void aCallerWhoGoesAwayFreesEverything() {
        AssertSubscriber<byte[]> caller =
                exports.export(request()).subscribe().withSubscriber(AssertSubscriber.create(2));
        assertThat(exports.running()).isEqualTo(1);

        caller.cancel();

        assertThat(source.open).isZero();
        assertThat(exports.running()).isZero();
        assertThat(source.read).isEqualTo(2);
    }

    @Test
    void aFailureInTheMiddleFreesEverythingAndLeavesNoManifest() {
        source.failsAt = 4;

        AssertSubscriber<byte[]> caller =
                exports.export(request()).subscribe().withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));

        caller.assertFailedWith(IllegalStateException.class);
        assertThat(caller.getItems())
                .hasSize(3)
                .noneMatch(piece -> new String(piece, StandardCharsets.UTF_8).contains("manifest"));
        assertThat(source.open).isZero();
        assertThat(exports.running()).isZero();
    }

    @Test
    void anExportTooManyIsRefusedAndTheOthersGoOn() {
        AssertSubscriber<byte[]> first =
                exports.export(request()).subscribe().withSubscriber(AssertSubscriber.create(1));

        exports.export(request())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(1))
                .assertFailedWith(ReadUnavailableException.class);
        first.request(Long.MAX_VALUE).assertCompleted();
        exports.export(request())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
                .assertCompleted();
        assertThat(exports.running()).isZero();
    }

    private static ExportRequest request() {
        var rows = new ExportRequest.Rows.Chained(EnvironmentId.of("paper"), 0, Long.MAX_VALUE);
        return new ExportRequest(ExportSubject.ORDERS, ExportFormat.JSONL, Map.of(), rows);
    }

    /** Ten pieces of one row each. */
    private static final class Source implements ExportSource {
        private int open;
        private int read;
        private int failsAt = Integer.MAX_VALUE;

        @Override
        public Uni<OpenExport> open(ExportRequest request) {
            return Uni.createFrom().item(() -> {
                open++;
                return new Open();
            });
        }

        private final class Open implements OpenExport {
            private boolean closed;

            @Override
            public List<ChainHead> heads() {
                return List.of();
            }

            @Override
            public Multi<List<JsonNode>> rows() {
                return Multi.createBy()
                        .repeating()
                        .uni(() -> Uni.createFrom().item(this::next))
                        .whilst(rows -> read % 10 != 0);
            }

            private List<JsonNode> next() {
                if (++read == failsAt) {
                    throw new IllegalStateException("lost");
                }
                return List.of(JsonNodeFactory.instance.objectNode().put("environment", "paper"));
            }

            @Override
            public Uni<Void> close() {
                return Uni.createFrom().voidItem().invoke(() -> {
                    open -= closed ? 0 : 1;
                    closed = true;
                });
            }
        }
    }

    private record Settings() implements ExportSettings {
        @Override
        public int parallel() {
            return 1;
        }

        @Override
        public Duration statementTimeout() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration stalled() {
            return Duration.ofSeconds(1);
        }

        @Override
        public Duration longest() {
            return Duration.ofSeconds(1);
        }
    }
}
