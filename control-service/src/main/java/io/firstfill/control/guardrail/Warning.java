package io.firstfill.control.guardrail;

/** What a field rules out, for the person who filled it in. Nothing is refused for it. */
public record Warning(String field, String message) {}
