package io.firstfill.scanner.breach.listing;

import io.firstfill.scanner.breach.feed.Known;

/** A breach: a class of the listing package that knows the feed package. */
public record KnowsFeed(Known known) {}
