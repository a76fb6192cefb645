package io.firstfill.local.part;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Work that one process at a time may do, and in it one thread. */
public record ExclusiveFile(Path path) {
    /** What is done while the file is held. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Waits for its turn. */
    public void during(Work work) throws IOException {
        synchronized (ExclusiveFile.class) {
            try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = channel.lock();
                try {
                    work.run();
                } finally {
                    lock.release();
                }
            }
        }
    }
}
