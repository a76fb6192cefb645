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
import io.firstfill.contract.value.ListingSource;
import io.firstfill.contract.value.Pair;
import io.firstfill.scanner.fixture.SimulatorControl;
import io.firstfill.testkit.KafkaResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.MemberToRemove;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A scanner starts on what an earlier process left on the topics (FR-003). */
@QuarkusTest
@WithTestResource(
        value = KafkaResource.class,
        initArgs = @ResourceArg(name = KafkaResource.TOPICS, value = ScannerTopics.NAMES))
@WithTestResource(PreviousProcess.class)
class RestartOnKafkaTest {
    /** Only a bug takes this long. */
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private static final String GROUP = "scanner-service";
    private static final String RIVAL = "a-rival";

    @ConfigProperty(name = SimulatorResource.CONTROL)
    String control;

    private ScannerTopics topics;

    @BeforeEach
    void connect() {
        topics = new ScannerTopics();
    }

    @AfterEach
    void close() {
        topics.close();
    }

    @Test
    void onlyWhatOpenedInTheGapIsNewAndItIsNotSignalled() {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(about(PreviousProcess.MISSED)).anyMatch(ListingSkipped.class::isInstance));

        List<ListingEvent> missed = about(PreviousProcess.MISSED);
        assertThat(missed).hasAtLeastOneElementOfType(ListingAnnounced.class);
        assertThat(missed).hasAtLeastOneElementOfType(TradingOpened.class);
        assertThat(missed).doesNotHaveAnyElementsOfTypes(ListingSignal.class);
        assertThat(missed.stream().filter(ListingSkipped.class::isInstance).map(ListingSkipped.class::cast))
                .extracting(ListingSkipped::reason)
                .containsOnly(SkipReason.OPENED_WHILE_BLIND);
        assertThat(about(Pair.of("BTC/USDT"))).isEmpty();
        await().atMost(TIMEOUT)
                .untilAsserted(() -> assertThat(
                                topics.read(SymbolsSeen.class).getLast().symbols())
                        .contains("BTCUSDT", PreviousProcess.MISSED.symbol()));
    }

    @Test
    void whatAPersonAnnouncedDuringTheLongestOutageHolds() {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(about(PreviousProcess.BY_HAND)).anyMatch(ListingSignal.class::isInstance));

        assertThat(about(PreviousProcess.BY_HAND).stream()
                        .filter(ListingAnnounced.class::isInstance)
                        .map(ListingAnnounced.class::cast))
                .extracting(ListingAnnounced::source)
                .contains(ListingSource.OPERATOR);
    }

    @Test
    void aPartitionThatIsLostAndRegainedLosesNothingAndRepeatsNothing() throws Exception {
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(about(PreviousProcess.AWAITED)).anyMatch(ListingQualified.class::isInstance));

        loseAndRegainThePartitions();

        try (SimulatorControl exchange = new SimulatorControl(control)) {
            exchange.surprise("AFTER");
        }
        await().atMost(TIMEOUT)
                .untilAsserted(
                        () -> assertThat(about(Pair.of("AFTER/USDT"))).anyMatch(ListingSignal.class::isInstance));
        assertThat(about(PreviousProcess.AWAITED).stream()
                        .filter(ListingSignal.class::isInstance)
                        .map(event -> event.meta().id())
                        .distinct())
                .hasSize(1);
        assertThat(about(Pair.of("BTC/USDT"))).isEmpty();
    }

    /**
     * Another member of the group takes the partitions: its name sorts first, and each topic has one partition. A named
     * member does not announce that it leaves: the test removes it, so that the group need not wait for the end of its
     * session.
     */
    private static void loseAndRegainThePartitions() throws Exception {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                KafkaResource.shared().bootstrapServers(),
                "group.id",
                GROUP,
                "group.instance.id",
                RIVAL,
                "session.timeout.ms",
                6000,
                "auto.offset.reset",
                "latest",
                "enable.auto.commit",
                false);
        try (var rival = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            rival.subscribe(
                    List.of(Topics.COMMANDS, Topics.RUNS, Topics.LISTINGS, Topics.SCANNER_BASELINE, Topics.ALERTS));
            await().atMost(TIMEOUT).until(() -> {
                rival.poll(Duration.ofMillis(100));
                return !rival.assignment().isEmpty();
            });
        }
        try (Admin admin = KafkaResource.shared().admin()) {
            Set<MemberToRemove> rivals = Set.of(new MemberToRemove(RIVAL));
            admin.removeMembersFromConsumerGroup(GROUP, new RemoveMembersFromConsumerGroupOptions(rivals))
                    .all()
                    .get();
            await().atMost(TIMEOUT).until(() -> partitionsOfTheOnlyMember(admin) == 6);
        }
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
        return topics.read(ListingEvent.class).stream()
                .filter(event -> event.pair().equals(pair))
                .toList();
    }
}
