/**
 * What {@code deploy/compose.yaml} takes of the launcher: the topics, the gateway and the demonstration, each as a
 * process of its own among containers. Holds no state. Knows the packages whose parts it starts.
 */
@NullMarked
package io.firstfill.local.compose;

import org.jspecify.annotations.NullMarked;
