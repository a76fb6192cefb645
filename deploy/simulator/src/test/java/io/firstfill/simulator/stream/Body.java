package io.firstfill.simulator.stream;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.util.List;

/**
 * A received message, decoded by the protobuf library. Fields are named by their numbers in the exchange's documents.
 */
record Body(UnknownFieldSet fields) {

    static Body parse(ByteString bytes) {
        try {
            return new Body(UnknownFieldSet.parseFrom(bytes));
        } catch (InvalidProtocolBufferException malformed) {
            throw new AssertionError("not protobuf", malformed);
        }
    }

    boolean has(int field) {
        return fields.hasField(field);
    }

    String text(int field) {
        return has(field)
                ? fields.getField(field).getLengthDelimitedList().getFirst().toStringUtf8()
                : "";
    }

    long number(int field) {
        return has(field) ? fields.getField(field).getVarintList().getFirst() : 0;
    }

    Body message(int field) {
        return messages(field).getFirst();
    }

    List<Body> messages(int field) {
        return fields.getField(field).getLengthDelimitedList().stream()
                .map(Body::parse)
                .toList();
    }
}
