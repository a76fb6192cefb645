/**
 * Sends spans to an OpenTelemetry collector, by OTLP over HTTP in JSON. The package implements the port of
 * {@code tracing}; batches that wait for the collector are its only state.
 */
@NullMarked
package io.firstfill.ledger.web.otlp;

import org.jspecify.annotations.NullMarked;
