package io.firstfill.local.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file whose lock makes sure that one process at a time does some work, and in that process one thread. */
public record LockFile(Path path) {
    /** The work that is done while the file is locked. */
    @FunctionalInterface
    public interface Work {
        void run() throws IOException;
    }

    /** Runs the work once the lock is free; waits as long as another process or thread holds the lock. */
    public void runLocked(Work work) throws IOException {
        synchronized (LockFile.class) {
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
