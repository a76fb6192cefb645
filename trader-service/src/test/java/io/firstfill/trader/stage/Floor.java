package io.firstfill.trader.stage;

import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Family;
import io.firstfill.contract.Message;
import io.firstfill.contract.Meta;
import io.firstfill.contract.command.StopRun;
import io.firstfill.contract.configuration.Caps;
import io.firstfill.contract.configuration.Configuration;
import io.firstfill.contract.configuration.SafetySwitches;
import io.firstfill.contract.configuration.SymbolFilter;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingRescheduled;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingWithdrawn;
import io.firstfill.contract.listing.TradingRules;
import io.firstfill.contract.listing.Verdict;
import io.firstfill.contract.order.OrderEvent;
import io.firstfill.contract.order.OrderStep;
import io.firstfill.contract.permit.PermitGranted;
import io.firstfill.contract.run.RunStarted;
import io.firstfill.contract.state.TradingStateChanged;
import io.firstfill.contract.value.Actor;
import io.firstfill.contract.value.Amount;
import io.firstfill.contract.value.Confidence;
import io.firstfill.contract.id.ConfigurationId;
import io.firstfill.contract.id.ConfigurationRef;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.ListingId;
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.id.MessageId;
import io.firstfill.contract.value.OrderStyle;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.id.PermitId;
import io.firstfill.contract.value.Price;
import io.firstfill.contract.id.RunId;
import io.firstfill.contract.value.TradingState;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plays ledger, risk, scanner and operator towards the trader, and reads what the trader told. */
public final class Floor implements AutoCloseable {
    public static final EnvironmentId PAPER = EnvironmentId.of("paper");
    public static final Duration PROBE_WINDOW = Duration.ofSeconds(10);
    private static final MessageCodec CODEC = MessageCodec.standard();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String broker;
    private final KafkaProducer<String, byte[]> producer;

    public Floor(String broker) {
        this.broker = broker;
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new ByteArraySerializer());
    }

    public void send(Message message) {
        var sent = producer.send(new ProducerRecord<>(
                Family.of(message).topic(), message.environment().value(), CODEC.write(message)));
        await().until(sent::isDone);
    }

    public void trading(TradingState state) {
        send(new TradingStateChanged(meta(), PAPER, state, "test", Actor.of("risk")));
    }

    public RunId startRun() {
        return startRun(OrderStyle.MARKET, null);
    }

    public RunId startRun(OrderStyle style, @Nullable String priceCap) {
        RunId run = RunId.of(UUID.randomUUID().toString());
        Configuration snapshot = new Configuration(
                "test",
                Amount.of("50"),
                new SymbolFilter(Set.of(), List.of(), List.of()),
                style,
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMillis(500),
                PROBE_WINDOW,
                new Caps(10, Amount.of("500"), 3),
                new SafetySwitches(true, true, false),
                priceCap == null ? null : Price.of(priceCap));
        ConfigurationRef reference = new ConfigurationRef(ConfigurationId.derivedFrom("test"), 1);
        send(new RunStarted(meta(), PAPER, run, reference, snapshot, Actor.of("operator")));
        return run;
    }

    public PermitId grant(RunId run) {
        PermitId permit = PermitId.of(UUID.randomUUID().toString());
        Instant expiry = Instant.now().plus(Duration.ofMinutes(5));
        send(new PermitGranted(meta(), PAPER, run, permit, Amount.of("50"), expiry));
        return permit;
    }

    public ListingSignal signal(RunId run, String base, @Nullable Instant opening) {
        ListingId listing = ListingId.derivedFrom(base);
        Instant now = Instant.now();
        ListingSignal signal = new ListingSignal(
                Meta.first(MessageId.derivedFrom("ListingSignal", run, listing), now),
                PAPER,
                listing,
                Pair.of(base + "/USDT"),
                run,
                ListingSource.CALENDAR,
                Confidence.CONFIRMED,
                opening,
                now,
                opening == null ? now.plusSeconds(5) : opening.plus(PROBE_WINDOW));
        send(signal);
        return signal;
    }

    /** Prices of four decimals, quantities of two. */
    public void qualify(String base) {
        ListingId listing = ListingId.derivedFrom(base);
        TradingRules rules = new TradingRules(2, 4, Amount.of("1"), null, List.of("LIMIT", "MARKET"), true);
        send(new ListingQualified(
                meta(), PAPER, listing, Pair.of(base + "/USDT"), Verdict.QUALIFIED, List.of(), rules));
    }

    public void reschedule(String base, Instant before, Instant opening) {
        send(new ListingRescheduled(
                meta(),
                PAPER,
                ListingId.derivedFrom(base),
                Pair.of(base + "/USDT"),
                before,
                opening,
                ListingSource.CALENDAR));
    }

    public void withdraw(String base) {
        send(new ListingWithdrawn(
                meta(), PAPER, ListingId.derivedFrom(base), Pair.of(base + "/USDT"), ListingSource.CALENDAR));
    }

    public StopRun stop(RunId run) {
        StopRun command = new StopRun(meta(), PAPER, Actor.of("operator"), run, "test is over");
        send(command);
        return command;
    }

    /** What was told of the run so far, in order. */
    public List<OrderEvent> orders(RunId run) {
        return read("orders.v1").stream()
                .map(OrderEvent.class::cast)
                .filter(event -> event.runId().equals(run))
                .toList();
    }

    public <E extends Message> E awaitAny(String topic, Class<E> type) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> read(topic).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .toList(),
                        found -> !found.isEmpty())
                .getLast();
    }

    public <E extends Message> E awaitOne(String topic, RunId run, Class<E> type) {
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(
                        () -> read(topic).stream()
                                .filter(type::isInstance)
                                .map(type::cast)
                                .filter(message -> message.toString().contains(run.toString()))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    public static List<String> types(List<OrderEvent> events) {
        return events.stream().map(Message::type).toList();
    }

    public static long clientOrderIds(List<OrderEvent> events) {
        return events.stream()
                .filter(OrderStep.class::isInstance)
                .map(event -> ((OrderStep) event).clientOrderId())
                .distinct()
                .count();
    }

    public List<Message> read(String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", broker);
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            List<Message> messages = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> messages.add(decoded(record)));
            }
            return messages;
        }
    }

    private static Message decoded(ConsumerRecord<String, byte[]> record) {
        try {
            return CODEC.read(record.topic(), record.value());
        } catch (UnreadableMessageException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Meta meta() {
        return Meta.first(MessageId.of(UUID.randomUUID().toString()), Instant.now());
    }

    /** A second member joins the trader's group and leaves again. */
    public void partitionsChangeHandsAndBack() {
        joined(Map.of()).close();
    }

    /** A second process under the trader's name has its partitions until it is closed. */
    public KafkaConsumer<String, byte[]> takeOver(String instance) {
        return joined(Map.of("group.instance.id", instance));
    }

    private KafkaConsumer<String, byte[]> joined(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", broker);
        settings.put("group.id", "trader-service");
        settings.put("partition.assignment.strategy", "org.apache.kafka.clients.consumer.RangeAssignor");
        var other = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
        other.subscribe(
                List.of("commands.v1", "runs.v1", "listings.v1", "permits.v1", "trading-state.v1", "orders.v1"));
        await().atMost(PATIENCE).until(() -> {
            other.poll(Duration.ofMillis(100));
            return !other.assignment().isEmpty();
        });
        return other;
    }

    @Override
    public void close() {
        producer.close();
    }
}
