package io.firstfill.packaging;

import java.nio.file.Path;

/**
 * A file or an empty directory of an image. It belongs to root and only its rights are kept of the source: no time, no
 * owner.
 *
 * @param source the file on this machine, or any directory for a directory
 * @param path where it is in the image, absolute
 * @param mode the rights as three octal digits
 */
record ImageFile(Path source, String path, String mode) {
    static ImageFile readable(Path source, String path) {
        return new ImageFile(source, path, "644");
    }

    static ImageFile executable(Path source, String path) {
        return new ImageFile(source, path, "755");
    }

    static ImageFile sharedDirectory(Path anyDirectory, String path) {
        return new ImageFile(anyDirectory, path, "777");
    }
}
