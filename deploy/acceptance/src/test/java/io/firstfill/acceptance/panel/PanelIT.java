package io.firstfill.acceptance.panel;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.acceptance.Scenario;
import io.firstfill.local.launch.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Proves the control panel in a Chromium, against the running stack. The tests themselves are written where the panel
 * is, in {@code control-service/src/main/webui/e2e}, and run by the Node that builds it.
 */
class PanelIT extends Scenario {
    private static final Path WEBUI = Path.of("..", "..", "control-service", "src", "main", "webui");
    private static final int MINUTES = 15;
    /** Part of the name of the files that are run; every one when it is empty. */
    private static final String WANTED = System.getProperty("firstfill.panel.files", "");

    PanelIT(Stack stack) {
        super(stack);
    }

    static List<String> files() throws IOException {
        try (var files = Files.list(WEBUI.resolve("e2e"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".e2e.ts") && name.contains(WANTED))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void inABrowser(String file) throws IOException, InterruptedException {
        Path log = Path.of("target", "panel-" + file + ".log").toAbsolutePath();

        int exitCode = run(log, file);

        assertThat(exitCode).as(() -> "The tests of " + file + ": " + text(log)).isZero();
    }

    private int run(Path log, String file) throws IOException, InterruptedException {
        try (StackSwitch stackSwitch = new StackSwitch(stack)) {
            return run(log, stackSwitch.address().toString(), "run", "e2e", "--", file);
        }
    }

    private int run(Path log, String stackSwitch, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("build/npm/Npm.java");
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(WEBUI.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("FIRSTFILL_ORIGIN", stack.origin().toString());
        builder.environment()
                .put("FIRSTFILL_SIMULATOR", stack.simulatorControl().toString());
        builder.environment().put("FIRSTFILL_SWITCH", stackSwitch);
        builder.environment().put("NO_COLOR", "true");
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException("The browser's tests ran longer than " + MINUTES + " min: " + text(log));
        }
        return process.exitValue();
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "no log, " + e;
        }
    }
}
