package io.firstfill.benchmark.ledger;

import io.firstfill.benchmark.result.Percentiles;
import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.local.launch.Stack;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Measures how long an event takes from the moment it is handed to the producer to the moment its receipt is read from
 * {@code recorded.v1}, at a steady rate. The ledger sends receipts after the commit, so the event can be read before.
 */
final class Lag {
    private static final String RECEIPTS = "recorded.v1";
    private static final int PARTITIONS = 3;
    private static final String ID = "\"messageId\":\"";
    private static final int ID_LENGTH = 36;
    private static final Duration REST = Duration.ofSeconds(15);
    /** Events of the first seconds are sent, and not counted. */
    private static final Duration WARM_UP = Duration.ofSeconds(5);

    private final Stack stack;
    private final InstantSource clock;
    private final Map<String, Long> sent = new ConcurrentHashMap<>();
    private final List<Long> micros = new ArrayList<>();

    Lag(Stack stack, InstantSource clock) {
        this.stack = stack;
        this.clock = clock;
    }

    /** Events without a receipt rank behind all others. */
    Percentiles measure(int perSecond, Duration duration, long seed) throws InterruptedException {
        try (KafkaConsumer<String, String> consumer = receipts();
                EventSender sender = new EventSender(stack.kafkaBootstrapServers(), Duration.ZERO)) {
            Thread reader = Thread.ofPlatform().daemon().name("receipts").start(() -> read(consumer));
            send(sender, perSecond, duration.plus(WARM_UP), new EventMix(seed, clock));
            Instant deadline = clock.instant().plus(REST);
            while (!sent.isEmpty() && clock.instant().isBefore(deadline)) {
                ClockWait.until(clock.instant().plusMillis(50), clock);
            }
            consumer.wakeup();
            reader.join();
            return new Percentiles(micros, sent.size());
        }
    }

    private void send(EventSender sender, int perSecond, Duration duration, EventMix mix) throws InterruptedException {
        Instant begin = clock.instant();
        long total = perSecond * duration.toSeconds();
        long counted = perSecond * WARM_UP.toSeconds();
        for (long i = 0; i < total; i++) {
            ClockWait.until(begin.plusNanos(1_000_000_000L * i / perSecond), clock);
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedException();
            }
            Event event = mix.next();
            if (i >= counted) {
                sent.put(event.id(), System.nanoTime());
            }
            sender.send(event);
        }
        sender.flush();
    }

    private void read(KafkaConsumer<String, String> consumer) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                var records = consumer.poll(Duration.ofSeconds(1));
                long now = System.nanoTime();
                records.forEach(record -> received(record.value(), now));
            }
        } catch (WakeupException e) {
            // Everything is received, or the time is over.
        }
    }

    private void received(String receipt, long now) {
        int id = receipt.indexOf(ID) + ID.length();
        Long at = sent.remove(receipt.substring(id, id + ID_LENGTH));
        if (at != null) {
            micros.add((now - at) / 1_000);
        }
    }

    private KafkaConsumer<String, String> receipts() {
        KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        stack.kafkaBootstrapServers(),
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        10),
                new StringDeserializer(),
                new StringDeserializer());
        List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                .mapToObj(partition -> new TopicPartition(RECEIPTS, partition))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        return consumer;
    }
}
