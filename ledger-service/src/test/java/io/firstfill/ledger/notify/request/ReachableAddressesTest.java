package io.firstfill.ledger.notify.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing in the cluster, on this machine or in a private network is reached, however its address is written. */
class ReachableAddressesTest {
    private static final URI HOOK = URI.create("https://hooks.example/x");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:169.254.169.254",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void anAddressThatIsNotPublicIsRefused(String address) {
        assertThat(new ReachableAddresses(false).refusal(HOOK, InetAddress.ofLiteral(address)))
                .as(address)
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "149.154.167.220",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "::ffff:1.1.1.1",
                "2606:4700::6810:84e5",
                "2001:67c:4e8:f004::9",
                "2a00:1450:4001::1"
            })
    void aPublicAddressIsReached(String address) {
        assertThat(new ReachableAddresses(false).refusal(HOOK, InetAddress.ofLiteral(address)))
                .as(address)
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.0.0.1, false",
        "169.254.169.254, false",
        "fe80::1, false",
        "1.1.1.1, false"
    })
    void theSettingOpensLoopbackByHttpAndNothingElse(String address, boolean reached) {
        URI plain = URI.create("http://receiver.example/");

        assertThat(new ReachableAddresses(true)
                        .refusal(plain, InetAddress.ofLiteral(address))
                        .isEmpty())
                .isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example/",
                "ftp://hooks.example/",
                "file:///etc/passwd",
                "https://user@hooks.example/",
                "https://user:word@hooks.example/",
                "https:///x",
                "//hooks.example/x",
                "/x",
                "https://hooks.example/#x",
                "gopher://hooks.example/",
                "mailto:a@hooks.example"
            })
    void anAddressOfAnotherFormIsRefusedBeforeItsNameIsResolved(String url) {
        assertThat(new ReachableAddresses(false).refusal(URI.create(url))).isPresent();
    }
}
