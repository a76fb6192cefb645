package io.firstfill.mexc.sign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parameters are escaped as the exchange checks them, and no value can add a parameter. */
class QueryTextTest {

    @Test
    void escapesEverythingThatIsNotUnreservedInUpperCaseHex() {
        assertThat(new QueryText().with("symbols", "A,B c/~_.-").text()).isEqualTo("symbols=A%2CB%20c%2F~_.-");
    }

    @Test
    void escapesATokenWithAChineseNameAsUtf8() {
        assertThat(new QueryText().with("symbol", "币USDT").text()).isEqualTo("symbol=%E5%B8%81USDT");
    }

    @Test
    void aValueCannotAddAParameter() {
        assertThat(new QueryText()
                        .with("symbol", "X&side=SELL")
                        .with("side", "BUY")
                        .text())
                .isEqualTo("symbol=X%26side%3DSELL&side=BUY");
    }
}
