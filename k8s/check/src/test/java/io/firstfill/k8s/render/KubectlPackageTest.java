package io.firstfill.k8s.render;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KubectlPackageTest {

    @Test
    void anotherPackageThanThePinnedOneIsRefused() {
        assertThatThrownBy(() -> KubectlPackage.PINNED.verify("another".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not the pinned one");
    }
}
