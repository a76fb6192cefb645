package io.firstfill.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The rule of {@link ArchitectureTest} finds a class that knows a package it may not know, and accepts every dependency
 * that the ledger has. The classes of these tests are generated, so that none of them has to stand among the sources.
 */
class PackageDependenciesTest {
    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({
        "decision, journal",
        "decision, query",
        "decision, kafka",
        "decision, metrics",
        "decision, postgres",
        "decision, web",
        "query, decision",
        "query, journal",
        "query, kafka",
        "query, metrics",
        "query, postgres",
        "query, web",
        "journal, query",
        "journal, kafka",
        "journal, metrics",
        "journal, postgres",
        "journal, web",
        "kafka, decision",
        "kafka, query",
        "kafka, postgres",
        "kafka, web",
        "metrics, decision",
        "metrics, query",
        "metrics, kafka",
        "metrics, postgres",
        "metrics, web",
        "postgres, kafka",
        "postgres, metrics",
        "postgres, web",
        "web, decision",
        "web, kafka",
        "web, metrics",
        "web, postgres"
    })
    void aDependencyThatIsNotStatedFails(String from, String to) throws IOException {
        assertThat(breaks(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "journal, decision",
        "kafka, journal",
        "kafka, metrics",
        "metrics, journal",
        "postgres, journal",
        "postgres, decision",
        "postgres, query",
        "web, journal",
        "web, query"
    })
    void aDependencyThatIsStatedPasses(String from, String to) throws IOException {
        assertThat(breaks(from, to)).isFalse();
    }

    /** Applies the rule to two classes, one of which has a field of the other's type. */
    private boolean breaks(String from, String to) throws IOException {
        ClassDesc used = ClassDesc.of("io.firstfill.ledger." + to + ".Used");
        ClassDesc using = ClassDesc.of("io.firstfill.ledger." + from + ".Using");
        write(used, nothing -> {});
        write(using, type -> type.withField("used", used, ClassFile.ACC_PRIVATE));
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        return ArchitectureTest.packagesKnowOnlyWhatIsStated.evaluate(imported).hasViolation();
    }

    private void write(ClassDesc type, Consumer<ClassBuilder> body) throws IOException {
        Path file = classes.resolve(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, ClassFile.of().build(type, body));
    }
}
