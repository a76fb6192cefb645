package io.firstfill.testkit.source;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The rules about single Java files. */
final class FileChecks {
    static final int MOST_LINES = 250;
    static final int MOST_COLUMNS = 120;

    /** A root package, further packages and a type; an annotation may stand before the type. */
    private static final Pattern QUALIFIED = Pattern.compile(
            "\\b((?:java|javax|jakarta|io|org|com|net|kafka)(?:\\.[a-z]\\w*)+\\.)(?:@\\w+ )?([A-Z]\\w*)");

    private static final Pattern DECLARATION = Pattern.compile("^\\s*(?:import|package)\\b");

    private static final Pattern COMMENT = Pattern.compile("^\\s*(?:/?\\*|//)");

    private FileChecks() {}

    static List<Breach> tooLong(SourceTree module) {
        return module.java().stream()
                .filter(file -> file.lines().size() > MOST_LINES)
                .map(file -> new Breach(
                        file.name(), file.path(), "has " + file.lines().size() + " lines"))
                .toList();
    }

    static List<Breach> wideComments(SourceTree module) {
        List<Breach> found = new ArrayList<>();
        for (SourceFile file : module.java()) {
            List<String> lines = file.lines();
            List<String> code = file.code();
            for (int i = 0; i < lines.size(); i++) {
                boolean comment =
                        code.get(i).isBlank() && COMMENT.matcher(lines.get(i)).find();
                if (comment && lines.get(i).length() > MOST_COLUMNS) {
                    String text = "has " + lines.get(i).length() + " columns";
                    found.add(new Breach(file.name(), file.place(i + 1), text));
                }
            }
        }
        return found;
    }

    static List<Breach> qualifiedNames(SourceTree module) {
        List<Breach> found = new ArrayList<>();
        for (SourceFile file : module.java()) {
            List<String> code = file.code();
            for (int i = 0; i < code.size(); i++) {
                if (!DECLARATION.matcher(code.get(i)).find()) {
                    String place = file.place(i + 1);
                    QUALIFIED
                            .matcher(code.get(i))
                            .results()
                            .map(match -> match.group(1) + match.group(2))
                            .forEach(name -> found.add(new Breach(name, place, name + " is not imported")));
                }
            }
        }
        return found;
    }
}
