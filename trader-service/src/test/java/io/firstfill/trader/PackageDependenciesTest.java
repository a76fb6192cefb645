package io.firstfill.trader;

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
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dependency between two packages of the trader fails the build exactly when it is not allowed; on generated classes. */
class PackageDependenciesTest {
    @TempDir
    Path generated;

    static Stream<Arguments> pairs() {
        return PackageDependencies.ALLOWED.keySet().stream()
                .flatMap(from -> PackageDependencies.ALLOWED.keySet().stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> Arguments.of(from, to)));
    }

    @ParameterizedTest(name = "{0} knows {1}")
    @MethodSource("pairs")
    void aDependencyFailsUnlessItIsAllowed(String from, String to) throws IOException {
        boolean allowed = PackageDependencies.allowed(from).contains(to);

        assertThat(breaks(from, to)).isEqualTo(!allowed);
    }

    private boolean breaks(String from, String to) throws IOException {
        ClassDesc used = ClassDesc.of(PackageDependencies.ROOT + to + ".Used");
        ClassDesc using = ClassDesc.of(PackageDependencies.ROOT + from + ".Using");
        write(used, nothing -> {});
        write(using, type -> type.withField("used", used, ClassFile.ACC_PRIVATE));
        JavaClasses imported = new ClassFileImporter().importPath(generated);
        return PackageDependencies.rules().stream()
                .anyMatch(rule -> rule.evaluate(imported).hasViolation());
    }

    private void write(ClassDesc type, Consumer<ClassBuilder> body) throws IOException {
        Path file = generated.resolve(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, ClassFile.of().build(type, body));
    }
}
