package io.firstfill.ledger.kafka.mark;

import io.firstfill.contract.Topics;
import io.firstfill.contract.mark.PositionsMarked;
import io.firstfill.ledger.mark.Marks;
import io.firstfill.service.json.MessageCodec;
import io.firstfill.service.json.UnreadableMessageException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Consumes the prices of open positions. Topic: {@code marks.v1}, compacted; group {@code ledger-service-marks}; key:
 * environment. A price that cannot be kept is passed over: the next one, a second later, says more. Nothing of this is
 * journalled, and recording does not wait for it.
 */
@ApplicationScoped
class MarksChannel {
    private static final Logger LOG = Logger.getLogger(MarksChannel.class);

    private final Marks marks;
    private final MessageCodec codec;

    MarksChannel(Marks marks, MessageCodec codec) {
        this.marks = marks;
        this.codec = codec;
    }

    @Incoming("marks")
    Uni<Void> consume(byte[] value) {
        return Uni.createFrom()
                .deferred(() -> isReadable(value)
                        ? marks.keep(new String(value, StandardCharsets.UTF_8))
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(failure -> LOG.warnf("Prices of positions not kept: %s", failure))
                .onFailure()
                .recoverWithNull();
    }

    private boolean isReadable(byte[] value) {
        try {
            return codec.read(Topics.MARKS, value) instanceof PositionsMarked;
        } catch (UnreadableMessageException e) {
            LOG.warnf("Prices of positions not readable: %s", e.getMessage());
            return false;
        }
    }
}
