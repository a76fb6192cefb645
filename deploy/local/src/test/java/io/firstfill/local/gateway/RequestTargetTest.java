package io.firstfill.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.testkit.Seed;
import java.net.URI;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target that two servers could read differently is refused; every other has one normal form. */
class RequestTargetTest {
    private static final String[] PIECES = {
        "/",
        "//",
        ".",
        "..",
        "%2e",
        "%2E",
        "%2f",
        "%5c",
        "\\",
        "%25",
        "%00",
        "%0d",
        "a",
        "q",
        "health",
        "%71",
        ";",
        "%3b",
        "?",
        "#",
        "%c3%a4",
        "%ff",
        "~",
        "%7e",
        "%",
        "%g1",
        " ",
        "\t",
        "@",
        ":",
        "api",
        "\u00e4",
        "%ed%a0%80",
        "%c0%af"
    };

    @ParameterizedTest
    @CsvSource({
        "/, /",
        "/%71/metrics, /q/metrics",
        "/api/ledger/v1/runs/%7Ea%2Db, /api/ledger/v1/runs/~a-b",
        "/env/b%c3%a4r, /env/b%C3%A4r",
        "/a/, /a/",
        "/a?x=%00&y=//..;, /a?x=%00&y=//..;",
        "/a..b/...c, /a..b/...c"
    })
    void aTargetHasOneNormalForm(String raw, String normal) {
        assertThat(RequestTarget.parse(raw).map(RequestTarget::uri)).contains(normal);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "q",
                "http://localhost/q/health",
                "HTTP://x",
                "localhost:80",
                "//q/health",
                "/a//b",
                "/.",
                "/..",
                "/a/../q",
                "/a/./b",
                "/a/%2e%2e/q",
                "/a/.%2E/q",
                "/a%2fb",
                "/a%2Fb",
                "/a%5cb",
                "/a\\b",
                "/a%252fb",
                "/a;b",
                "/a%3bb",
                "/%00",
                "/a%0d%0ab",
                "/a%7f",
                "/a%c2%85",
                "/a%ff",
                "/%ed%a0%80",
                "/%c0%ae",
                "/a%",
                "/a%2",
                "/a%zz",
                "/a b",
                "/a#b",
                "/a\"b",
                "/a<b",
                "/a|b",
                "/a^b",
                "/a`b",
                "/a{b",
                "/\u00e4",
                "/a?b c",
                "/a?b#c",
                "/a?%zz",
                "/a?\u0000"
            })
    void aTargetThatServersReadDifferentlyIsRefused(String raw) {
        assertThat(RequestTarget.parse(raw)).isEmpty();
    }

    @Test
    void whatIsAcceptedIsItsOwnNormalFormAndHidesNoSegment() {
        Seed seed = Seed.fixed(20_261_128L);
        RandomGenerator random = seed.random();
        for (int i = 0; i < 50_000; i++) {
            String raw = "/" + text(random);
            RequestTarget.parse(raw).ifPresent(target -> {
                assertThat(RequestTarget.parse(target.uri())).as(raw + seed).contains(target);
                URI uri = URI.create("http://h" + target.uri());
                assertThat(uri.normalize()).as(raw + seed).isEqualTo(uri);
                assertThat(uri.getPath().split("/", -1))
                        .as(raw + seed)
                        .hasSameSizeAs(target.path().split("/", -1));
                assertThat(uri.getPath()).as(raw + seed).doesNotContain("\\", "%", ";", "//");
            });
        }
    }

    private static String text(RandomGenerator random) {
        StringBuilder text = new StringBuilder();
        for (int pieces = random.nextInt(8); pieces >= 0; pieces--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
