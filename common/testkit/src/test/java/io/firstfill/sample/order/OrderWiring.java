package io.firstfill.sample.order;

import io.firstfill.sample.kafka.KafkaOrders;
import java.time.InstantSource;

/** Puts the parts together, and so may use feature, adapter and the machine's clock. */
public record OrderWiring(KafkaOrders orders) {
    InstantSource time() {
        return InstantSource.system();
    }
}
