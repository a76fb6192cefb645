/**
 * The command {@code deploy/halt}, the second writer of {@code commands.v1} beside control: halts an environment while
 * control is away. Needs Kafka alone. Knows {@code config}, for the ports of the local stack.
 */
@NullMarked
package io.firstfill.local.halt;

import org.jspecify.annotations.NullMarked;
