package io.firstfill.mexc.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.CodedOutputStream;
import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.order.ClientOrderId;
import io.firstfill.mexc.order.OrderId;
import io.firstfill.mexc.order.OrderStatus;
import io.firstfill.mexc.order.Side;
import io.firstfill.mexc.stream.Frames.Frame;
import io.firstfill.mexc.stream.Push.BookPush;
import io.firstfill.mexc.stream.Push.DealPush;
import io.firstfill.mexc.stream.Push.OrderPush;
import io.firstfill.mexc.stream.Push.OtherPush;
import io.firstfill.mexc.stream.Push.TradePush;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames are decoded exactly, and no bytes can make the decoder fail. */
class FramesTest {

    private static final int ORDER = 304;
    private static final int DEAL = 306;
    private static final int TRADES = 314;
    private static final int BOOK = 315;

    @Test
    void theDocumentedOrderSampleIsReadAsWritten() {
        byte[] frame = wrapped(ORDER, out -> {
            out.writeString(1, "C02__505979017439002624115");
            out.writeString(2, "ff-1");
            out.writeString(3, "3.5121");
            out.writeInt32(8, 2);
            out.writeString(13, "1");
            out.writeString(14, "3.6962");
            out.writeInt32(15, 2);
            out.writeInt64(16, 1736417034259L);
        });

        Push push = read(frame);

        assertThat(push.symbol()).isEqualTo(new MexcSymbol("MXUSDT"));
        assertThat(push.sentAt()).isEqualTo(Instant.ofEpochMilli(1736417034281L));
        assertThat(push.body())
                .isEqualTo(new OrderPush(
                        new OrderId("C02__505979017439002624115"),
                        new ClientOrderId("ff-1"),
                        OrderStatus.FILLED,
                        Side.SELL,
                        new BigDecimal("1"),
                        new BigDecimal("3.6962")));
    }

    @ParameterizedTest
    @CsvSource({"1,NEW", "2,FILLED", "3,PARTIALLY_FILLED", "4,CANCELED", "5,PARTIALLY_CANCELED", "9,UNKNOWN"})
    void twoIsFilledThreeIsPartialAndFiveIsFinal(int wire, OrderStatus status) {
        byte[] frame = wrapped(ORDER, out -> {
            out.writeString(1, "C02__1");
            out.writeInt32(15, wire);
        });

        assertThat(((OrderPush) read(frame).body()).status()).isEqualTo(status);
    }

    @Test
    void aDealAndABookAreRead() {
        byte[] deal = wrapped(DEAL, out -> {
            out.writeString(1, "3.6962");
            out.writeString(2, "1");
            out.writeString(3, "3.6962");
            out.writeInt32(4, 1);
            out.writeString(7, "505979017439002624X1");
            out.writeString(9, "C02__1");
        });
        byte[] book = wrapped(BOOK, out -> {
            out.writeString(1, "93387.28");
            out.writeString(2, "3.73485");
            out.writeString(3, "0");
        });

        assertThat(read(deal).body())
                .isInstanceOfSatisfying(
                        DealPush.class, trade -> assertThat(trade.tradeId()).isEqualTo("505979017439002624X1"));
        assertThat(read(book).body())
                .isEqualTo(new BookPush(new BigDecimal("93387.28"), new BigDecimal("3.73485"), null, null));
    }

    @Test
    void ofTheTradesOfAPairTheLastOneIsReadAndTheFirstOneWithItsTime() {
        byte[] trades = wrapped(TRADES, out -> {
            out.writeByteArray(1, bytes(deal -> {
                deal.writeString(1, "93220.00");
                deal.writeInt64(4, 1_736_417_034_280L);
            }));
            out.writeByteArray(1, bytes(deal -> deal.writeString(1, "93387.28")));
            out.writeString(2, "spot@public.aggre.deals.v3.api.pb@100ms");
        });

        assertThat(read(trades).body())
                .isEqualTo(new TradePush(
                        new BigDecimal("93387.28"),
                        new BigDecimal("93220.00"),
                        Instant.ofEpochMilli(1_736_417_034_280L)));
        assertThat(read(wrapped(TRADES, out -> out.writeString(2, "no trade"))).body())
                .isEqualTo(new OtherPush());
        assertThat(read(wrapped(TRADES, out -> out.writeByteArray(1, bytes(deal -> deal.writeString(1, "0")))))
                        .body())
                .isEqualTo(new OtherPush());
    }

    @Test
    void unknownFieldsAndBodiesAreSkipped() {
        byte[] frame = wrapped(ORDER, out -> {
            out.writeString(1, "C02__1");
            out.writeInt32(15, 2);
            out.writeFixed64(70, 1);
            out.writeString(71, "new in 2027");
            out.writeFixed32(72, 1);
        });

        assertThat(read(frame).body()).isInstanceOf(OrderPush.class);
        assertThat(read(wrapped(999, out -> out.writeString(1, "x"))).body()).isEqualTo(new OtherPush());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "ten", "NaN", "0x10", "1e-61"})
    void anAmountThatIsNoDecimalMakesTheFrameUnreadable(String amount) {
        byte[] frame = wrapped(ORDER, out -> {
            out.writeString(1, "C02__1");
            out.writeString(14, amount);
        });

        assertThat(Frames.read(frame)).isInstanceOf(Frame.Unreadable.class);
    }

    @Test
    void noBytesMakeTheDecoderFail() {
        Random random = new Random(7);
        byte[] good = wrapped(ORDER, out -> out.writeString(1, "C02__1"));
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }

            assertThat(Frames.read(bytes)).isNotNull();
        }
    }

    private interface Fields {
        void writeTo(CodedOutputStream out) throws IOException;
    }

    private static byte[] wrapped(int body, Fields fields) {
        byte[] inner = bytes(fields);
        return bytes(out -> {
            out.writeString(1, "spot@private.orders.v3.api.pb");
            out.writeString(3, "MXUSDT");
            out.writeInt64(6, 1736417034281L);
            out.writeByteArray(body, inner);
        });
    }

    private static byte[] bytes(Fields fields) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            fields.writeTo(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static Push read(byte[] frame) {
        return ((Frame.Read) Frames.read(frame)).push();
    }
}
