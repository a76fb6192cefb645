package io.firstfill.mexc.stream;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.reading.WireDecimal;
import io.firstfill.mexc.reading.WireText;
import io.firstfill.mexc.reading.WireTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one protobuf message by number, without their meaning. Of a field that occurs twice the last occurrence
 * counts, as the format prescribes, unless the first one is asked for; a wire type that this exchange does not use is
 * skipped.
 */
final class ProtoFields {

    private final Map<Integer, byte[]> bytes = new HashMap<>();
    private final Map<Integer, byte[]> first = new HashMap<>();
    private final Map<Integer, Long> numbers = new HashMap<>();

    static ProtoFields read(byte[] message) throws IOException {
        ProtoFields fields = new ProtoFields();
        CodedInputStream in = CodedInputStream.newInstance(message);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            switch (WireFormat.getTagWireType(tag)) {
                case WireFormat.WIRETYPE_VARINT -> fields.numbers.put(field, in.readRawVarint64());
                case WireFormat.WIRETYPE_LENGTH_DELIMITED -> {
                    byte[] value = in.readByteArray();
                    fields.bytes.put(field, value);
                    fields.first.putIfAbsent(field, value);
                }
                default -> in.skipField(tag);
            }
        }
        return fields;
    }

    /** Returns null for an absent message; an empty one is not null. */
    @Nullable ProtoFields message(int field) throws IOException {
        byte[] inner = bytes.get(field);
        return inner == null ? null : read(inner);
    }

    /** Returns the first message of a list; null for an empty one. */
    @Nullable ProtoFields firstMessage(int field) throws IOException {
        byte[] inner = first.get(field);
        return inner == null ? null : read(inner);
    }

    /** Returns an empty text for an absent field: the format does not distinguish the two. */
    String text(int field) {
        byte[] text = bytes.get(field);
        return text == null ? "" : new String(text, StandardCharsets.UTF_8);
    }

    /** Returns 0 for an absent field. */
    long number(int field) {
        return numbers.getOrDefault(field, 0L);
    }

    @Nullable BigDecimal decimal(int field) throws IOException {
        String text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return WireDecimal.parse(text);
        } catch (IllegalArgumentException odd) {
            throw new IOException("field " + field + ": " + odd.getMessage(), odd);
        }
    }

    @Nullable Instant millis(int field) throws IOException {
        try {
            return WireTime.ofMillis(number(field));
        } catch (IllegalArgumentException odd) {
            throw new IOException("field " + field + ": " + odd.getMessage(), odd);
        }
    }

    OrderId orderId(int field) throws IOException {
        return new OrderId(name(field));
    }

    /** Returns a text that names something; the field must hold one. */
    String name(int field) throws IOException {
        String name = text(field);
        if (!WireText.isName(name)) {
            throw new IOException("field " + field + " holds no plain name");
        }
        return name;
    }

    /** Returns null for a name that does not have the form of ours. */
    @Nullable ClientOrderId clientOrderId(int field) {
        String id = text(field);
        return ClientOrderId.isSafe(id) ? new ClientOrderId(id) : null;
    }

    @Nullable Side side(int field) {
        long side = number(field);
        return side == 1 ? Side.BUY : side == 2 ? Side.SELL : null;
    }
}
