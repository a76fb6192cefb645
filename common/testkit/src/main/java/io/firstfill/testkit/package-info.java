/**
 * What tests of several modules share: a Kafka broker and a PostgreSQL server, embedded or in a
 * container, golden files, seeds, and
 * the house rules the build enforces. The package knows the servers' own start-up classes and the test interfaces of
 * JUnit and Quarkus, and no other module of this project. The servers of {@link io.firstfill.testkit.KafkaResource}
 * and {@link io.firstfill.testkit.PostgresResource} live as long as the JVM; every other server belongs to its
 * caller.
 */
@NullMarked
package io.firstfill.testkit;

import org.jspecify.annotations.NullMarked;
