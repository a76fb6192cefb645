package io.firstfill.local;

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

/** What survives a restart. Held by one launcher at a time. */
final class StateDirectory implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel channel;

    private StateDirectory(Path root, FileChannel channel) {
        this.root = root;
        this.channel = channel;
    }

    /** Takes the directory for this process, or refuses when a running stack has it. */
    static StateDirectory take(Path root) {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartFailed("A stack is already running on " + root
                        + ": stop it first, or give this one another --state and --port.");
            }
            return new StateDirectory(root, channel);
        } catch (IOException e) {
            throw new StartFailed("Cannot use " + root + " as the state directory: " + e.getMessage(), e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    void wipe() {
        try (Stream<Path> children = Files.list(root)) {
            List<Path> all = children.filter(child -> !child.endsWith(LOCK)).toList();
            all.forEach(Directories::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot wipe " + root, e);
        }
    }

    Path root() {
        return root;
    }

    Path data(String part) {
        return created(root.resolve("data")).resolve(part);
    }

    Path log(String part) {
        return created(root.resolve("logs")).resolve(part + ".log");
    }

    Path processes() {
        return created(root.resolve("processes"));
    }

    Path secrets() {
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
