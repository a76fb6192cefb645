package io.firstfill.testkit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Proves that the embedded servers are what tests rely on. */
class EmbeddedServersTest extends ServersSuite {
    private static final EmbeddedKafka KAFKA = EmbeddedKafka.temporary();
    private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.temporary();

    @BeforeAll
    static void start() {
        KAFKA.start();
        POSTGRES.start();
    }

    @AfterAll
    static void stop() {
        KAFKA.close();
        POSTGRES.close();
    }

    @Override
    TestBroker broker() {
        return new TestBroker(KAFKA.bootstrapServers());
    }

    @Override
    TestDatabase database() {
        return POSTGRES.server();
    }
}
