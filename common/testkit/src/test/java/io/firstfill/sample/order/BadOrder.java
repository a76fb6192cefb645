package io.firstfill.sample.order;

import io.firstfill.sample.kafka.KafkaOrders;
import java.time.Instant;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Breaks the rules about bytecode: each nested class is one offence. */
public final class BadOrder {
    record KnowsAnAdapter(KafkaOrders orders) {}

    record KnowsTechnology(ProducerRecord<String, String> message) {}

    static final class ReadsTheClock {
        Instant at() {
            return Instant.now();
        }
    }

    static final class RefersToTheClock {
        final Supplier<Instant> time = Instant::now;
    }

    static final class ReadsMillis {
        long at() {
            return System.currentTimeMillis();
        }
    }

    record FloatingField(Double price) {}

    interface FloatingReturnType {
        double price();
    }

    static final class OrderManager {}

    static final class UsesAnotherLogger {
        final Logger log = Logger.getLogger("order");
    }

    static final class Prints {
        void print() {
            System.out.println("order");
        }
    }

    static final class Sleeps {
        void sleep() throws InterruptedException {
            Thread.sleep(1);
        }
    }

    private BadOrder() {}
}
