package io.firstfill.testkit.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file of a module.
 *
 * @param path relative to the module's directory, with slashes
 */
record SourceFile(String path, String text) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package\\s+([\\w.]+);");
    private static final Pattern NOT_CODE = Pattern.compile(String.join(
            "|",
            "\"\"\"[\\s\\S]*?(?<!\\\\)\"\"\"", // text block
            "\"(?:\\\\.|[^\"\\\\\\n])*+\"", // string
            "'(?:\\\\.|[^'\\\\\\n])*+'", // character
            "//[^\\n]*", // line comment
            "/\\*[\\s\\S]*?\\*/")); // block comment

    static SourceFile read(Path base, Path path) {
        try {
            return new SourceFile(base.relativize(path).toString().replace('\\', '/'), Files.readString(path));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + path, e);
        }
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    String packageName() {
        Matcher declaration = PACKAGE.matcher(text);
        return declaration.find() ? declaration.group(1) : "";
    }

    /** The segment after {@code io.firstfill}, such as {@code trader}. */
    String module() {
        return Pattern.compile("\\.")
                .splitAsStream(packageName())
                .skip(2)
                .findFirst()
                .orElse("");
    }

    List<String> lines() {
        return text.lines().toList();
    }

    /** The lines with blanks in the place of comments, strings and characters. */
    List<String> code() {
        return NOT_CODE.matcher(text).replaceAll(SourceFile::blanks).lines().toList();
    }

    String place(int line) {
        return path + ":" + line;
    }

    private static String blanks(MatchResult found) {
        return found.group().replaceAll("[^\\n]", " ");
    }
}
