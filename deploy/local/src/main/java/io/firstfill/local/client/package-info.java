/**
 * HTTP clients of the running stack, for the demonstration, the acceptance tests and the benchmark: the APIs behind the
 * gateway, and the simulator's control API. Holds no state. Knows {@code launch}.
 */
@NullMarked
package io.firstfill.local.client;

import org.jspecify.annotations.NullMarked;
