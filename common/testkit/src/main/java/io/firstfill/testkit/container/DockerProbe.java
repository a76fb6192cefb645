package io.firstfill.testkit.container;

import org.testcontainers.DockerClientFactory;

/** Asks Docker whether it answers; loaded only where Testcontainers is on the class path. */
final class DockerProbe {
    private DockerProbe() {}

    static boolean answers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
