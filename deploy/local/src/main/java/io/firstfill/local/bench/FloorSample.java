package io.firstfill.local.bench;

/**
 * One round of the floor, in microseconds.
 *
 * @param atMicros when, since the epoch
 * @param hop a record handed to a producer until a consumer has it
 * @param append the same record until its acknowledgement
 * @param written a request handed to the client until the socket has taken it
 * @param answered the same request until the head of its answer
 */
record FloorSample(long atMicros, long hop, long append, long written, long answered) {}
