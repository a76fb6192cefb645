package io.firstfill.simulator.clock;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The exchange's clock: the machine's clock plus a deviation that can be set, can drift and can jump. */
public final class ServerClock {

    private static final long MILLION = 1_000_000;

    private final InstantSource machine;
    private long offsetMillis;
    private long driftPpm;
    /** The machine time, in microseconds, at which {@link #anchorDeviationMicros} was the deviation. */
    private long anchorMicros;

    private long anchorDeviationMicros;

    public ServerClock(InstantSource machine) {
        this.machine = machine;
    }

    public ClockReading now() {
        long micros = micros(machine.instant());
        return new ClockReading(micros, micros + deviation(micros));
    }

    /**
     * Returns the machine time at which the exchange's clock shows, or showed, a server time. The present offset and
     * drift are taken to hold at that time too.
     */
    public long machineMicros(long serverMicros) {
        long sinceAnchor = serverMicros - anchorMicros - anchorDeviationMicros;
        return anchorMicros + sinceAnchor - scaled(sinceAnchor, driftPpm, MILLION + driftPpm);
    }

    /** Shifts the clock once; offset and drift go on from the shifted time. */
    public void jump(long millis) {
        anchor();
        anchorDeviationMicros += millis * 1000;
    }

    /**
     * Sets offset and drift. A new offset replaces the whole deviation, drift and jumps included; a new drift alone
     * keeps the deviation that the old drift has accumulated.
     */
    public void set(long offset, int ppm) {
        if (ppm != driftPpm) {
            anchor();
            driftPpm = ppm;
        }
        if (offset != offsetMillis) {
            anchor();
            offsetMillis = offset;
            anchorDeviationMicros = offset * 1000;
        }
    }

    private void anchor() {
        long micros = micros(machine.instant());
        anchorDeviationMicros = deviation(micros);
        anchorMicros = micros;
    }

    private long deviation(long machineMicros) {
        return anchorDeviationMicros + scaled(machineMicros - anchorMicros, driftPpm, MILLION);
    }

    /** {@code value * part / whole} without overflow for any instant. */
    private static long scaled(long value, long part, long whole) {
        return Math.floorDiv(value, whole) * part + Math.floorDiv(Math.floorMod(value, whole) * part, whole);
    }

    public static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    public static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
