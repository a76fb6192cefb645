package io.firstfill.control.configuration;

/** What is wrong with one field, in words for whoever filled it in. */
public record Violation(String field, String message) {}
