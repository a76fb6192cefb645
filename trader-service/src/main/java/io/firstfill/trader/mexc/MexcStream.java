package io.firstfill.trader.mexc;

import io.firstfill.contract.id.ClientOrderId;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ExchangeOrderId;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Quantity;
import io.firstfill.mexc.MexcSignedClient;
import io.firstfill.mexc.clock.ServerClock;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.stream.PrivateStream;
import io.firstfill.mexc.stream.Push;
import io.firstfill.mexc.stream.StreamListener;
import io.firstfill.mexc.stream.StreamSettings;
import io.firstfill.trader.order.OrderPush;
import io.firstfill.trader.order.OrderSnapshot;
import io.firstfill.trader.order.PushFeed;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The private stream of one account, translated into our types. It outlives engines, because connections are kept. */
final class MexcStream implements PushFeed, StreamListener, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MexcStream.class);
    private static final long LONGEST_CLOSE_MILLIS = 1_000;

    private final PrivateStream stream;
    private final ServerClock clock;
    private final StreamMeters meters;
    private @Nullable Listener listener;
    private boolean live;

    MexcStream(
            EnvironmentId environment,
            Vertx vertx,
            StreamSettings settings,
            ServerClock clock,
            InstantSource localClock,
            MeterRegistry registry) {
        this.clock = clock;
        this.meters = new StreamMeters(registry, environment);
        this.stream = new PrivateStream(vertx, settings, this, localClock, RandomGenerator.of("L64X128MixRandom"));
    }

    void use(MexcSignedClient account) {
        stream.use(account);
    }

    @Override
    public synchronized void follow(Listener listener) {
        this.listener = listener;
        if (live) {
            listener.live();
        } else {
            listener.lost("not heard yet");
        }
    }

    @Override
    public synchronized void live() {
        live = true;
        meters.live();
        if (listener != null) {
            listener.live();
        }
    }

    @Override
    public synchronized void lost(String reason) {
        live = false;
        meters.lost();
        LOG.warnf("Private stream lost: reason=%s", reason);
        if (listener != null) {
            listener.lost(reason);
        }
    }

    @Override
    public synchronized void pushed(Push push, Instant seenAt) {
        Instant sentAt = push.sentAt();
        if (sentAt != null) {
            meters.lag(Duration.between(clock.localTimeOf(sentAt), seenAt));
        }
        OrderPush news = read(push.body());
        if (listener != null && news != null) {
            listener.pushed(news);
        }
    }

    @Override
    public void unreadable(String detail) {
        meters.unreadable();
        LOG.warnf("Frame of the private stream not readable: detail=%s", detail);
    }

    @Override
    public void refused(String text) {
        meters.refused();
        LOG.warnf("Subscription refused: text=%s", text);
    }

    /** Waits a moment for the listen key to be deleted: an account has 60 of them at most. */
    @Override
    public void close() {
        stream.close()
                .toCompletableFuture()
                .completeOnTimeout(null, LONGEST_CLOSE_MILLIS, TimeUnit.MILLISECONDS)
                .join();
    }

    /** Null for a message that is not about an order of ours. */
    static @Nullable OrderPush read(Push.Body body) {
        return switch (body) {
            case Push.OrderPush order ->
                order.clientOrderId() == null
                        ? null
                        : new OrderPush(new ClientOrderId(order.clientOrderId().value()), snapshot(order));
            case Push.DealPush deal ->
                deal.clientOrderId() == null
                        ? null
                        : new OrderPush(new ClientOrderId(deal.clientOrderId().value()), null);
            case Push.BookPush book -> null;
            case Push.TradePush trade -> null;
            case Push.OtherPush other -> null;
        };
    }

    /** Null unless the message carries the whole state of the order, in figures that we can represent. */
    private static @Nullable OrderSnapshot snapshot(Push.OrderPush order) {
        if (order.side() != Side.BUY || order.filled() == null || order.spent() == null) {
            return null;
        }
        if (order.filled().signum() < 0 || order.spent().signum() < 0) {
            return null;
        }
        OrderSnapshot.Status status =
                switch (order.status()) {
                    case NEW, PARTIALLY_FILLED -> OrderSnapshot.Status.OPEN;
                    case UNKNOWN -> OrderSnapshot.Status.UNKNOWN;
                    case FILLED -> OrderSnapshot.Status.FILLED;
                    case CANCELED, PARTIALLY_CANCELED -> OrderSnapshot.Status.CANCELED;
                };
        try {
            return new OrderSnapshot(
                    new ExchangeOrderId(order.orderId().value()),
                    status,
                    new Quantity(order.filled()),
                    new Amount(order.spent()));
        } catch (IllegalArgumentException outOfRange) {
            return null;
        }
    }
}
