package io.firstfill.simulator.behaviour;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every switch of the exchange; {@code behaviour.json} holds the defaults. A listing and a fault rule may override any
 * switch, but rate limits, the clock, sockets and the two {@code …BeforeOpen} lists are read for the exchange as a
 * whole.
 *
 * @param openDelayMinMillis least delay of an opening behind its announced time, unless the listing fixes the delay
 * @param priceCap highest buy price of an order; code 30010 above it
 * @param priceBand PERCENT_PRICE_BY_SIDE: allowed distance from the last price as a fraction, once there was a trade
 * @param priceRefusalMove the change of the last price, as a fraction, when a customer's order is refused with code
 *     30010; from then on the market of the pair stands still. Null: refusals do not affect the market
 * @param openingTrade whether the noise trader trades in the instant of the opening, so that there is a last price
 * @param feeAsset the asset in which fees are taken
 * @param mxPrice how many units of the quote asset one MX is worth where a fee is taken in MX
 * @param sellingSuspended whether the platform's risk control refuses sells, with code 30028
 * @param fillLagMinMillis least time until queries show a fill
 * @param balanceLagMillis how far the balances that queries show lie behind the actual ones; read for the exchange as a
 *     whole
 * @param visibilityDelayMinMillis least time until an order can be found by its client order id
 * @param fillFraction the part of an order that is executed before the rest is cancelled; 0 accepts and cancels
 * @param emptyBook takers find no counterparty, and depth is empty
 * @param ordersPerSecond per account, orders and cancels together; 0 is unlimited, as for the two limits after it
 * @param requestsPerSecond per address, orders and the website's lists included
 * @param retryAfterSeconds how long a violator is refused; 0 means until the window has room again
 * @param violationsBeforeBan violations within a minute; 0 never bans
 * @param banSeconds the length of the first ban; each further ban is twice as long, up to three days
 * @param pumpPeak multiple of the reference price reached {@code pumpMillis} after the opening, then fading to
 *     {@code fadeTo} over {@code fadeMillis}
 * @param quotedSides the sides that the market maker quotes
 * @param shape the course of the price since the opening, over {@code shapeMillis}; null for none
 * @param course a course by points, instead of a shape
 * @param clockOffsetMillis how far the exchange's clock is ahead of the machine's; a new value replaces the deviation
 *     of drift and jumps
 * @param clockDriftPpm microseconds that the exchange's clock gains each second
 * @param orderPushLagMinMillis least time from a change to its push on the private orders and account channels
 * @param socketIdleMillis a socket is closed when neither side has sent anything on it for this long
 * @param socketBareMillis a socket is closed when it had no subscription for this long
 */
public record Behaviour(
        PreOpenAnswer preOpenAnswer,
        long openDelayMinMillis,
        long openDelayMaxMillis,
        MarketFirstMinute marketFirstMinute,
        long firstMinuteMillis,
        @Nullable BigDecimal priceCap,
        @Nullable BigDecimal priceBand,
        @Nullable BigDecimal priceRefusalMove,
        boolean openingTrade,
        boolean tickerBeforeOpen,
        boolean defaultSymbolsBeforeOpen,
        boolean preOpenAsks,
        BigDecimal takerFee,
        BigDecimal makerFee,
        FeeAsset feeAsset,
        BigDecimal mxPrice,
        boolean sellingSuspended,
        long fillLagMinMillis,
        long fillLagMaxMillis,
        long visibilityDelayMinMillis,
        long visibilityDelayMaxMillis,
        long balanceLagMillis,
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
        QuotedSides quotedSides,
        @Nullable Shape shape,
        long shapeMillis,
        @Nullable List<CoursePoint> course,
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

    /** The longest lag of balances, for which the exchange remembers them. */
    public static final long MOST_BALANCE_LAG_MILLIS = 60_000;

    public Behaviour {
        requireRange("openDelay", openDelayMinMillis, openDelayMaxMillis);
        requireRange("fillLag", fillLagMinMillis, fillLagMaxMillis);
        requireRange("visibilityDelay", visibilityDelayMinMillis, visibilityDelayMaxMillis);
        if (Math.abs(clockDriftPpm) > 100_000) {
            throw new IllegalArgumentException("clockDriftPpm must lie between -100000 and 100000");
        }
        requireRange("orderPushLag", orderPushLagMinMillis, orderPushLagMaxMillis);
        requireRange("dealPushLag", dealPushLagMinMillis, dealPushLagMaxMillis);
        if (makerIntervalMillis < 1) {
            throw new IllegalArgumentException("makerIntervalMillis must be positive");
        }
        if (makerSpread.signum() <= 0) {
            throw new IllegalArgumentException("makerSpread must be positive");
        }
        requireExits(mxPrice, balanceLagMillis, shapeMillis);
        if (course != null) {
            course = List.copyOf(course);
            Course.requireOrdered(course);
        }
    }

    private static void requireExits(BigDecimal mxPrice, long balanceLagMillis, long shapeMillis) {
        if (mxPrice.signum() <= 0) {
            throw new IllegalArgumentException("mxPrice must be positive");
        }
        if (balanceLagMillis < 0 || balanceLagMillis > MOST_BALANCE_LAG_MILLIS) {
            throw new IllegalArgumentException("balanceLagMillis must lie between 0 and " + MOST_BALANCE_LAG_MILLIS);
        }
        if (shapeMillis < 1000) {
            throw new IllegalArgumentException("shapeMillis must be at least 1000");
        }
    }

    /** The market as shape, course and {@code quotedSides} have it, at a time since the opening. */
    public MarketCondition marketAt(long elapsedMillis) {
        MarketCondition condition = Optional.ofNullable(course)
                .map(Course::new)
                .or(() -> Optional.ofNullable(shape).map(named -> named.over(shapeMillis)))
                .map(moving -> moving.at(elapsedMillis))
                .orElse(MarketCondition.USUAL);
        return new MarketCondition(
                condition.factor(), condition.halted(), condition.sides().and(quotedSides));
    }

    private static void requireRange(String name, long min, long max) {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("%1$sMinMillis must lie between 0 and %1$sMaxMillis".formatted(name));
        }
    }

    /** The answer to an order for a pair that is not open. */
    public enum PreOpenAnswer {
        REFUSED_30001,
        REFUSED_10007,
        REFUSED_30000,
        REFUSED_30016,
        /** One of the four others, drawn at random for each order. */
        MIXED
    }

    /** The fate of a market order in the first {@code firstMinuteMillis} after the opening. */
    public enum MarketFirstMinute {
        FILLED,
        /** Accepted, then cancelled with nothing filled. */
        CANCELED,
        REFUSED_30018,
        REFUSED_30019
    }

    /** The answer to a subscription of a pair that is announced but not open. */
    public enum SubscribeBeforeOpen {
        ACCEPTED,
        BLOCKED
    }

    /** The asset in which a fee is taken. */
    public enum FeeAsset {
        QUOTE,
        /** A buyer's fee in the base asset; a seller's in the quote asset. */
        BASE,
        /** MX, while the account has enough of it free; else the quote asset. */
        MX
    }

    /** The way in which a market buy by amount becomes a quantity. */
    public enum MarketBuySizing {
        WALK_THE_ASKS,
        /** floor(amount / protection price) is bought: about 95 % of the amount is spent. */
        BY_PROTECTION_PRICE
    }

    /** The answer to an order whose client order id the account has used before. */
    public enum DuplicateClientOrderIds {
        ACCEPTED,
        REFUSED
    }

    /** The refusal of a buy that exceeds the free balance. */
    public enum InsufficientBalance {
        REFUSED_30004,
        REFUSED_10101
    }
}
