package io.firstfill.simulator.exchange;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Every switch of the exchange; the defaults are in {@code behaviour.json}. A listing and a fault rule may override any of
 * them; limits, the clock, sockets and the two {@code …BeforeOpen} lists are read for the exchange as a whole.
 *
 * @param openDelayMinMillis least delay of an opening behind its announced instant, unless the listing fixes it
 * @param priceCap highest buy price in an order, code 30010 above it
 * @param priceBand PERCENT_PRICE_BY_SIDE: allowed distance from the last price as a fraction, once there was a trade
 * @param fillLagMinMillis least time until a fill shows in queries
 * @param visibilityDelayMinMillis least time until an order can be found by its client order id
 * @param fillFraction the part of an order that is executed before the rest is cancelled; 0 accepts and cancels
 * @param emptyBook takers meet nobody and depth is empty
 * @param ordersPerSecond per account, orders and cancels together; 0 is unlimited, as for the two limits after it
 * @param retryAfterSeconds how long a violator is shut out; 0 means until the window has room again
 * @param violationsBeforeBan within a minute; 0 never bans
 * @param banSeconds the first ban, doubled each time up to three days
 * @param pumpPeak multiple of the reference price reached {@code pumpMillis} after the opening, then fading to
 *     {@code fadeTo} over {@code fadeMillis}
 * @param clockOffsetMillis how far the exchange's clock is ahead of the machine's; setting another value ends what drift and jumps did
 * @param clockDriftPpm microseconds the exchange's clock gains each second
 * @param orderPushLagMinMillis least time from a change to its push on the private orders and account channels
 * @param socketIdleMillis a socket is closed when so long nothing was sent on it by either side
 * @param socketBareMillis a socket is closed when it had no subscription for so long
 */
public record Behaviour(
        PreOpenAnswer preOpenAnswer,
        long openDelayMinMillis,
        long openDelayMaxMillis,
        MarketFirstMinute marketFirstMinute,
        long firstMinuteMillis,
        @Nullable BigDecimal priceCap,
        @Nullable BigDecimal priceBand,
        boolean tickerBeforeOpen,
        boolean defaultSymbolsBeforeOpen,
        boolean preOpenAsks,
        BigDecimal takerFee,
        BigDecimal makerFee,
        FeeAsset feeAsset,
        long fillLagMinMillis,
        long fillLagMaxMillis,
        long visibilityDelayMinMillis,
        long visibilityDelayMaxMillis,
        BigDecimal marketProtection,
        MarketBuySizing marketBuySizing,
        BigDecimal fillFraction,
        boolean emptyBook,
        DuplicateClientOrderIds duplicateClientOrderIds,
        InsufficientBalance insufficientBalance,
        int ordersPerSecond,
        int requestsPerSecond,
        int ipWeightPer10Seconds,
        int retryAfterSeconds,
        int violationsBeforeBan,
        int banSeconds,
        int makerIntervalMillis,
        int makerLevels,
        BigDecimal makerLevelAmount,
        BigDecimal makerSpread,
        BigDecimal makerVolatility,
        boolean makerTrades,
        BigDecimal pumpPeak,
        long pumpMillis,
        long fadeMillis,
        BigDecimal fadeTo,
        long clockOffsetMillis,
        int clockDriftPpm,
        SubscribeBeforeOpen subscribeBeforeOpen,
        long orderPushLagMinMillis,
        long orderPushLagMaxMillis,
        long dealPushLagMinMillis,
        long dealPushLagMaxMillis,
        int subscriptionsPerSocket,
        int socketMessagesPerSecond,
        long socketLifeMillis,
        long socketIdleMillis,
        long socketBareMillis,
        int socketsPerListenKey,
        int listenKeysPerAccount,
        long listenKeyLifeMillis) {

    public Behaviour {
        if (openDelayMinMillis < 0 || openDelayMaxMillis < openDelayMinMillis) {
            throw new IllegalArgumentException("openDelayMinMillis must lie between 0 and openDelayMaxMillis");
        }
        if (fillLagMinMillis < 0 || fillLagMaxMillis < fillLagMinMillis) {
            throw new IllegalArgumentException("fillLagMinMillis must lie between 0 and fillLagMaxMillis");
        }
        if (visibilityDelayMinMillis < 0 || visibilityDelayMaxMillis < visibilityDelayMinMillis) {
            throw new IllegalArgumentException(
                    "visibilityDelayMinMillis must lie between 0 and visibilityDelayMaxMillis");
        }
        if (Math.abs(clockDriftPpm) > 100_000) {
            throw new IllegalArgumentException("clockDriftPpm must lie between -100000 and 100000");
        }
        if (orderPushLagMinMillis < 0 || orderPushLagMaxMillis < orderPushLagMinMillis) {
            throw new IllegalArgumentException("orderPushLagMinMillis must lie between 0 and orderPushLagMaxMillis");
        }
        if (dealPushLagMinMillis < 0 || dealPushLagMaxMillis < dealPushLagMinMillis) {
            throw new IllegalArgumentException("dealPushLagMinMillis must lie between 0 and dealPushLagMaxMillis");
        }
        if (makerIntervalMillis < 1) {
            throw new IllegalArgumentException("makerIntervalMillis must be positive");
        }
        if (makerSpread.signum() <= 0) {
            throw new IllegalArgumentException("makerSpread must be positive");
        }
    }

    public enum PreOpenAnswer {
        REFUSED_30001,
        REFUSED_10007,
        REFUSED_30000,
        REFUSED_30016,
        /** One of the others, at random for each order. */
        MIXED
    }

    public enum MarketFirstMinute {
        FILLED,
        /** Accepted, then cancelled with nothing filled. */
        CANCELED,
        REFUSED_30018,
        REFUSED_30019
    }

    /** What a subscription to a pair meets that is announced but not open. */
    public enum SubscribeBeforeOpen {
        ACCEPTED,
        BLOCKED
    }

    /** The asset a buyer pays the fee in. */
    public enum FeeAsset {
        QUOTE,
        BASE
    }

    public enum MarketBuySizing {
        WALK_THE_ASKS,
        /** floor(amount / protection price) is bought: about 95 % of the amount is spent. */
        BY_PROTECTION_PRICE
    }

    public enum DuplicateClientOrderIds {
        ACCEPTED,
        REFUSED
    }

    public enum InsufficientBalance {
        REFUSED_30004,
        REFUSED_10101
    }
}
