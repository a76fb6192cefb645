/**
 * What {@code deploy/bench} measures: scheduled openings, surprises and the way through our services, each against the
 * exchange's own log and beside the floor of the same machine in the same minutes.
 */
package io.firstfill.local.bench;
