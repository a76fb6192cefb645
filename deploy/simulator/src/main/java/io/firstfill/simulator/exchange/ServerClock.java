package io.firstfill.simulator.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The exchange's clock: the machine's clock plus an offset that can be injected. */
public final class ServerClock {

    private final InstantSource machine;
    private long offsetMicros;

    ServerClock(InstantSource machine) {
        this.machine = machine;
    }

    public Moment now() {
        long micros = micros(machine.instant());
        return new Moment(micros, micros + offsetMicros);
    }

    /** The machine instant at which the exchange's clock shows, or showed, a server instant under the present offset. */
    public long machineMicros(long serverMicros) {
        return serverMicros - offsetMicros;
    }

    void offsetMillis(long millis) {
        offsetMicros = millis * 1000;
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
