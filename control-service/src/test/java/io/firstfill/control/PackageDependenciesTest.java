package io.firstfill.control;

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
 * Proves that the rule of {@link ArchitectureTest} finds a class that knows a package it may not know, and accepts
 * every dependency that is stated. The classes of these tests are generated, so that none of them has to be among the
 * sources.
 */
class PackageDependenciesTest {
    @TempDir
    Path classes;

    @ParameterizedTest
    @CsvSource({
        "root, command",
        "root, configuration",
        "root, environment",
        "root, readiness",
        "root, run",
        "root, overview",
        "root, kafka",
        "root, web",
        "command, configuration",
        "command, environment",
        "command, readiness",
        "command, run",
        "command, overview",
        "command, kafka",
        "command, web",
        "configuration, environment",
        "configuration, readiness",
        "configuration, run",
        "configuration, overview",
        "configuration, kafka",
        "configuration, web",
        "environment, configuration",
        "environment, readiness",
        "environment, run",
        "environment, overview",
        "environment, kafka",
        "environment, web",
        "readiness, command",
        "readiness, configuration",
        "readiness, run",
        "readiness, overview",
        "readiness, kafka",
        "readiness, web",
        "run, environment",
        "run, overview",
        "run, kafka",
        "run, web",
        "overview, command",
        "overview, configuration",
        "overview, kafka",
        "overview, web",
        "kafka, configuration",
        "kafka, environment",
        "kafka, readiness",
        "kafka, overview",
        "kafka, web",
        "web, kafka"
    })
    void aDependencyThatIsNotStatedFails(String from, String to) throws IOException {
        assertThat(breaks(from, to)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "command, root",
        "configuration, root",
        "configuration, command",
        "environment, root",
        "environment, command",
        "readiness, root",
        "readiness, environment",
        "run, root",
        "run, command",
        "run, configuration",
        "run, readiness",
        "overview, root",
        "overview, environment",
        "overview, readiness",
        "overview, run",
        "kafka, root",
        "kafka, command",
        "kafka, run",
        "web, root",
        "web, command",
        "web, configuration",
        "web, environment",
        "web, readiness",
        "web, run",
        "web, overview"
    })
    void aDependencyThatIsStatedPasses(String from, String to) throws IOException {
        assertThat(breaks(from, to)).isFalse();
    }

    /** Applies the rule to two classes, one of which has a field of the other's type. */
    private boolean breaks(String from, String to) throws IOException {
        ClassDesc used = ClassDesc.of(packageOf(to) + ".Used");
        ClassDesc using = ClassDesc.of(packageOf(from) + ".Using");
        write(used, nothing -> {});
        write(using, type -> type.withField("used", used, ClassFile.ACC_PRIVATE));
        JavaClasses imported = new ClassFileImporter().importPath(classes);
        return ArchitectureTest.packagesKnowOnlyWhatIsStated.evaluate(imported).hasViolation();
    }

    /** The layer {@code root} is the module's own package. */
    private static String packageOf(String layer) {
        String root = PackageDependenciesTest.class.getPackageName();
        return layer.equals("root") ? root : root + "." + layer;
    }

    private void write(ClassDesc type, Consumer<ClassBuilder> body) throws IOException {
        Path file = classes.resolve(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, ClassFile.of().build(type, body));
    }
}
