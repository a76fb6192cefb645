package io.firstfill.benchmark.ledger;

/**
 * A message of one of the services, as it is on its topic.
 *
 * @param id of the message, by which its receipt names it
 */
record Event(String topic, String id, String body) {}
