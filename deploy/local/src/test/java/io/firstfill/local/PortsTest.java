package io.firstfill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void aTakenPortIsNamedWithItsPart() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given somebody who listens where the gateway of a stack would
            Ports ports = new Ports(taken.getLocalPort());

            // When the ports are checked, then one sentence says which and why
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailed.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + ", which gateway needs, is in use");
        }
    }

    @Test
    void noTwoPartsShareAPort() {
        Ports ports = new Ports(8080);
        assertThat(ports.all().values()).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port <= 8095);
        assertThat(ports.all().firstEntry().getKey()).isEqualTo("gateway");
    }
}
