package io.firstfill.ledger;

import io.firstfill.testkit.KafkaResource;
import io.firstfill.testkit.PostgresResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Runs the ledger of a {@code @QuarkusTest} on a real broker and a real database. Every class with this annotation
 * shares one start of the ledger, because the resources are the same; each test uses an environment of its own.
 */
@WithTestResource(
        value = KafkaResource.class,
        initArgs =
                @ResourceArg(
                        name = KafkaResource.TOPICS,
                        value = "commands.v1:3, runs.v1:3, listings.v1:3, permits.v1:3, orders.v1:3, alerts.v1:3,"
                                + " recorded.v1:3, dead-letters.v1:3, trading-state.v1:3:cleanup.policy=compact,"
                                + " credentials.v1:3:cleanup.policy=compact, caps.v1:3:cleanup.policy=compact,"
                                + " balances.v1:3:cleanup.policy=compact, prices.v1:3, exits.v1:3,"
                                + " marks.v1:3:cleanup.policy=compact"))
@WithTestResource(PostgresResource.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface KafkaAndPostgres {}
