package io.firstfill.local.launch;

import java.io.PrintStream;
import java.time.Duration;

/** Shows the progress of a start to the user at the terminal. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void ready(String component, Duration elapsed) {}

        @Override
        public void message(String sentence) {}
    };

    /** @param elapsed since the begin of the start */
    void ready(String component, Duration elapsed);

    void message(String sentence);

    static Progress on(PrintStream out) {
        return new Progress() {
            @Override
            public void ready(String component, Duration elapsed) {
                out.printf("  %-18s ready after %5.1f s%n", component, elapsed.toMillis() / 1000.0);
            }

            @Override
            public void message(String sentence) {
                out.println(sentence);
            }
        };
    }
}
