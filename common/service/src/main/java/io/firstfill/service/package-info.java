/**
 * What every service shares. This package produces the beans each service injects: the clock and the message codec.
 * The sub-packages hold the JSON format, the environments, the rates of the exit address, the open alerts, the Kafka
 * channels and the health checks. The packages know {@code common/contract} and Quarkus, and no service. Only
 * {@code kafka} and {@code web} may know Kafka and HTTP.
 */
@NullMarked
package io.firstfill.service;

import org.jspecify.annotations.NullMarked;
