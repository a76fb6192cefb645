/**
 * The launcher of {@code deploy/up} and the running stack that tests and the benchmark use: the order of the start, the
 * supervision of processes, the stop. {@code Supervisor} owns the running processes and the lock on the state
 * directory. Knows every package except {@code client} and {@code demo}; the demonstration is found by {@code
 * ServiceLoader}.
 */
@NullMarked
package io.firstfill.local.launch;

import org.jspecify.annotations.NullMarked;
