package io.firstfill.local.bench;

import io.firstfill.local.Stack;
import io.firstfill.local.client.SimulatorClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the same broker, simulator and machine allow anybody, sampled in the same minutes as our own way. */
final class ReferenceFloor implements AutoCloseable {
    /** Enough for the compilers; slower than the simulator's weight limit. */
    private static final int WARM_UPS = 200;

    private static final long WARM_UP_GAP_MILLIS = 60;

    private final KafkaFloor kafka;
    private final PostFloor post;
    private final InstantSource clock;
    private final List<FloorSample> samples = new ArrayList<>();

    private ReferenceFloor(KafkaFloor kafka, PostFloor post, InstantSource clock) {
        this.kafka = kafka;
        this.post = post;
        this.clock = clock;
    }

    static ReferenceFloor open(Stack stack, SimulatorClient control, InstantSource clock) {
        PostFloor post = PostFloor.open(stack.simulator(), control, clock);
        return new ReferenceFloor(KafkaFloor.open(stack.kafkaBootstrapServers()), post, clock);
    }

    void warmUp() throws InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            kafka.measure();
            var _ = post.measure();
            ListingDriver.await(clock.instant().plusMillis(WARM_UP_GAP_MILLIS), clock);
        }
    }

    /** A round that fails is left out: it would not be the floor. */
    void sample() throws InterruptedException {
        long at = Micros.of(clock.instant());
        KafkaFloor.Hop hop = kafka.measure();
        Optional<PostFloor.Post> sent = post.measure();
        sent.ifPresent(
                each -> samples.add(new FloorSample(at, hop.hop(), hop.append(), each.written(), each.answered())));
    }

    List<FloorSample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        kafka.close();
        post.close();
    }
}
