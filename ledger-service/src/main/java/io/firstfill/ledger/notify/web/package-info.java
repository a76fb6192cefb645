/** Delivers notifications to webhooks by HTTP, to public addresses alone. The package adapts {@code notify}. */
@NullMarked
package io.firstfill.ledger.notify.web;

import org.jspecify.annotations.NullMarked;
