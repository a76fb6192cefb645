package io.firstfill.scanner.breach.surplus;

/** A breach: a class in a package of which the rules say nothing. */
public record WithoutEntry() {}
