package io.firstfill.packaging;

import io.firstfill.local.aot.AotTraining;
import io.firstfill.local.aot.TrainingEnvironment;
import io.firstfill.local.config.ServiceName;
import io.firstfill.testkit.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Builds the image of one program after the other. All layers but the last have the same bytes whenever the same commit
 * is built with the same JDK and the same Debian packages; the last holds the ahead-of-time cache, whose bytes differ
 * from one training run to the next, and may be left out.
 */
public final class ImageBuild {
    private static final String JAVA_ARGUMENTS = StagedProgram.APP + "/java.args";
    private static final String CACHE = StagedProgram.APP + "/aot/app.aot";
    private static final String CLASS_PATH = "-cp";

    private final PackagingOptions options;
    private final Machine machine;
    private final JavaRuntime runtime;
    private final DebianPackages packages;
    private final ImageArchive archive;

    private ImageBuild(PackagingOptions options, Machine machine, JavaRuntime runtime) {
        this.options = options;
        this.machine = machine;
        this.runtime = runtime;
        this.packages = new DebianPackages(machine, options.work());
        this.archive = new ImageArchive(machine, options.work().resolve("layers"));
    }

    /** Links the Java runtime of all images, with the JDK that runs this. */
    public static ImageBuild begin(PackagingOptions options) throws IOException, InterruptedException {
        Path jdk = Path.of(System.getProperty("java.home"));
        return new ImageBuild(options, Machine.current(), JavaRuntime.link(jdk, options.work()));
    }

    /**
     * Builds one image.
     *
     * @param name of the program
     */
    public BuiltImage build(String name) throws IOException, InterruptedException {
        Program program = Program.named(name, options.project());
        Path directory = options.work().resolve(name);
        Directories.delete(directory);
        StagedProgram staged = StagedProgram.of(program, machine, directory.resolve("root"));
        Optional<Path> cache = options.withCache() ? train(staged, directory) : Optional.empty();
        Path file = Files.createDirectories(options.output()).resolve(name + ".tar");
        String digest = archive.write(description(staged, cache, directory), file);
        return new BuiltImage(reference(name), file, digest, cache.isPresent());
    }

    private ImageDescription description(StagedProgram staged, Optional<Path> cache, Path directory)
            throws IOException, InterruptedException {
        List<String> debian = DebianPackages.of(staged.usesCplusplus());
        List<ImageFile> system = new ArrayList<>(packages.files(debian));
        system.addAll(new AccountFiles(directory.resolve("system")).files());
        List<ImageLayer> layers = new ArrayList<>(List.of(new ImageLayer("System", system), runtime.layer()));
        layers.addAll(staged.layers(machine));
        layers.add(new ImageLayer(
                "Arguments of java",
                List.of(ImageFile.readable(arguments(staged, cache.isPresent(), directory), JAVA_ARGUMENTS))));
        cache.ifPresent(
                file -> layers.add(new ImageLayer("Ahead-of-time cache", List.of(ImageFile.readable(file, CACHE)))));
        Map<String, String> environment = new TreeMap<>(staged.program().environment());
        environment.put("JAVA_TOOL_OPTIONS", String.join(" ", staged.program().tuning()));
        environment.put("LANG", "C.UTF-8");
        return new ImageDescription(
                reference(staged.program().name()),
                options.source().time(),
                layers,
                List.of(JavaRuntime.PATH + "/bin/java", "@" + JAVA_ARGUMENTS),
                environment,
                labels(staged.program(), debian));
    }

    /** The file of arguments: a class path of two hundred jars has no place in an entrypoint. */
    private static Path arguments(StagedProgram staged, boolean cached, Path directory) throws IOException {
        List<String> arguments = new ArrayList<>(staged.flags(StagedProgram.NATIVE));
        if (cached) {
            arguments.add("-XX:AOTCache=" + CACHE);
        }
        arguments.addAll(List.of(
                CLASS_PATH,
                String.join(":", staged.pathsInImage()),
                staged.program().mainClass()));
        return Files.writeString(directory.resolve("java.args"), String.join("\n", arguments) + "\n");
    }

    /** Makes the cache with the runtime and the jars of the image; empty for a program that is no service. */
    private Optional<Path> train(StagedProgram staged, Path directory) throws IOException {
        Optional<ServiceName> service = staged.program().service();
        if (service.isEmpty()) {
            return Optional.empty();
        }
        List<String> flags = new ArrayList<>(staged.program().tuning());
        flags.addAll(staged.flags(staged.nativeDirectory().toString()));
        Path cache = directory.resolve(Path.of("aot", "app.aot"));
        boolean made = new AotTraining(runtime.java(), flags)
                .make(staged.classPath(), TrainingEnvironment.of(service.get(), directory.resolve("state")), cache);
        if (!made) {
            throw new PackagingException(
                    "The training run of " + staged.program().name() + " wrote no cache; see the log in "
                            + cache.getParent() + ", or build with --no-cache.");
        }
        return Optional.of(cache);
    }

    private Map<String, String> labels(Program program, List<String> debian) throws IOException, InterruptedException {
        Map<String, String> labels = new TreeMap<>();
        labels.put("org.opencontainers.image.title", program.name());
        labels.put("org.opencontainers.image.vendor", "Firstfill");
        labels.put("org.opencontainers.image.version", options.version());
        labels.put("org.opencontainers.image.revision", options.source().commit());
        labels.put("org.opencontainers.image.created", options.source().time().toString());
        // Our own code has no licence for others; the rest is the runtime's and the C library's.
        labels.put(
                "org.opencontainers.image.licenses",
                "LicenseRef-Firstfill AND GPL-2.0-only WITH Classpath-exception-2.0 AND LGPL-2.1-or-later");
        labels.put("io.firstfill.java", Runtime.version().toString());
        for (String name : debian) {
            labels.put("io.firstfill.debian." + name, packages.version(name));
        }
        return labels;
    }

    private String reference(String name) {
        return "firstfill/" + name + ":" + options.version();
    }
}
