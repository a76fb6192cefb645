package io.firstfill.k8s.render;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;

/**
 * The {@code kubectl} that renders: on Linux x64 the one of the npm registry, pinned by its digest, elsewhere that of
 * the PATH. Without one the tests are skipped with a word, and in CI they fail.
 */
final class Kubectl {
    private static final boolean CI = Boolean.parseBoolean(System.getenv("FIRSTFILL_CI"));
    private static @Nullable Kubectl found;

    private final String program;

    private Kubectl(String program) {
        this.program = program;
    }

    static synchronized Kubectl get() {
        Kubectl known = found;
        if (known == null) {
            known = find();
            found = known;
        }
        return known;
    }

    private static Kubectl find() {
        String reason = "there is no pinned kubectl for this system";
        if (isLinuxX64()) {
            try {
                return new Kubectl(KubectlPackage.PINNED.program().toString());
            } catch (IOException e) {
                reason = e.toString();
            }
        }
        if (CI) {
            throw new AssertionError("CI renders the manifests by the pinned kubectl: " + reason);
        }
        if (runs("kubectl")) {
            return new Kubectl("kubectl");
        }
        throw new TestAbortedException("No kubectl to render the manifests with: " + reason);
    }

    private static boolean isLinuxX64() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String processor = System.getProperty("os.arch");
        return system.equals("linux") && (processor.equals("amd64") || processor.equals("x86_64"));
    }

    private static boolean runs(String program) {
        try {
            run(List.of(program, "kustomize", "--help"));
            return true;
        } catch (UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    /** Returns what {@code kubectl kustomize} prints for a folder. */
    String kustomize(Path folder) {
        return run(List.of(program, "kustomize", folder.toString()));
    }

    private static String run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
