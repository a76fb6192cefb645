package io.firstfill.risk.kafka;

import static io.firstfill.risk.InputMessages.PAPER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookListener;
import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** The topology as the service wires it, for the environment {@code paper}. */
final class TopologyFixture {
    static final BookListener NO_LISTENER = new BookListener() {
        @Override
        public void stored(RiskBook book, List<Message> events) {}

        @Override
        public void revoked(EnvironmentId environment) {}
    };

    private TopologyFixture() {}

    static RiskTopology topology(int partitions, BookListener listener) {
        return topology(partitions, listener, Set.of(PAPER), System::nanoTime);
    }

    static RiskTopology topology(
            int partitions, BookListener listener, Set<EnvironmentId> environments, LongSupplier nanoTime) {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        return new RiskTopology(
                new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)), Map.of()),
                MessageCodec.standard(),
                new BookFormat(json),
                listener,
                environments,
                partitions,
                nanoTime,
                partition -> Optional.of(List.of()));
    }
}
