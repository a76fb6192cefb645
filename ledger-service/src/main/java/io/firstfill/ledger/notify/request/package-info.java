/**
 * The request that brings a notification to its receiver: its text in each format, its signature, its secret, and where
 * it may go. The package knows {@code notify}, and holds no state.
 */
@NullMarked
package io.firstfill.ledger.notify.request;

import org.jspecify.annotations.NullMarked;
