package io.firstfill.packaging;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The jars of a program laid out as in its image, in a directory of the build machine: the training run must find each
 * jar with the place, below a common directory, and the time that it has in the image, or the JVM refuses the cache.
 *
 * @param root the directory that stands for the image's root
 * @param classPath the staged jars in their order
 * @param usesCplusplus whether the program needs the library of C++
 */
record StagedProgram(Program program, Path root, List<Path> classPath, boolean usesCplusplus) {
    static final String APP = "/app";
    static final String NATIVE = APP + "/native";
    private static final FileTime TIME = FileTime.from(FileEntriesLayer.DEFAULT_MODIFICATION_TIME);
    private static final String OWN = "io.firstfill.";

    StagedProgram {
        classPath = List.copyOf(classPath);
    }

    static StagedProgram of(Program program, Machine machine, Path root) throws IOException {
        List<Path> staged = new ArrayList<>();
        boolean rocks = false;
        for (Path jar : program.classPath()) {
            Path copy = in(root, APP + "/" + directory(jar) + "/" + jar.getFileName());
            if (RocksDbJar.is(jar)) {
                Path library = in(root, NATIVE + "/" + machine.rocksDb());
                RocksDbJar.split(jar, copy, machine.rocksDb(), library);
                Files.setLastModifiedTime(library, TIME);
                rocks = true;
            } else {
                Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.setLastModifiedTime(copy, TIME);
            staged.add(copy);
        }
        return new StagedProgram(program, root, staged, rocks);
    }

    /** The class path within the image. */
    List<String> pathsInImage() {
        return classPath.stream().map(this::pathInImage).toList();
    }

    /** JVM flags that the program does not start without. */
    List<String> flags(String nativeDirectory) {
        List<String> flags = new ArrayList<>(program.flags());
        if (usesCplusplus) {
            flags.add("-Djava.library.path=" + nativeDirectory);
        }
        return flags;
    }

    Path nativeDirectory() {
        return root.resolve(NATIVE.substring(1));
    }

    /** What changes with a library, what the build generated, and our own code. */
    List<ImageLayer> layers(Machine machine) {
        List<ImageFile> libraries = new ArrayList<>(files("lib"));
        if (usesCplusplus) {
            libraries.add(ImageFile.executable(
                    nativeDirectory().resolve(machine.rocksDb()), NATIVE + "/" + machine.rocksDb()));
        }
        List<ImageLayer> layers = new ArrayList<>(List.of(new ImageLayer("Libraries", libraries)));
        List<ImageFile> generated = files("quarkus");
        if (!generated.isEmpty()) {
            layers.add(new ImageLayer("Generated classes", generated));
        }
        layers.add(new ImageLayer("Application", files("app")));
        return layers;
    }

    private List<ImageFile> files(String directory) {
        String prefix = APP + "/" + directory + "/";
        return classPath.stream()
                .filter(jar -> pathInImage(jar).startsWith(prefix))
                .map(jar -> ImageFile.readable(jar, pathInImage(jar)))
                .toList();
    }

    private String pathInImage(Path staged) {
        return "/" + root.relativize(staged);
    }

    private static String directory(Path jar) {
        String name = String.valueOf(jar.getFileName());
        String parent =
                String.valueOf(jar.toAbsolutePath().getName(jar.toAbsolutePath().getNameCount() - 2));
        if (parent.equals("quarkus")) {
            return "quarkus";
        }
        return parent.equals("app") || parent.equals("target") || name.startsWith(OWN) ? "app" : "lib";
    }

    private static Path in(Path root, String path) throws IOException {
        Path file = root.resolve(path.substring(1));
        Path parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return file;
    }
}
