/**
 * The sources and how often they are polled: the port of a feed, its poller, its health with the alerts, its meters and
 * the settings of polling. May know {@code observation}, which a feed delivers, and {@code timer}. A
 * {@code Poller} owns the timer of one feed; a {@code FeedHealth} owns the alerts of one environment's feeds.
 */
@NullMarked
package io.firstfill.scanner.feed;

import org.jspecify.annotations.NullMarked;
