package io.firstfill.simulator.clock;

/**
 * One instant on both clocks, in microseconds since the epoch.
 *
 * @param machineMicros the clock of the machine this process runs on; the control port reports it, because it is
 *     comparable with other processes on the same machine
 * @param serverMicros the clock of the exchange, by which timestamps are checked and listings opened
 */
public record ClockReading(long machineMicros, long serverMicros) {

    public long serverMillis() {
        return Math.floorDiv(serverMicros, 1000L);
    }
}
