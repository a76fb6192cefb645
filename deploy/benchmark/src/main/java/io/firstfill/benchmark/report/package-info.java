/**
 * The report and the raw samples as text: thresholds and their verdicts, the conditions of the measurement, tables of
 * percentiles. Pure functions of the results, except for the conditions, which read the machine. Knows every subpackage
 * but {@code floor}'s clients.
 */
@NullMarked
package io.firstfill.benchmark.report;

import org.jspecify.annotations.NullMarked;
