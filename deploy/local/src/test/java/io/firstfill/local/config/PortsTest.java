package io.firstfill.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

/** Proves that the ports of the stack differ from each other and that a port in use is refused by name. */
class PortsTest {

    @Test
    void aPortInUseIsNamedWithItsComponent() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Given another process that listens on the gateway's port
            Ports ports = new Ports(taken.getLocalPort());

            // When the ports are checked, then one sentence names the port and its component
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(StartFailedException.class)
                    .hasMessageStartingWith("Port " + taken.getLocalPort() + ", which gateway needs, is in use");
        }
    }

    @Test
    void noTwoComponentsShareAPort() {
        Ports ports = new Ports(8080);
        assertThat(ports.all().values()).doesNotHaveDuplicates().allMatch(port -> port >= 8080 && port <= 8096);
        assertThat(ports.all().firstEntry().getKey()).isEqualTo("gateway");
    }
}
