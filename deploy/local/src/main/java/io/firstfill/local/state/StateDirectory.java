package io.firstfill.local.state;

import io.firstfill.local.config.StartFailedException;
import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The directory of what survives a restart: data, logs, process files and generated secrets. A file lock makes sure
 * that one launcher uses the directory at a time; the lock ends with {@link #close()} or with the launcher's process.
 */
public final class StateDirectory implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel channel;

    private StateDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /**
     * Locks the directory for this process and creates the directory if it is missing.
     *
     * @throws StartFailedException when another running stack has locked the directory
     */
    public static StateDirectory lock(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new StartFailedException("A stack is already running on " + root
                        + ": stop it first, or give this one another --state and --port.");
            }
            return new StateDirectory(root, channel);
        } catch (IOException e) {
            throw new StartFailedException("Cannot use " + root + " as the state directory: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Deletes everything in the directory except the lock file, which stays locked. */
    public void wipe() {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> all = children.filter(child -> !child.endsWith(LOCK)).toList();
            all.forEach(Directories::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot wipe " + root, e);
        }
    }

    public Path root() {
        return root;
    }

    public Path data(String component) {
        return created(root.resolve("data")).resolve(component);
    }

    public Path log(String component) {
        return created(root.resolve("logs")).resolve(component + ".log");
    }

    /**
     * Writes {@link #environments()}, or deletes it where this start has no environments file.
     *
     * @param text of the file, as it was checked: the file itself may have changed meanwhile
     */
    public void keepEnvironments(@Nullable String text) {
        try {
            if (text == null) {
                Files.deleteIfExists(environments());
            } else {
                Files.writeString(environments(), text);
            }
        } catch (IOException e) {
            throw new StartFailedException("Cannot write " + environments() + ": " + e.getMessage(), e);
        }
    }

    /** The copy of the environments file that this start began with: a part that starts again reads the same. */
    public Path environments() {
        return root.resolve("environments.yaml");
    }

    /** The directory of the process files, by which a later launcher finds orphan processes. */
    public Path processes() {
        return created(root.resolve("processes"));
    }

    public Path secrets() {
        return created(root.resolve("secrets"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path created(Path directory) {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
