package io.firstfill.risk.cap;

import io.firstfill.contract.configuration.Caps;

/** Measures one cap. The policy refuses a permit when the measured level exceeds the limit. */
@FunctionalInterface
interface CapPolicy {
    Level measure(Usage usage, Caps caps);
}
