/** The read API about notifications, and the test of a target. */
@NullMarked
package io.firstfill.ledger.web.notify;

import org.jspecify.annotations.NullMarked;
