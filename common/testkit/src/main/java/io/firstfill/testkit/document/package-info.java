/**
 * Compares the project's documents with what they are about: the page of metrics with what a service exposes. The
 * package finds the root of the source tree, knows no other package of this project, and keeps no state.
 */
@NullMarked
package io.firstfill.testkit.document;

import org.jspecify.annotations.NullMarked;
