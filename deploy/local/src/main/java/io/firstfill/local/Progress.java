package io.firstfill.local;

import java.io.PrintStream;
import java.time.Duration;

/** What the person at the terminal sees of a start. */
public interface Progress {
    Progress SILENT = new Progress() {
        @Override
        public void ready(String part, Duration took) {}

        @Override
        public void say(String sentence) {}
    };

    void ready(String part, Duration took);

    void say(String sentence);

    static Progress on(PrintStream out) {
        return new Progress() {
            @Override
            public void ready(String part, Duration took) {
                out.printf("  %-18s ready after %5.1f s%n", part, took.toMillis() / 1000.0);
            }

            @Override
            public void say(String sentence) {
                out.println(sentence);
            }
        };
    }
}
