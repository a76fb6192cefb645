/**
 * Reports the settings of a service that decide about money or speed, so that the drift of a deployment can be read.
 * The reports are records of {@code runs.v1}.
 */
@NullMarked
package io.firstfill.service.kafka.report;

import org.jspecify.annotations.NullMarked;
