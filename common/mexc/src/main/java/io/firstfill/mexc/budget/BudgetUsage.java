package io.firstfill.mexc.budget;

/**
 * For metrics.
 *
 * @param orders units in the order window
 * @param weight units in the weight window
 * @param stopped whether the trading host has throttled us and the time is not over
 */
public record BudgetUsage(int orders, int weight, boolean stopped) {}
