package io.firstfill.sample.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;

/** An adapter: it may know its technology. */
public record KafkaOrders(ProducerRecord<String, String> message, double lagSeconds) {}
