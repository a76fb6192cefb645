package io.firstfill.testkit.source;

/**
 * One place that breaks a {@link SourceRule}.
 *
 * @param subject what a {@link HouseException} would name
 * @param place file, with the line where there is one, relative to the module's directory
 * @param text what is wrong, and where known what to write instead
 */
record Breach(String subject, String place, String text) {}
