package io.firstfill.risk.kafka;

import static io.firstfill.risk.Told.PAPER;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.firstfill.contract.Message;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.risk.book.BookWatch;
import io.firstfill.risk.book.PoolTerms;
import io.firstfill.risk.book.RiskBook;
import io.firstfill.risk.book.RiskEngine;
import io.firstfill.service.json.JsonSettings;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The topology as the service wires it, for the environment {@code paper}. */
final class Stack {
    static final BookWatch UNWATCHED = new BookWatch() {
        @Override
        public void kept(RiskBook book, List<Message> events, Instant now) {}

        @Override
        public void handedOver(EnvironmentId environment) {}
    };

    private Stack() {}

    static RiskTopology topology(int partitions, BookWatch watch) {
        ObjectMapper json = new ObjectMapper();
        new JsonSettings().customize(json);
        RiskEngine desk = new RiskEngine(new PoolTerms(5, Duration.ofMinutes(5)));
        return new RiskTopology(desk, MessageCodec.standard(), json, watch, Set.of(PAPER), partitions);
    }
}
