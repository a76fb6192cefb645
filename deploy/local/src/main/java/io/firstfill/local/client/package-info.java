/** Callers of the running stack, for the demonstration and the acceptance tests: the gateway and the simulator's truth. */
package io.firstfill.local.client;
