package io.firstfill.simulator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proves the signature by the worked examples of the exchange's documents and of the reference. */
class SignatureTest {

    private static final String SECRET = "45d0b3c26f2644f19bfb98b07741b2f5";

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            V1 | \
            symbol=BTCUSDT&side=BUY&type=LIMIT&quantity=1&price=11&recvWindow=5000&\
            timestamp=1644489390087 | \
            fd3e4e8543c5188531eb7279d68ae7d26a573d0fc5ab0d18eb692451654d837a
            V2 | \
            symbol=BTCUSDT&side=BUY&type=LIMITquantity=1&price=11&recvWindow=5000&\
            timestamp=1644489390087 | \
            d1a676610ceb39174c8039b3f548357994b2a34139a8addd33baadba65684592
            V3 | '' | 323c96ab85a745712e95e63cad28903dd8292e4a905e99c4ee3932023843a117
            V4 | timestamp=1700000000000 | 2cf087e23e56def37ebe807c7792ef18c05ff13c813319b6f5805bde6d4ec1c7
            V5 | \
            symbol=NEWUSDT&side=BUY&type=MARKET&quoteOrderQty=50&newClientOrderId=snp-0001&\
            recvWindow=5000&timestamp=1700000000000 | \
            e85b2af1483a95d886941054ca3b2d550020c0f63fa07f32ec648dec42d8dee9
            V6 | \
            symbol=NEWUSDT&side=BUY&type=IMMEDIATE_OR_CANCEL&quantity=1000&price=0.05&\
            newClientOrderId=snp-0002&recvWindow=60000&timestamp=1700000000000 | \
            f4ec0a7ba136e131bd06bd7be404e48e4bd6a74a3e5a8e261381e50e79b54e4a
            V7 | \
            batchOrders=%5B%7B%22symbol%22%3A%22BTCUSDT%22%2C%22side%22%3A%22BUY%22%2C%22type%22%3A%22LIMIT%22%2C%22quantity%22%3A%221%22%2C%22price%22%3A%2211%22%7D%5D&\
            recvWindow=5000&timestamp=1644489390087 | \
            75b5c1a632047eb42b98d7aa9a6aafeb32a1035ccf50c454fae4a46e2d68db41
            """)
    void signsAsTheExchangeDocuments(String vector, String totalParams, String expected) {
        assertThat(Signature.of(SECRET, totalParams)).as(vector).isEqualTo(expected);
    }
}
