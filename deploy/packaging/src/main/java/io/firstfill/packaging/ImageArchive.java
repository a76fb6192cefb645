package io.firstfill.packaging;

import com.google.cloud.tools.jib.api.CacheDirectoryCreationException;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.InvalidImageReferenceException;
import com.google.cloud.tools.jib.api.Jib;
import com.google.cloud.tools.jib.api.JibContainer;
import com.google.cloud.tools.jib.api.JibContainerBuilder;
import com.google.cloud.tools.jib.api.RegistryException;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;

/**
 * Writes images as OCI archives, the same bytes for the same description and files. Podman, containerd and registries'
 * tools read the format; nothing here needs a container engine or the network.
 */
final class ImageArchive {
    /** Numbers, because the cluster must see that the user is not root without reading a file of the image. */
    static final String USER = "10001:10001";

    static final AbsoluteUnixPath WORKING_DIRECTORY = AbsoluteUnixPath.get("/app");

    private final Machine machine;
    private final Path cache;

    /** @param cache a directory for layers, which makes the next build of the same content faster */
    ImageArchive(Machine machine, Path cache) {
        this.machine = machine;
        this.cache = cache;
    }

    /**
     * Writes the image.
     *
     * @param file the archive, replaced where it exists
     * @return the digest of the image's manifest: {@code sha256:…}
     */
    String write(ImageDescription image, Path file) throws IOException, InterruptedException {
        JibContainerBuilder builder = Jib.fromScratch()
                .setFormat(ImageFormat.OCI)
                .setPlatforms(Set.of(new Platform(machine.ociArchitecture(), "linux")))
                .setCreationTime(image.created())
                .setUser(USER)
                .setWorkingDirectory(WORKING_DIRECTORY)
                .setEntrypoint(image.entrypoint())
                .setEnvironment(inOrder(image.environment()))
                .setLabels(inOrder(image.labels()));
        for (ImageLayer layer : image.layers()) {
            builder.addFileEntriesLayer(entries(layer));
        }
        try {
            JibContainer container =
                    builder.containerize(Containerizer.to(TarImage.at(file).named(image.reference()))
                            .setOfflineMode(true)
                            .setToolName("firstfill")
                            .setApplicationLayersCache(cache)
                            .setBaseImageLayersCache(cache));
            return container.getDigest().toString();
        } catch (RegistryException
                | CacheDirectoryCreationException
                | ExecutionException
                | InvalidImageReferenceException e) {
            throw new IOException("Cannot write the image " + image.reference() + ": " + e.getMessage(), e);
        }
    }

    private static FileEntriesLayer entries(ImageLayer layer) {
        FileEntriesLayer.Builder builder = FileEntriesLayer.builder().setName(layer.name());
        layer.files()
                .forEach(file -> builder.addEntry(
                        file.source(),
                        AbsoluteUnixPath.get(file.path()),
                        FilePermissions.fromOctalString(file.mode()),
                        FileEntriesLayer.DEFAULT_MODIFICATION_TIME));
        return builder.build();
    }

    /** The order in which they are written is part of the bytes. */
    private static Map<String, String> inOrder(Map<String, String> values) {
        return new TreeMap<>(values);
    }
}
