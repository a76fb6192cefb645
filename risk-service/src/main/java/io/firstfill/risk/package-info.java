/** The settings of risk-service and the wiring of its engine. The package may know the features, and no adapter. */
@NullMarked
package io.firstfill.risk;

import org.jspecify.annotations.NullMarked;
