package io.firstfill.testkit.source;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules about packages. */
final class PackageChecks {
    static final int MOST_FILES = 20;

    private static final String DESCRIPTION = "package-info.java";

    private PackageChecks() {}

    static List<Breach> undescribed(SourceTree module) {
        return breaches(
                module.main(),
                files -> files.stream().noneMatch(file -> file.name().equals(DESCRIPTION)),
                "has no " + DESCRIPTION);
    }

    static List<Breach> tooLarge(SourceTree module) {
        String text = "has more than " + MOST_FILES + " files; " + DESCRIPTION + " is not counted";
        return Stream.of(module.main(), module.tests())
                .flatMap(files -> breaches(files, PackageChecks::isTooLarge, text).stream())
                .toList();
    }

    private static boolean isTooLarge(List<SourceFile> files) {
        return files.stream().filter(file -> !file.name().equals(DESCRIPTION)).count() > MOST_FILES;
    }

    private static List<Breach> breaches(List<SourceFile> files, Predicate<List<SourceFile>> broken, String text) {
        Map<String, List<SourceFile>> packages = files.stream()
                .collect(Collectors.groupingBy(SourceFile::packageName, TreeMap::new, Collectors.toList()));
        return packages.entrySet().stream()
                .filter(entry -> broken.test(entry.getValue()))
                .map(entry ->
                        new Breach(entry.getKey(), directory(entry.getValue().getFirst()), text))
                .toList();
    }

    private static String directory(SourceFile file) {
        return file.path().substring(0, file.path().lastIndexOf('/'));
    }
}
