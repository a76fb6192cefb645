package io.firstfill.simulator.exchange;

/**
 * One instant on both clocks, microseconds since the epoch.
 *
 * @param machineMicros the clock of the machine this runs on; the truth is told in it, comparable with other processes here
 * @param serverMicros the clock the exchange believes in; timestamps are judged and listings opened by it
 */
public record Moment(long machineMicros, long serverMicros) {

    public long serverMillis() {
        return Math.floorDiv(serverMicros, 1000L);
    }
}
