package io.firstfill.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** The main class of {@code deploy/image}. */
public final class Packaging {
    private static final String PROJECT = "firstfill.project";
    private static final String VERSION = "firstfill.version";
    private static final double MEBIBYTE = 1024.0 * 1024;

    private Packaging() {}

    @SuppressWarnings("SystemOut") // a command line tool's output is its purpose
    public static void main(String[] arguments) throws IOException {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Returns the exit code: 0 after all images are built or the help text is printed, 1 otherwise. */
    static int run(PrintStream out, PrintStream err, String... arguments) throws IOException {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(PackagingOptions.help());
            return 0;
        }
        try {
            Path project = Path.of(System.getProperty(PROJECT, "."));
            PackagingOptions options =
                    PackagingOptions.parse(project, System.getProperty(VERSION, "latest"), arguments);
            ImageBuild build = ImageBuild.begin(options);
            for (String name : options.names()) {
                print(out, build.build(name));
            }
            return 0;
        } catch (PackagingException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private static void print(PrintStream out, BuiltImage image) throws IOException {
        out.printf(
                "%s  %.1f MiB  %s%n  %s%n",
                image.reference(),
                Files.size(image.file()) / MEBIBYTE,
                image.cached() ? "with AOT cache" : "reproducible",
                image.digest());
    }
}
