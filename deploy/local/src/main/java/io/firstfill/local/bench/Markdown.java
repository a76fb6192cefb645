package io.firstfill.local.bench;

import java.util.List;

/** A report as it grows. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String words) {
        separate();
        text.append("#".repeat(level)).append(' ').append(words).append("\n\n");
        return this;
    }

    Markdown paragraph(String words) {
        text.append(words.strip()).append("\n\n");
        return this;
    }

    Markdown item(String words) {
        text.append("- ").append(words).append('\n');
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(each -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    /** After a list, which ends without an empty line. */
    private void separate() {
        int end = text.length();
        if (end > 1 && text.charAt(end - 2) != '\n') {
            text.append('\n');
        }
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
