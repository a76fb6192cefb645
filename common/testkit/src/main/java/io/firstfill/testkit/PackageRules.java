package io.firstfill.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Which package of a module may know which, as a table: a package that knows another one without an entry is a breach,
 * and so is a package without an entry.
 *
 * <pre>{@code
 * static final PackageRules PACKAGES = PackageRules.of(
 *         "io.firstfill.trader", Map.of("order", Set.of(), "state", Set.of("order")));
 *
 * @ArchTest
 * static void packagesKnowOnlyWhatTheyMay(JavaClasses classes) {
 *     PACKAGES.check(classes);
 * }
 *
 * @ArchTest
 * static void aBreachFails(JavaClasses classes) {
 *     PACKAGES.proveThatBreachesFail();
 * }
 * }</pre>
 */
public final class PackageRules {
    private final String root;
    private final Map<String, Set<String>> mayKnow;

    private PackageRules(String root, Map<String, Set<String>> mayKnow) {
        this.root = root;
        this.mayKnow = new TreeMap<>(mayKnow);
    }

    /**
     * @param root the module's root package
     * @param mayKnow the packages under the root that each package may know; the empty name is the root itself, without
     *     what lies under it
     */
    public static PackageRules of(String root, Map<String, Set<String>> mayKnow) {
        Set<String> unknown = new TreeSet<>();
        mayKnow.values().forEach(unknown::addAll);
        unknown.removeAll(mayKnow.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Packages without an entry: " + unknown);
        }
        return new PackageRules(root, mayKnow);
    }

    /** @throws AssertionError for a breach, with every dependency that is one */
    public void check(JavaClasses classes) {
        everyPackageHasAnEntry().check(classes);
        mayKnow.keySet().forEach(from -> rule(from).check(classes));
    }

    /**
     * Checks the rules themselves, on generated classes: every dependency between two packages must be reported exactly
     * when the table does not allow it.
     *
     * @throws AssertionError for a dependency that is judged wrongly
     */
    public void proveThatBreachesFail() {
        List<String> wrong = new ArrayList<>();
        JavaClasses generated = generated();
        for (String from : mayKnow.keySet()) {
            List<String> breaches =
                    rule(from).evaluate(generated).getFailureReport().getDetails();
            for (String to : mayKnow.keySet()) {
                boolean reported = breaches.stream().anyMatch(breach -> breach.contains("." + using(to) + "."));
                if (reported == isAllowed(from, to)) {
                    wrong.add("'" + from + "' knows '" + to + "': " + (reported ? "reported" : "not reported"));
                }
            }
        }
        if (!wrong.isEmpty()) {
            throw new AssertionError(String.join("\n", wrong));
        }
    }

    private ArchRule everyPackageHasAnEntry() {
        return classes()
                .should()
                .resideInAnyPackage(mayKnow.keySet().stream().map(this::pattern).toArray(String[]::new))
                .because("a package needs an entry that says what it may know");
    }

    private ArchRule rule(String from) {
        String[] forbidden = mayKnow.keySet().stream()
                .filter(to -> !isAllowed(from, to))
                .map(this::pattern)
                .toArray(String[]::new);
        return noClasses()
                .that()
                .resideInAPackage(pattern(from))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden)
                .because("'" + from + "' may know " + mayKnow.get(from))
                .allowEmptyShould(true);
    }

    private boolean isAllowed(String from, String to) {
        return from.equals(to) || mayKnow.getOrDefault(from, Set.of()).contains(to);
    }

    private String pattern(String name) {
        return name.isEmpty() ? root : root + "." + name + "..";
    }

    /** For each pair of packages one class that has a field of the other package's type. */
    private JavaClasses generated() {
        try {
            Path directory = Files.createTempDirectory("package-rules");
            try {
                for (String from : mayKnow.keySet()) {
                    write(directory, type(from, "Used"), nothing -> {});
                    for (String to : mayKnow.keySet()) {
                        ClassDesc used = type(to, "Used");
                        write(
                                directory,
                                type(from, using(to)),
                                user -> user.withField("used", used, ClassFile.ACC_PRIVATE));
                    }
                }
                return new ClassFileImporter().importPath(directory);
            } finally {
                Directories.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ClassDesc type(String name, String simpleName) {
        return ClassDesc.of((name.isEmpty() ? root : root + "." + name) + "." + simpleName);
    }

    private static String using(String to) {
        return "Uses_" + to + "_";
    }

    private static void write(Path directory, ClassDesc type, Consumer<ClassBuilder> body) throws IOException {
        Path file = directory.resolve(type.packageName().replace('.', '/') + "/" + type.displayName() + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, ClassFile.of().build(type, body));
    }
}
