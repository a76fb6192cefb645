package io.firstfill.control.configuration;

/** A rule that one field breaks, with a message for the person who filled the field in. */
public record Violation(String field, String message) {}
