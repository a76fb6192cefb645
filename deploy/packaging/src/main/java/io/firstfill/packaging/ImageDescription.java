package io.firstfill.packaging;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Everything that decides the bytes of an image.
 *
 * @param reference name and tag: {@code firstfill/trader-service:1.0.0}
 * @param created the time that the image carries, of its commit: the time of the build would change the bytes
 * @param entrypoint the command, without a shell
 * @param environment defaults, each replaced by the deployment's variable of the name
 */
record ImageDescription(
        String reference,
        Instant created,
        List<ImageLayer> layers,
        List<String> entrypoint,
        Map<String, String> environment,
        Map<String, String> labels) {
    ImageDescription {
        layers = List.copyOf(layers);
        entrypoint = List.copyOf(entrypoint);
        environment = Map.copyOf(environment);
        labels = Map.copyOf(labels);
    }
}
