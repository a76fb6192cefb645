/**
 * Events of runs and configurations. The ledger writes the start of a run and the versions of configurations; the
 * trader writes the stop, the suspension and the resumption.
 */
@NullMarked
package io.firstfill.contract.run;

import org.jspecify.annotations.NullMarked;
