package io.firstfill.scanner.breach.feed;

/** A class that the listing package may not know. */
public record Known() {}
