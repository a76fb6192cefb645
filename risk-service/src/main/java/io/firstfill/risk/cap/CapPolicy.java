package io.firstfill.risk.cap;

import io.firstfill.contract.configuration.Caps;

/** One cap: how it is measured, and against what. A policy refuses when the level it measures is over the limit. */
@FunctionalInterface
interface CapPolicy {
    Level measure(Usage usage, Caps caps);
}
