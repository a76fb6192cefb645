package io.firstfill.ledger.postgres;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jboss.logging.Logger;

/**
 * Migrates the database before the first record is consumed. When a migration fails the service does not start, and the
 * exception says what to do.
 */
@ApplicationScoped
class Migration {
    private static final Logger LOG = Logger.getLogger(Migration.class);

    private final Flyway flyway;

    Migration(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Runs before {@link Interceptor.Priority#LIBRARY_BEFORE}, at which the Kafka channels open. */
    void migrate(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent event) {
        try {
            var result = flyway.migrate();
            LOG.infof("Database at version %s, %d migrations applied", currentVersion(), result.migrationsExecuted);
        } catch (FlywayException e) {
            throw new IllegalStateException(remedy(), e);
        }
    }

    private String currentVersion() {
        var current = flyway.info().current();
        return current == null || current.getVersion() == null
                ? "none"
                : current.getVersion().getVersion();
    }

    private static String remedy() {
        return """
                The database migration failed, so the ledger has not started and nothing was recorded or lost: the \
                records stay in Kafka. Each migration runs in a transaction, so the database is as it was before. \
                Check that Postgres answers at quarkus.datasource.jdbc.url and that the role owns the schema; if the \
                cause below names a checksum or a failed migration, deploy the release that wrote this database, or \
                restore the backup taken before the upgrade. Then start the ledger again.""";
    }
}
