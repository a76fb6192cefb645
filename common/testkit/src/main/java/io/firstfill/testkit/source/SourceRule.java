package io.firstfill.testkit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules about source files. Each one names the subject by which a {@link HouseException} refers to a breach. */
public enum SourceRule {
    /** Subject: the package's name. */
    PACKAGE_INFO("every main package has a package-info.java"),
    /** Subject: the package's name. Main and test sources count apart. */
    PACKAGE_SIZE("a package has at most " + PackageChecks.MOST_FILES + " files"),
    /** Subject: the file's name, such as {@code Outbox.java}. */
    FILE_SIZE("a file has at most " + FileChecks.MOST_LINES + " lines"),
    /** Subject: the file's name. The formatter breaks code, not comments. */
    COMMENT_WIDTH("a comment line has at most " + FileChecks.MOST_COLUMNS + " columns"),
    /** Subject: the qualified name of the type. */
    QUALIFIED_NAME("a type is imported, and named in code by its simple name"),
    /** Subject: the type's simple name. */
    TYPE_NAME("a type is named by the field's term, not by a word that was left behind"),
    /** Subject: the key. */
    SETTING("a setting is named by the field's term, not by a key that was left behind");

    private final String sentence;

    SourceRule(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /** Returns one line per breach that is not excused, and one per exception that excuses nothing or has no reason. */
    List<String> report(SourceTree module, List<Excused> all) {
        List<Excused> mine =
                all.stream().filter(excused -> excused.rule() == this).toList();
        Set<String> subjects = mine.stream().map(Excused::subject).collect(Collectors.toSet());
        List<Breach> breaches = breaches(module);
        Set<String> broken = breaches.stream().map(Breach::subject).collect(Collectors.toSet());
        List<String> report = new ArrayList<>();
        breaches.stream()
                .filter(breach -> !subjects.contains(breach.subject()))
                .map(breach -> breach.place() + ": " + breach.text())
                .forEach(report::add);
        mine.stream()
                .filter(excused -> excused.reason().isBlank() || !broken.contains(excused.subject()))
                .map(excused -> "The exception for " + excused.subject() + " has no reason or nothing to excuse")
                .forEach(report::add);
        return report;
    }

    private List<Breach> breaches(SourceTree module) {
        return switch (this) {
            case PACKAGE_INFO -> PackageChecks.undescribed(module);
            case PACKAGE_SIZE -> PackageChecks.tooLarge(module);
            case FILE_SIZE -> FileChecks.tooLong(module);
            case COMMENT_WIDTH -> FileChecks.wideComments(module);
            case QUALIFIED_NAME -> FileChecks.qualifiedNames(module);
            case TYPE_NAME -> NameChecks.types(module);
            case SETTING -> NameChecks.settings(module);
        };
    }
}
