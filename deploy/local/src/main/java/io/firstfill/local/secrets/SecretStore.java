package io.firstfill.local.secrets;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds versioned secrets in one file that only its owner may read. The data of a version is never changed, only
 * deleted; each change replaces the file as a whole.
 */
public final class SecretStore {
    private final Path file;
    private final Sealing sealing;
    private JsonObject paths;

    public SecretStore(Path file) {
        this(file, Sealing.NONE);
    }

    /** @throws IllegalArgumentException when the file was sealed otherwise */
    public SecretStore(Path file, Sealing sealing) {
        this.file = file;
        this.sealing = sealing;
        try {
            this.paths = Files.exists(file) ? new JsonObject(sealing.open(Files.readString(file))) : new JsonObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the secrets", e);
        }
    }

    /** The newest version, unless there is none or it was deleted. */
    public Optional<JsonObject> read(String path) {
        return version(path, 0).map(version -> version.getJsonObject("data"));
    }

    /** Adds a version and returns its number, counted from 1. */
    public synchronized int write(String path, JsonObject data, Instant now) {
        JsonObject changed = paths.copy();
        JsonArray versions = changed.getJsonArray(path, new JsonArray())
                .add(new JsonObject().put("data", data.copy()).put("created_time", now.toString()));
        save(changed.put(path, versions));
        return versions.size();
    }

    synchronized int currentVersion(String path) {
        return paths.getJsonArray(path, new JsonArray()).size();
    }

    /**
     * One version with its dates. A deleted version has dates and no data.
     *
     * @param number the version's number, or 0 for the newest
     */
    synchronized Optional<JsonObject> version(String path, int number) {
        JsonArray versions = paths.getJsonArray(path, new JsonArray());
        int wanted = number == 0 ? versions.size() : number;
        return wanted < 1 || wanted > versions.size()
                ? Optional.empty()
                : Optional.of(versions.getJsonObject(wanted - 1).copy());
    }

    /** Deletes the data of the newest version and keeps its dates. */
    synchronized void deleteNewest(String path, Instant now) {
        JsonObject changed = paths.copy();
        JsonArray versions = changed.getJsonArray(path, new JsonArray());
        if (!versions.isEmpty()) {
            JsonObject newest = versions.getJsonObject(versions.size() - 1);
            newest.remove("data");
            newest.put("deletion_time", now.toString());
            save(changed);
        }
    }

    /** Deletes all versions with their dates. */
    synchronized void deleteAll(String path) {
        JsonObject changed = paths.copy();
        if (changed.remove(path) != null) {
            save(changed);
        }
    }

    /** Replaces the file, and what is read only after that: a change that cannot be saved is not made. */
    private void save(JsonObject changed) {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.deleteIfExists(next);
            Files.createFile(next, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(next, sealing.seal(changed.encode()));
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            paths = changed;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the secrets", e);
        }
    }
}
