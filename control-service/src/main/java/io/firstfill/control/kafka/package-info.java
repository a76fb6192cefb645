/**
 * The inbox: reads the topics, applies each message to the books and completes waiting callers. The package holds no
 * state of its own. It knows the command and run packages; the books it knows by their interface.
 */
@NullMarked
package io.firstfill.control.kafka;

import org.jspecify.annotations.NullMarked;
