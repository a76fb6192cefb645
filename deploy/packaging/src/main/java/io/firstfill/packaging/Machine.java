package io.firstfill.packaging;

/**
 * The kind of machine that builds, which is the kind that the images run on: the runtime and glibc are its own.
 *
 * @param ociArchitecture the name of the processor in images
 * @param triplet the name of its directory of libraries in Debian
 * @param loader the path of the dynamic loader, which is written into every program
 * @param rocksDb the name of the library of RocksDB in its jar
 */
record Machine(String ociArchitecture, String triplet, String loader, String rocksDb) {
    static final Machine AMD64 =
            new Machine("amd64", "x86_64-linux-gnu", "/lib64/ld-linux-x86-64.so.2", "librocksdbjni-linux64.so");
    static final Machine ARM64 =
            new Machine("arm64", "aarch64-linux-gnu", "/lib/ld-linux-aarch64.so.1", "librocksdbjni-linux-aarch64.so");

    /** @throws PackagingException on a machine whose files cannot become an image */
    static Machine current() {
        String system = System.getProperty("os.name");
        String processor = System.getProperty("os.arch");
        if (!system.equals("Linux")) {
            throw new PackagingException("Images are built on Linux, because they hold its C library; this is " + system
                    + ": build in a virtual machine or in CI.");
        }
        return switch (processor) {
            case "amd64" -> AMD64;
            case "aarch64" -> ARM64;
            default -> throw new PackagingException("Images are built on amd64 or arm64, not on " + processor + ".");
        };
    }
}
