package io.firstfill.simulator.fault;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One field of a protobuf message as it stands on the wire. */
final class WireField {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED32 = 5;

    private static final int HIGHEST_NUMBER = 10_000;

    private final int number;
    private final int wireType;
    private final byte[] value;

    private WireField(int number, int wireType, byte[] value) {
        this.number = number;
        this.wireType = wireType;
        this.value = value;
    }

    static WireField ofBytes(int number, byte[] value) {
        return new WireField(number, LENGTH_DELIMITED, value);
    }

    static WireField ofNumber(int number, long value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writeVarint(value, out);
        return new WireField(number, VARINT, out.toByteArray());
    }

    int number() {
        return number;
    }

    /** The bytes after the tag, of a length-delimited field those after the length. */
    byte[] value() {
        return value.clone();
    }

    boolean isBytes() {
        return wireType == LENGTH_DELIMITED;
    }

    /** The fields of a message; empty when the bytes are none. */
    static Optional<List<WireField>> read(byte[] message) {
        List<WireField> fields = new ArrayList<>();
        int at = 0;
        while (at < message.length) {
            int tagEnd = varintEnd(message, at);
            long tag = tagEnd < 0 ? 0 : varint(message, at, tagEnd);
            int type = (int) (tag & 7);
            int start = type == LENGTH_DELIMITED && tagEnd >= 0 ? varintEnd(message, tagEnd) : tagEnd;
            int end = start < 0 ? -1 : end(message, type, tagEnd, start);
            if (tag >>> 3 == 0 || tag >>> 3 > HIGHEST_NUMBER || end < 0 || end > message.length) {
                return Optional.empty();
            }
            fields.add(new WireField((int) (tag >>> 3), type, Arrays.copyOfRange(message, start, end)));
            at = end;
        }
        return Optional.of(fields);
    }

    static byte[] write(List<WireField> fields) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (WireField field : fields) {
            writeVarint(((long) field.number << 3) | field.wireType, out);
            if (field.isBytes()) {
                writeVarint(field.value.length, out);
            }
            out.writeBytes(field.value);
        }
        return out.toByteArray();
    }

    /** Where the value ends that starts at the given byte; negative when the wire type is unknown. */
    private static int end(byte[] message, int type, int tagEnd, int start) {
        return switch (type) {
            case VARINT -> varintEnd(message, start);
            case FIXED64 -> start + 8;
            case FIXED32 -> start + 4;
            case LENGTH_DELIMITED -> {
                long length = varint(message, tagEnd, start);
                yield length < 0 || length > message.length ? -1 : start + (int) length;
            }
            default -> -1;
        };
    }

    /** The index after a varint; negative when the message ends before it or it is longer than ten bytes. */
    private static int varintEnd(byte[] message, int from) {
        for (int at = from; at < Math.min(message.length, from + 10); at++) {
            if (message[at] >= 0) {
                return at + 1;
            }
        }
        return -1;
    }

    private static long varint(byte[] message, int from, int end) {
        long value = 0;
        for (int at = end - 1; at >= from; at--) {
            value = (value << 7) | (message[at] & 0x7F);
        }
        return value;
    }

    private static void writeVarint(long value, ByteArrayOutputStream out) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }
}
