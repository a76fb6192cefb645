package io.firstfill.testkit.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule about sources names every breach with its place, accepts the near misses, and honours exceptions. */
class SourceRulesTest {
    private static final String MAIN = "src/main/java/io/firstfill/risk/";
    private static final String TEST = "src/test/java/io/firstfill/risk/";
    private static final String SETTINGS = "src/main/resources/application.properties";

    @TempDir
    @SuppressWarnings("NullAway") // set by JUnit
    Path base;

    /** A module that keeps every rule, near misses included. */
    @BeforeEach
    void writeGoodModule() throws IOException {
        write(MAIN + "package-info.java", "/** Decides. */\npackage io.firstfill.risk;\n");
        write(MAIN + "RiskEngine.java", source("""
                import java.util.List;

                /** Not java.util.Set, and no Bell {@code class Desk}. */
                final class RiskEngine {
                    // record Wallet() in java.util.Map
                    static final String TEXT = "java.util.Map of class Teller";
                    static final char QUOTE = '"'; // java.util.Map
                    static final String BLOCK = \"""
                            record Mandate(java.util.Map map)
                            \""";
                    static final int COUNT = this.some.field;

                    record Desktop(List<String> factory) {}

                    record Recording() {}
                }
                """));
        write(MAIN + "Full.java", source("// line\n".repeat(FileChecks.MOST_LINES - 2)));
        write(MAIN + "Wide.java", source("// " + "x".repeat(FileChecks.MOST_COLUMNS - 3) + "\n"));
        write(TEST + "RiskEngineTest.java", source("final class RiskEngineTest {}\n"));
        write(SETTINGS, "# firstfill.exit. was renamed\nfirstfill.inbox.topics=rehearsals.v1\n");
    }

    static Stream<Arguments> breaches() {
        return Stream.of(
                arguments(
                        SourceRule.PACKAGE_INFO,
                        List.of("src/main/java/io/firstfill/risk/bare: has no package-info.java"),
                        "io.firstfill.risk.bare"),
                arguments(
                        SourceRule.PACKAGE_SIZE,
                        List.of("src/test/java/io/firstfill/risk/full: has more than 20 files;"
                                + " package-info.java is not counted"),
                        "io.firstfill.risk.full"),
                arguments(SourceRule.FILE_SIZE, List.of(TEST + "Long.java: has 251 lines"), "Long.java"),
                arguments(SourceRule.COMMENT_WIDTH, List.of(TEST + "Wide.java:3: has 121 columns"), "Wide.java"),
                arguments(
                        SourceRule.QUALIFIED_NAME,
                        List.of(TEST + "Qualified.java:3: java.util.List is not imported"),
                        "java.util.List"),
                arguments(
                        SourceRule.TYPE_NAME,
                        List.of(TEST + "BellTest.java:3: BellTest: write OpeningTimer"),
                        "BellTest"),
                arguments(
                        SourceRule.SETTING,
                        List.of("src/test/resources/application.properties:2: firstfill.exit.orders:"
                                + " write firstfill.egress. for firstfill.exit."),
                        "firstfill.exit.orders"));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void aRuleNamesEachBreachUnlessItIsExcused(SourceRule rule, List<String> lines, String subject) throws IOException {
        writeOneBreachPerRule();

        assertThat(rule.report(new SourceTree(base), List.of())).isEqualTo(lines);
        assertThat(rule.report(new SourceTree(base), List.of(new Excused(rule, subject, "It has to."))))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRuleAcceptsAGoodModuleAndReportsAnExceptionThatExcusesNothing(SourceRule rule) {
        SourceTree good = new SourceTree(base);

        assertThat(rule.report(good, List.of())).isEmpty();
        assertThat(rule.report(good, List.of(new Excused(rule, "Gone", "It had to."))))
                .containsExactly("The exception for Gone has no reason or nothing to excuse");
    }

    @Test
    void anExceptionNeedsAReason() throws IOException {
        writeOneBreachPerRule();

        List<Excused> unfounded = List.of(new Excused(SourceRule.FILE_SIZE, "Long.java", " "));

        assertThat(SourceRule.FILE_SIZE.report(new SourceTree(base), unfounded)).hasSize(1);
    }

    @Test
    void aWordIsForbiddenOnlyWhereItMeansSomethingElse() {
        assertThat(LeftBehind.find("Journal", "ledger")).isEmpty();
        assertThat(LeftBehind.find("Journal", "trader")).isPresent();
        assertThat(LeftBehind.find("Recording", "ledger")).isPresent();
        assertThat(LeftBehind.find("ReferenceFloor", "local")).isEmpty();
        assertThat(LeftBehind.find("KafkaTeller", "scanner")).isPresent();
        assertThat(LeftBehind.find("OrderFactory", "trader")).isEmpty();
        assertThat(LeftBehind.find("Desks", "trader")).isPresent();
    }

    @Test
    void everyRuleIsIncludedAndProvedAbove() {
        long included = Arrays.stream(SourceRules.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(ArchTest.class))
                .count();

        assertThat(included).isEqualTo(SourceRule.values().length);
        assertThat(breaches().map(breach -> breach.get()[0])).containsExactlyInAnyOrder((Object[]) SourceRule.values());
    }

    private void writeOneBreachPerRule() throws IOException {
        write(MAIN + "bare/Bare.java", "package io.firstfill.risk.bare;\n");
        for (int i : IntStream.rangeClosed(0, PackageChecks.MOST_FILES).toArray()) {
            write(TEST + "full/One" + i + ".java", "package io.firstfill.risk.full;\n");
        }
        write(TEST + "Long.java", source("// line\n".repeat(FileChecks.MOST_LINES - 1)));
        write(TEST + "Wide.java", source("// " + "x".repeat(FileChecks.MOST_COLUMNS - 2) + "\n"));
        write(TEST + "Qualified.java", source("abstract class Qualified extends java.util.@Nullable List {}\n"));
        write(TEST + "BellTest.java", source("final class BellTest {}\n"));
        write("src/test/resources/application.properties", "# Rates\nfirstfill.exit.orders=3\n");
    }

    /** Two lines stand before the text. */
    private static String source(String text) {
        return "package io.firstfill.risk;\n\n" + text;
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
