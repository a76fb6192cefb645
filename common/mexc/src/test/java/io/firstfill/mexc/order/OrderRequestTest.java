package io.firstfill.mexc.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firstfill.mexc.market.MexcSymbol;
import io.firstfill.mexc.sign.MexcCredentials;
import io.firstfill.mexc.sign.MexcSigner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders are written as the exchange documents them, and only acceptable ones are signed. */
class OrderRequestTest {

    private static final MexcSymbol SYMBOL = new MexcSymbol("NEWUSDT");
    private static final ClientOrderId ID = new ClientOrderId("snp-0001");
    private static final Instant T = Instant.ofEpochMilli(1_700_000_000_000L);
    private static final MexcSigner SIGNER =
            new MexcSigner(new MexcCredentials("mx0aBYs33eIilxBWC5", "45d0b3c26f2644f19bfb98b07741b2f5"));

    @Test
    void aMarketBuyStatesTheQuoteAmount() {
        assertThat(marketBuy("50.00").query().text())
                .isEqualTo("symbol=NEWUSDT&side=BUY&type=MARKET&quoteOrderQty=50&newClientOrderId=snp-0001");
    }

    @Test
    void immediateOrCancelIsAnOrderTypeAndNotATimeInForce() {
        OrderRequest ioc =
                new OrderRequest.LimitIoc(SYMBOL, Side.BUY, new BigDecimal("1000"), new BigDecimal("0.05"), ID);

        assertThat(ioc.query().text())
                .isEqualTo("symbol=NEWUSDT&side=BUY&type=IMMEDIATE_OR_CANCEL&quantity=1000&price=0.05"
                        + "&newClientOrderId=snp-0001")
                .doesNotContain("timeInForce");
    }

    @Test
    void smallAmountsAreWrittenWithoutExponent() {
        assertThat(marketBuy("0.00000001").query().text()).contains("quoteOrderQty=0.00000001&");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void anAmountMustBePositive(String amount) {
        assertThatThrownBy(() -> marketBuy(amount)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345678901234567890123", "a b", "a.b", "ä", "a\n"})
    void aClientOrderIdOutsideTheSafeAlphabetIsRefused(String id) {
        assertThatThrownBy(() -> new ClientOrderId(id)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPreparedOrderIsTheSignedTextAndNothingElse() {
        // When
        PreparedOrder order = PreparedOrder.sign(marketBuy("50"), T, Duration.ofSeconds(1), SIGNER);

        // Then
        String text = "symbol=NEWUSDT&side=BUY&type=MARKET&quoteOrderQty=50&newClientOrderId=snp-0001"
                + "&recvWindow=1000&timestamp=1700000000000";
        assertThat(order.target()).isEqualTo("/api/v3/order?" + text + "&signature=" + SIGNER.sign(text));
        assertThat(order.toString()).doesNotContain(SIGNER.sign(text));
    }

    @Test
    void aPreparedOrderIsAcceptableFromASecondEarlyToItsExpiry() {
        PreparedOrder order = PreparedOrder.sign(marketBuy("50"), T, Duration.ofMillis(500), SIGNER);

        assertThat(order.isAcceptableAt(T.minusMillis(1000))).isFalse();
        assertThat(order.isAcceptableAt(T.minusMillis(999))).isTrue();
        assertThat(order.isAcceptableAt(T.plusMillis(500))).isTrue();
        assertThat(order.isAcceptableAt(T.plusMillis(501))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1001, 5000})
    void aWindowBeyondThePolicyIsNotSigned(long millis) {
        assertThatThrownBy(() -> PreparedOrder.sign(marketBuy("50"), T, Duration.ofMillis(millis), SIGNER))
                .as("FR-004")
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static OrderRequest marketBuy(String quote) {
        return new OrderRequest.MarketBuy(SYMBOL, new BigDecimal(quote), ID);
    }
}
