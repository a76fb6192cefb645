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
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every dependency between two packages of the trader fails the build exactly when it is not allowed; on generated classes. */
class PackageDependenciesTest {
    private static final Set<String> PACKAGES = PackageDependencies.ALLOWED.keySet();

    @TempDir
    Path generated;

    @Test
    void aDependencyFailsUnlessItIsAllowed() throws IOException {
        for (String from : PACKAGES) {
            write(ClassDesc.of(PackageDependencies.ROOT + from + ".Used"), nothing -> {});
            for (String to : PACKAGES) {
                ClassDesc used = ClassDesc.of(PackageDependencies.ROOT + to + ".Used");
                write(using(from, to), type -> type.withField("used", used, ClassFile.ACC_PRIVATE));
            }
        }
        JavaClasses imported = new ClassFileImporter().importPath(generated);
        List<String> breaches = PackageDependencies.rules().stream()
                .flatMap(rule -> rule.evaluate(imported).getFailureReport().getDetails().stream())
                .toList();

        for (String from : PACKAGES) {
            for (String to : PACKAGES) {
                boolean allowed =
                        from.equals(to) || PackageDependencies.allowed(from).contains(to);
                String name = using(from, to).displayName();
                assertThat(breaches.stream().anyMatch(breach -> breach.contains("." + name + ".")))
                        .as("%s knows %s", from, to)
                        .isEqualTo(!allowed);
            }
        }
    }

    private static ClassDesc using(String from, String to) {
        return ClassDesc.of(PackageDependencies.ROOT + from + ".From_" + from + "_to_" + to + "_");
    }

    private void write(ClassDesc type, Consumer<ClassBuilder> body) throws IOException {
        Path file = generated.resolve(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, ClassFile.of().build(type, body));
    }
}
