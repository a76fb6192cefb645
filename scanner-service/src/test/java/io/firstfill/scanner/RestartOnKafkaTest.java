package io.firstfill.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.firstfill.contract.Topics;
import io.firstfill.contract.baseline.SymbolsSeen;
import io.firstfill.contract.listing.ListingAnnounced;
import io.firstfill.contract.listing.ListingEvent;
import io.firstfill.contract.listing.ListingQualified;
import io.firstfill.contract.listing.ListingSignal;
import io.firstfill.contract.listing.ListingSkipped;
import io.firstfill.contract.listing.SkipReason;
import io.firstfill.contract.listing.TradingOpened;
import io.firstfill.contract.value.Pair;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scanner that starts on what an earlier one left on the topics (FR-003). */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = Topic.NAMES))
@WithTestResource(EarlierLife.class)
class RestartOnKafkaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration TO_REPLAY = Duration.ofSeconds(2);
    private static final String GROUP = "scanner-service";

    @ConfigProperty(name = SimulatorResource.CONTROL)
    String control;

    private Topic topic;

    @BeforeEach
    void listening() {
        topic = new Topic();
    }

    @AfterEach
    void closed() {
        topic.close();
    }

    @Test
    void theBaselineHoldsSoOnlyTheGapIsNewAndItIsNotBought() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(about(EarlierLife.MISSED)).anyMatch(ListingSkipped.class::isInstance));

        List<ListingEvent> missed = about(EarlierLife.MISSED);
        assertThat(missed).hasAtLeastOneElementOfType(ListingAnnounced.class);
        assertThat(missed).hasAtLeastOneElementOfType(TradingOpened.class);
        assertThat(missed).doesNotHaveAnyElementsOfTypes(ListingSignal.class);
        assertThat(missed.stream().filter(ListingSkipped.class::isInstance).map(ListingSkipped.class::cast))
                .extracting(ListingSkipped::reason)
                .containsOnly(SkipReason.OPENED_WHILE_BLIND);
        assertThat(about(Pair.of("BTC/USDT"))).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(topic.read(SymbolsSeen.class).getLast().symbols())
                                .contains("BTCUSDT", EarlierLife.MISSED.symbol()));
    }

    @Test
    void aPartitionThatGoesAndComesBackLosesNothingAndRepeatsNothing() {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(about(EarlierLife.AWAITED)).anyMatch(ListingQualified.class::isInstance));

        takenAwayAndGivenBack();

        try (ExchangeControl exchange = new ExchangeControl(control)) {
            exchange.surprise("AFTER");
        }
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(about(Pair.of("AFTER/USDT"))).anyMatch(ListingSignal.class::isInstance));
        assertThat(about(EarlierLife.AWAITED).stream()
                        .filter(ListingSignal.class::isInstance)
                        .map(event -> event.meta().id())
                        .distinct())
                .hasSize(1);
        assertThat(about(Pair.of("BTC/USDT"))).isEmpty();
    }

    /** Another member of the group takes the partition: by name it comes first, and each topic has one. Named members
     * do not say when they leave: the group gives it up after its session. */
    private static void takenAwayAndGivenBack() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.shared().bootstrapServers(),
                "group.id",
                GROUP,
                "group.instance.id",
                "a-rival",
                "session.timeout.ms",
                6000,
                "auto.offset.reset",
                "latest",
                "enable.auto.commit",
                false);
        try (var rival = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            rival.subscribe(
                    List.of(Topics.COMMANDS, Topics.RUNS, Topics.LISTINGS, Topics.SCANNER_BASELINE, Topics.ALERTS));
            await().atMost(PATIENCE).until(() -> {
                rival.poll(Duration.ofMillis(100));
                return !rival.assignment().isEmpty();
            });
        }
        try (Admin admin = KafkaResource.shared().admin()) {
            await().atMost(PATIENCE).until(() -> partitionsOfTheOnlyMember(admin) == 6);
        }
        await().pollDelay(TO_REPLAY).until(() -> true);
    }

    private static int partitionsOfTheOnlyMember(Admin admin) throws Exception {
        Collection<MemberDescription> members = admin.describeConsumerGroups(List.of(GROUP))
                .all()
                .get()
                .values()
                .iterator()
                .next()
                .members();
        return members.size() == 1
                ? members.iterator().next().assignment().topicPartitions().size()
                : 0;
    }

    private List<ListingEvent> about(Pair pair) {
        return topic.read(ListingEvent.class).stream()
                .filter(event -> event.pair().equals(pair))
                .toList();
    }
}
