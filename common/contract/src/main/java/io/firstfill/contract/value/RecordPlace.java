package io.firstfill.contract.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a record in Kafka, for a record that cannot be processed and so has no id. Written
 * {@code orders.v1-2@4711}.
 *
 * @param topic 1 to 249 of the characters Kafka allows in a topic
 * @param partition from 0
 * @param offset from 0
 */
public record RecordPlace(String topic, int partition, long offset) implements Comparable<RecordPlace> {
    private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");
    private static final Pattern SHAPE = Pattern.compile("(.+)-([0-9]{1,9})@([0-9]{1,18})");

    public RecordPlace {
        if (!TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("topic must be 1 to 249 of A-Z, a-z, 0-9, ., _ and -");
        }
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException("partition and offset must be zero or more");
        }
    }

    @JsonCreator
    public static RecordPlace of(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("place must look like topic-partition@offset");
        }
        return new RecordPlace(matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
    }

    @Override
    public int compareTo(RecordPlace other) {
        int byTopic = topic.compareTo(other.topic);
        int byPartition = byTopic == 0 ? Integer.compare(partition, other.partition) : byTopic;
        return byPartition == 0 ? Long.compare(offset, other.offset) : byPartition;
    }

    @JsonValue
    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
