package io.firstfill.testkit;

import io.firstfill.testkit.container.ContainerServers;
import io.firstfill.testkit.container.Containers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Provides PostgreSQL for {@code @QuarkusTest}: one server per JVM, embedded or a container ({@link Containers}), and a
 * new empty database for each start of the application, so that a test never reads the rows of another.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public Map<String, String> start() {
        TestDatabase postgres = shared();
        String database = "test_" + DATABASES.incrementAndGet();
        postgres.createDatabase(database);
        return Map.of(
                "quarkus.datasource.jdbc.url", postgres.jdbcUrl(database),
                "quarkus.datasource.reactive.url", postgres.reactiveUrl(database),
                "quarkus.datasource.username", postgres.user(),
                "quarkus.datasource.password", postgres.password(),
                "quarkus.flyway.username", postgres.owner(),
                "quarkus.flyway.password", postgres.ownerPassword());
    }

    /** Stops nothing: the next test class uses the same server, which ends with the JVM. */
    @Override
    public void stop() {}

    public static TestDatabase shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        static final TestDatabase SERVER = Containers.inUse() ? container() : embedded();

        private static TestDatabase container() {
            TestDatabase server = new TestDatabase(ContainerServers.startPostgres());
            server.createRoles();
            return server;
        }

        private static TestDatabase embedded() {
            EmbeddedPostgres server = EmbeddedPostgres.temporary().start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close, "embedded-postgres-close"));
            return server.server();
        }
    }
}
