package io.firstfill.benchmark.report;

import java.util.List;

/** Builds a Markdown text. */
final class Markdown {
    private final StringBuilder text = new StringBuilder();

    Markdown heading(int level, String title) {
        separate();
        text.append("#".repeat(level)).append(' ').append(title).append("\n\n");
        return this;
    }

    Markdown paragraph(String sentences) {
        text.append(sentences.strip()).append("\n\n");
        return this;
    }

    Markdown item(String content) {
        text.append("- ").append(content).append('\n');
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        row(head);
        row(head.stream().map(each -> "---").toList());
        rows.forEach(this::row);
        text.append('\n');
        return this;
    }

    /** Adds the empty line that a list does not end with. */
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
