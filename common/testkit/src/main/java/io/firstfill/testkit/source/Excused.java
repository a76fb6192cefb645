package io.firstfill.testkit.source;

import java.util.List;
import java.util.stream.Stream;

/** One {@link HouseException} as a value. */
record Excused(SourceRule rule, String subject, String reason) {
    private static final String HOLDER = "ArchitectureTest";

    /** Returns the exceptions on the module's {@code ArchitectureTest}; none where there is no such class. */
    static List<Excused> on(SourceTree module) {
        return module.tests().stream()
                .filter(file -> file.name().equals(HOLDER + ".java"))
                .flatMap(file -> on(load(file.packageName() + "." + HOLDER)))
                .toList();
    }

    private static Stream<Excused> on(Class<?> holder) {
        return Stream.of(holder.getAnnotationsByType(HouseException.class))
                .map(exception -> new Excused(exception.rule(), exception.subject(), exception.reason()));
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(name + " has a source file and no class: compile the tests", e);
        }
    }
}
