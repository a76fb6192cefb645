package io.firstfill.simulator.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.simulator.ManualClock;
import io.firstfill.simulator.account.Account;
import io.firstfill.simulator.account.Permission;
import io.firstfill.simulator.behaviour.Behaviour;
import io.firstfill.simulator.book.OrderBook;
import io.firstfill.simulator.book.OrderType;
import io.firstfill.simulator.book.Side;
import io.firstfill.simulator.clock.ClockReading;
import io.firstfill.simulator.json.Json;
import io.firstfill.simulator.listing.Listing;
import io.firstfill.simulator.order.OrderRequest;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Proves over random orders and cancellations that settlement creates and destroys no asset, that no book stays
 * crossed, that no balance is overdrawn, and that locked funds are those of the open orders.
 */
class ConservationTest {

    private static final List<OrderType> TYPES = List.of(OrderType.values());
    private static final int STEPS = 1500;

    /** Longer than the interval of requotes with its random part, 250 ms and a tenth of it. */
    private static final Duration REQUOTE = Duration.ofMillis(300);

    private final ManualClock clock = new ManualClock();
    private final Exchange exchange = new Exchange(clock, 1, Json.MAPPER.createObjectNode());
    private final Listing listing = exchange.listings().find("MXUSDT").orElseThrow();

    @BeforeEach
    void openAccounts() {
        for (String name : List.of("alpha", "beta", "gamma")) {
            Account account = exchange.accounts()
                    .open(name, "mx0" + name, "secret", Set.of(Permission.values()), Set.of(), Set.of());
            account.balances().credit("USDT", new BigDecimal("5000"));
            account.balances().credit("MX", new BigDecimal("1500"));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void randomOrdersNeitherCreateNorDestroyNorCross(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Map<String, BigDecimal> before = exchange.accounts().totals();

        for (int i = 0; i < STEPS; i++) {
            step(random);
            assertNotCrossed();
        }

        assertThat(exchange.archive().fills()).hasSizeGreaterThan(100);
        Map<String, BigDecimal> after = exchange.accounts().totals();
        assertThat(after).containsOnlyKeys(before.keySet());
        before.forEach((asset, total) -> assertThat(after.get(asset)).isEqualByComparingTo(total));
        assertLocksMatchOpenOrders();
    }

    private void step(SplittableRandom random) {
        Account account =
                exchange.accounts().ofOrder(List.of("alpha", "beta", "gamma").get(random.nextInt(3)));
        ClockReading now = exchange.now();
        if (random.nextInt(20) == 0) {
            exchange.behaviours().patch(listing.symbol(), switches(random));
            clock.advance(REQUOTE);
            exchange.advance();
        } else if (random.nextInt(5) == 0) {
            exchange.archive()
                    .orders(account)
                    .filter(placed -> placed.order().status().isOpen())
                    .findFirst()
                    .ifPresent(placed -> exchange.orderEntry().cancel(placed.order(), listing, now));
        } else {
            exchange.orderEntry().place(account, request(random), listing, behaviour(random), now, now.machineMicros());
        }
    }

    private Behaviour behaviour(SplittableRandom random) {
        return exchange.behaviours().of(listing.symbol(), switches(random));
    }

    private static ObjectNode switches(SplittableRandom random) {
        return Json.MAPPER
                .createObjectNode()
                .put("feeAsset", List.of("QUOTE", "BASE", "MX").get(random.nextInt(3)))
                .put("makerFee", random.nextBoolean() ? "0" : "0.001")
                .put("fillFraction", random.nextInt(4) == 0 ? "0.5" : "1")
                .put("marketBuySizing", random.nextBoolean() ? "WALK_THE_ASKS" : "BY_PROTECTION_PRICE");
    }

    private OrderRequest request(SplittableRandom random) {
        OrderType type = TYPES.get(random.nextInt(TYPES.size()));
        Side side = random.nextBoolean() ? Side.BUY : Side.SELL;
        BigDecimal quantity = BigDecimal.valueOf(random.nextInt(100, 200_000), 2);
        BigDecimal price = BigDecimal.valueOf(random.nextInt(34_000, 36_000), 4);
        boolean byAmount = type == OrderType.MARKET && random.nextBoolean();
        return new OrderRequest(
                "MXUSDT",
                side,
                type,
                byAmount ? null : quantity,
                byAmount ? BigDecimal.valueOf(random.nextInt(100, 100_000), 2) : null,
                type == OrderType.MARKET ? null : price,
                null,
                "");
    }

    private void assertNotCrossed() {
        OrderBook book = listing.market().book();
        BigDecimal bid = book.best(Side.BUY);
        BigDecimal ask = book.best(Side.SELL);
        if (bid != null && ask != null) {
            assertThat(bid).isLessThan(ask);
        }
    }

    private void assertLocksMatchOpenOrders() {
        for (String name : List.of("alpha", "beta", "gamma")) {
            Account account = exchange.accounts().ofOrder(name);
            for (Side side : Side.values()) {
                BigDecimal needed = exchange.archive()
                        .orders(account)
                        .filter(placed -> placed.order().status().isOpen())
                        .filter(placed -> placed.order().terms().side() == side)
                        .map(placed -> placed.order().remainingLock())
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(account.balances()
                                .of(side == Side.BUY ? "USDT" : "MX")
                                .locked())
                        .isEqualByComparingTo(needed);
            }
        }
    }
}
