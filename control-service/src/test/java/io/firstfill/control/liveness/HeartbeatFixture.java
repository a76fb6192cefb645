package io.firstfill.control.liveness;

import io.firstfill.contract.Meta;
import io.firstfill.contract.heartbeat.Heartbeat;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.id.MessageId;
import io.firstfill.control.Settings;
import io.firstfill.service.json.MessageCodec;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A book of signs of life with a clock that the test sets. */
public final class HeartbeatFixture {
    public static final Instant START = Instant.parse("2026-11-28T12:00:00Z");
    public static final EnvironmentId PAPER = EnvironmentId.of("paper");

    private Instant now = START;
    /** The time up to which control has read; the present until a test says otherwise. */
    public final Hearing hearing = new Hearing(() -> now);

    public final HeartbeatBook book;

    public HeartbeatFixture() {
        this(MessageCodec.standard());
    }

    public HeartbeatFixture(MessageCodec codec) {
        book = new HeartbeatBook(() -> now, hearing, Settings.standard(), codec);
    }

    public Instant now() {
        return now;
    }

    public HeartbeatFixture after(Duration time) {
        now = now.plus(time);
        return this;
    }

    /** The services give a sign now. */
    public HeartbeatFixture alive(String... services) {
        for (String service : services) {
            book.apply(sign(service, service + "-0", now));
        }
        return this;
    }

    public static Heartbeat sign(String service, String instance, Instant at) {
        Meta meta = Meta.first(new MessageId(UUID.randomUUID()), at);
        return new Heartbeat(meta, PAPER, service, instance, START);
    }
}
