package io.firstfill.simulator.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The exchange's clock: the machine's clock plus a deviation, which can be set, made to grow and made to jump. */
public final class ServerClock {

    private static final long MILLION = 1_000_000;

    private final InstantSource machine;
    private long offsetMillis;
    private long driftPpm;
    private long anchorMicros;
    private long deviationMicros;

    ServerClock(InstantSource machine) {
        this.machine = machine;
    }

    public Moment now() {
        long micros = micros(machine.instant());
        return new Moment(micros, micros + deviation(micros));
    }

    /** The machine instant at which the exchange's clock shows, or showed, a server instant under its present course. */
    public long machineMicros(long serverMicros) {
        long shown = serverMicros - anchorMicros - deviationMicros;
        return anchorMicros + shown - parts(shown, driftPpm, MILLION + driftPpm);
    }

    /** Shifts the clock once; the course before it goes on after it. */
    public void jump(long millis) {
        anchor();
        deviationMicros += millis * 1000;
    }

    /** A new offset sets the clock anew; a new drift alone goes on from what the old one has brought about. */
    void set(long offset, int ppm) {
        if (ppm != driftPpm) {
            anchor();
            driftPpm = ppm;
        }
        if (offset != offsetMillis) {
            anchor();
            offsetMillis = offset;
            deviationMicros = offset * 1000;
        }
    }

    private void anchor() {
        long micros = micros(machine.instant());
        deviationMicros = deviation(micros);
        anchorMicros = micros;
    }

    private long deviation(long machineMicros) {
        return deviationMicros + parts(machineMicros - anchorMicros, driftPpm, MILLION);
    }

    /** {@code value * part / whole} without overflow for any instant. */
    private static long parts(long value, long part, long whole) {
        return Math.floorDiv(value, whole) * part + Math.floorDiv(Math.floorMod(value, whole) * part, whole);
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
