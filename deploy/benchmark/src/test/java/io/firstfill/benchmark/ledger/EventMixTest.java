package io.firstfill.benchmark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.Message;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Proves that the mix of the benchmark is what the services write, and the same for the same seed. */
class EventMixTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-22T12:00:00.123456Z"));

    @Test
    void everyEventIsAMessageOfItsTopicWithAnIdOfItsOwn() {
        MessageCodec codec = MessageCodec.standard();
        Set<String> ids = new HashSet<>();
        for (Event event : events(2_000)) {
            Message message = read(codec, event);
            assertThat(message.meta().id()).hasToString(event.id());
            assertThat(message.environment()).hasToString(EventMix.ENVIRONMENT);
            assertThat(ids.add(event.id())).isTrue();
        }
    }

    @Test
    void aThirdIsAboutOrdersAndEveryKindIsThere() {
        Map<String, Long> topics =
                events(10_000).stream().collect(Collectors.groupingBy(Event::topic, Collectors.counting()));

        assertThat(topics)
                .containsOnlyKeys("listings.v1", "permits.v1", "orders.v1", "alerts.v1", "caps.v1", "balances.v1");
        assertThat(topics.get("orders.v1")).isBetween(3_000L, 3_700L);
        assertThat(topics.get("alerts.v1")).isBetween(200L, 400L);
    }

    @Test
    void theSameSeedGivesTheSameEvents() {
        assertThat(events(100)).isEqualTo(events(100));
    }

    private static List<Event> events(int count) {
        EventMix mix = new EventMix(7, CLOCK);
        return Stream.generate(mix::next).limit(count).toList();
    }

    private static Message read(MessageCodec codec, Event event) {
        try {
            return codec.read(event.topic(), event.body().getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableMessageException e) {
            throw new AssertionError(event.body(), e);
        }
    }
}
