package io.firstfill.sample.kafka;

import org.apache.kafka.clients.producer.ProducerRecord;

/** An adapter, which may know its technology. */
public record KafkaOrders(ProducerRecord<String, String> message, double lagSeconds) {}
