package io.firstfill.mexc.budget;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;

/**
 * What one exit address may spend. The exchange publishes no counter and its statements contradict each other, so every
 * number is a setting.
 *
 * @param orders placements and cancellations together
 * @param requests everything sent to the trading host
 * @param background the part of {@code requests} that calls other than orders may use; the rest is kept for orders
 * @param weight the IP weight of everything sent to the trading host
 * @param backgroundWeight the part of {@code weight} that calls other than orders may use
 * @param web calls to the website's host
 * @param perEndpoint tighter limits for single endpoints, in calls
 */
public record BudgetLimits(
        Window orders,
        Window requests,
        Window background,
        Window weight,
        Window backgroundWeight,
        Window web,
        Map<MexcEndpoint, Window> perEndpoint) {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    public BudgetLimits {
        requireNonNull(orders, "orders");
        requireNonNull(requests, "requests");
        requireNonNull(background, "background");
        requireNonNull(weight, "weight");
        requireNonNull(backgroundWeight, "backgroundWeight");
        requireNonNull(web, "web");
        perEndpoint = Map.copyOf(perEndpoint);
    }

    /** The strictest of the published numbers, less a margin: 10 of 12 orders/s, 15 of 20 requests/s, 200 of 300 weight. */
    public static BudgetLimits strictest() {
        return new BudgetLimits(
                new Window(10, SECOND),
                new Window(15, SECOND),
                new Window(5, SECOND),
                new Window(200, TEN_SECONDS),
                new Window(160, TEN_SECONDS),
                new Window(2, SECOND),
                Map.of(
                        MexcEndpoint.EXCHANGE_INFO, new Window(1, TEN_SECONDS),
                        MexcEndpoint.ACCOUNT, new Window(2, SECOND)));
    }
}
