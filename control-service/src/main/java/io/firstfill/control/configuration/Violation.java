package io.firstfill.control.configuration;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A rule that one field breaks, with a message for the person who filled the field in. */
@Schema(name = "FieldViolation")
public record Violation(String field, String message) {}
