package io.firstfill.simulator.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves the encoder against the parser of the protobuf library. */
class ProtoMessageTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 127, 128, 300, 1_736_417_034_281L, Long.MAX_VALUE, -1})
    void writesNumbersOfEveryLength(long number) {
        ProtoMessage inner = new ProtoMessage().number(16, number).flag(9, true);

        Body read = Body.parse(ByteString.copyFrom(
                new ProtoMessage().text(1, "x：y").message(315, inner).bytes()));

        assertThat(read.text(1)).isEqualTo("x：y");
        assertThat(read.message(315).number(16)).isEqualTo(number);
        assertThat(read.message(315).number(9)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 20_000})
    void writesTextsOfEveryLength(int length) {
        String text = "ü".repeat(length);

        Body read =
                Body.parse(ByteString.copyFrom(new ProtoMessage().text(2, text).bytes()));

        assertThat(read.text(2)).isEqualTo(text);
    }
}
