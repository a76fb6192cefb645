package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.mexc.MexcResult;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderDetail;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.stream.Push.OrderPush;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A private stream becomes live again after everything that ends it, and its pushes agree with the exchange. */
class PrivateStreamTest {

    private static final Duration DAY = Duration.ofHours(23);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private final SimulatedAccount account = new SimulatedAccount();
    private final RecordingListener events = new RecordingListener();
    private PrivateStream stream = stream(DAY, HALF_HOUR);

    @AfterEach
    void close() {
        closeStream();
        account.close();
    }

    @Test
    void aFillIsPushedWithTheFiguresOfTheExchange() {
        open();

        account.buy("snipe");

        OrderPush filled = awaitFill("snipe");
        OrderDetail truth = eventually()
                .until(
                        () -> query("snipe"),
                        found -> found.filter(order -> order.status() == OrderStatus.FILLED)
                                .isPresent())
                .orElseThrow();
        assertThat(filled.filled()).isEqualByComparingTo(truth.executedQty());
        assertThat(filled.spent()).isEqualByComparingTo(truth.executedQuote());
        assertThat(events.unreadable).isEmpty();
    }

    @Test
    void aRefusedSubscriptionIsRequestedUntilItIsAccepted() {
        account.fault("SUBSCRIPTION " + StreamChannel.PRIVATE_ORDERS, "block");

        open();

        assertThat(events.refusals).singleElement().asString().contains("Blocked!");
        account.buy("snipe");
        awaitFill("snipe");
    }

    @Test
    void aCutSocketIsReplacedAndTheLossIsReported() {
        open();

        account.cut();

        eventually().until(() -> events.lives.size() == 2);
        assertThat(events.losses).singleElement().asString().doesNotContain("listenKey");
        account.buy("snipe");
        awaitFill("snipe");
    }

    @Test
    void aSocketIsReplacedBeforeItGrowsTooOldAndNoPushIsMissed() {
        stream = stream(Duration.ofMillis(300), HALF_HOUR);

        open();
        eventually().until(() -> events.lives.size() >= 3);
        account.buy("snipe");

        awaitFill("snipe");
        assertThat(events.losses).isEmpty();
        eventually().until(() -> account.sockets().size() == 1);
    }

    @Test
    void anExpiredKeyIsReplacedByANewOne() {
        account.behave("{\"listenKeyLifeMillis\":400}");
        open();

        account.behave("{\"listenKeyLifeMillis\":3600000}");

        eventually().until(() -> events.lives.size() == 2);
        account.buy("snipe");
        awaitFill("snipe");
    }

    @Test
    void anExtendedKeyKeepsItsSocket() {
        account.behave("{\"listenKeyLifeMillis\":3000}");
        stream = stream(DAY, Duration.ofMillis(100));
        open();
        Instant afterExpiry = Instant.now().plusMillis(3300);

        eventually().until(() -> Instant.now().isAfter(afterExpiry));

        assertThat(events.losses).isEmpty();
        assertThat(events.lives).hasSize(1);
    }

    @Test
    void closingLeavesNeitherSocketNorKey() {
        account.behave("{\"listenKeysPerAccount\":1}");
        open();

        closeStream();

        eventually().until(() -> account.sockets().isEmpty());
        assertThat(stream.state()).isEqualTo(new StreamState.Closed());
        assertThat(account.client.createListenKey().await().atMost(Duration.ofSeconds(5)))
                .isInstanceOf(MexcResult.Answer.class);
    }

    private PrivateStream stream(Duration maxAge, Duration keyExtension) {
        return new PrivateStream(
                account.vertx, account.settings(maxAge, keyExtension), events, InstantSource.system(), new Random(1));
    }

    /** Queries show an order later than pushes do. */
    private Optional<OrderDetail> query(String id) {
        MexcResult<OrderDetail> answer = account.client
                .order(SimulatedAccount.SYMBOL, new ClientOrderId(id))
                .await()
                .atMost(Duration.ofSeconds(5));
        return answer instanceof MexcResult.Answer<OrderDetail> shown ? Optional.of(shown.value()) : Optional.empty();
    }

    private void closeStream() {
        stream.close().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
    }

    private void open() {
        stream.use(account.client);
        eventually().until(() -> stream.state() instanceof StreamState.Live);
    }

    private OrderPush awaitFill(String id) {
        return eventually()
                .until(
                        () -> events.bodies(OrderPush.class).stream()
                                .filter(push -> push.status() == OrderStatus.FILLED)
                                .filter(push -> id.equals(String.valueOf(push.clientOrderId())))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(10));
    }
}
