/**
 * Publishes the risk books as metrics. The package listens to stored books and owns only the latest copy of each one.
 * It knows the book and cap packages.
 */
@NullMarked
package io.firstfill.risk.metrics;

import org.jspecify.annotations.NullMarked;
