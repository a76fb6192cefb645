package io.firstfill.local.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Proves that a key crosses a network by TLS alone. */
class VaultAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://vault.example:8200",
                "http://127.0.0.1:8200",
                "http://127.8.0.1",
                "http://localhost:8200",
                "http://[::1]:8200"
            })
    void tlsAndThisMachineAreTaken(String address) {
        assertThat(VaultAddress.refusal(URI.create(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://vault.example:8200",
                "http://10.0.0.7:8200",
                "http://127.0.0.1.example:8200",
                "http://127.example",
                "http://localhost.example",
                "HTTP://vault.example"
            })
    void plainHttpToAnotherMachineIsRefused(String address) {
        assertThat(VaultAddress.refusal(URI.create(address)))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("--vault must be https"));
    }

    @Test
    void deployUpRefusesIt() {
        assertThatThrownBy(() -> Deployment.paper(List.of("paper")).withVault(URI.create("http://vault:8200")))
                .isInstanceOf(StartFailedException.class)
                .hasMessageStartingWith("--vault must be https");
        assertThat(VaultAddress.refusal(URI.create("vault.example:8200")))
                .hasValueSatisfying(reason -> assertThat(reason).startsWith("--vault takes an address"));
    }
}
