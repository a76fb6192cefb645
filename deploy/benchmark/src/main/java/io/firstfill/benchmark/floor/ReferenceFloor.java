package io.firstfill.benchmark.floor;

import io.firstfill.benchmark.time.ClockWait;
import io.firstfill.benchmark.time.Micros;
import io.firstfill.local.client.SimulatorClient;
import io.firstfill.local.launch.Stack;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Samples what any program could reach on the same broker, simulator and machine, in the same minutes in which the
 * services are measured.
 */
public final class ReferenceFloor implements AutoCloseable {
    /** Enough calls for the compilers; the gap keeps them below the simulator's weight limit. */
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

    /** Opens the connections to the stack's broker and simulator. */
    public static ReferenceFloor open(Stack stack, SimulatorClient control, InstantSource clock) {
        PostFloor post = PostFloor.open(stack.simulator(), control, clock);
        return new ReferenceFloor(KafkaFloor.open(stack.kafkaBootstrapServers()), post, clock);
    }

    /** Measures without keeping samples until the code is compiled and the connections are warm. */
    public void warmUp() throws InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) {
            kafka.measure();
            var _ = post.measure();
            ClockWait.until(clock.instant().plusMillis(WARM_UP_GAP_MILLIS), clock);
        }
    }

    /** Takes one sample. A sample whose request fails is left out, because it is not a floor. */
    public void sample() throws InterruptedException {
        long at = Micros.of(clock.instant());
        KafkaFloor.Hop hop = kafka.measure();
        Optional<PostFloor.Post> sent = post.measure();
        sent.ifPresent(
                each -> samples.add(new FloorSample(at, hop.hop(), hop.append(), each.written(), each.answered())));
    }

    /** The samples taken so far. */
    public List<FloorSample> samples() {
        return List.copyOf(samples);
    }

    @Override
    public void close() {
        kafka.close();
        post.close();
    }
}
