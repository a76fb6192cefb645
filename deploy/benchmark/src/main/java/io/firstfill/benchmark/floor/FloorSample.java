package io.firstfill.benchmark.floor;

/**
 * One sample of the reference floor, with durations in microseconds.
 *
 * @param atMicros the time of the sample, in microseconds since the epoch
 * @param hop from handing a record to the producer until the consumer has received it
 * @param append from handing the same record to the producer until its acknowledgement
 * @param written from handing a request to the HTTP client until the socket has taken it
 * @param answered from handing the same request to the HTTP client until the head of its response
 */
public record FloorSample(long atMicros, long hop, long append, long written, long answered) {}
