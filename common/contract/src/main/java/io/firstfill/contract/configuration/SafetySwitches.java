package io.firstfill.contract.configuration;

/**
 * Which kinds of listings may be bought at all.
 *
 * @param buyScheduled listings whose opening time is known in advance
 * @param buySurprise listings first seen when they already trade
 * @param requireQualified skip a listing whose qualification is not positive
 */
public record SafetySwitches(boolean buyScheduled, boolean buySurprise, boolean requireQualified) {}
