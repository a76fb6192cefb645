package io.firstfill.testkit;

import io.firstfill.testkit.container.Containers;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** Proves that the containers are what tests rely on. Runs where Docker is present, and is skipped elsewhere. */
class ContainerServersTest extends ServersSuite {
    @BeforeAll
    static void requireDocker() {
        Assumptions.assumeTrue(Containers.inUse(), Containers::why);
    }

    @Override
    TestBroker broker() {
        return KafkaResource.shared();
    }

    @Override
    TestDatabase database() {
        return PostgresResource.shared();
    }
}
