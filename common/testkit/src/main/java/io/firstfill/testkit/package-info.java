/**
 * What tests of several modules share: a Kafka broker and a PostgreSQL server on 127.0.0.1, golden files, and the house
 * rules the build enforces. The package knows the servers' own start-up classes and JUnit's and Quarkus's test interfaces,
 * and no other module of this project. Broker and server of {@link io.firstfill.testkit.KafkaResource} and
 * {@link io.firstfill.testkit.PostgresResource} live as long as the JVM; every other one belongs to whoever starts it.
 */
@NullMarked
package io.firstfill.testkit;

import org.jspecify.annotations.NullMarked;
