package io.firstfill.ledger.export;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Writes and reads the cells of a CSV (RFC 4180, lines end with a line feed). A cell that a spreadsheet would take
 * for a formula gets an apostrophe in front, and so does a cell that begins with an apostrophe: what was exported
 * can be read back without loss. A number with a sign stays a number.
 */
final class CsvCells {
    /** The characters with which spreadsheets begin a formula, also in full width, and those they skip before one. */
    private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final char MARK = '\'';

    private CsvCells() {}

    static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        return line.toString();
    }

    static String cell(String text) {
        String plain = neutral(text);
        return isQuoted(plain) ? '"' + plain.replace("\"", "\"\"") + '"' : plain;
    }

    private static boolean isQuoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static String neutral(String text) {
        boolean marked = !text.isEmpty()
                && (text.charAt(0) == MARK || FORMULA.indexOf(text.charAt(0)) >= 0)
                && !NUMBER.matcher(text).matches();
        return marked ? MARK + text : text;
    }

    /** Returns the texts from which {@link #line} made the line. */
    static List<String> texts(String line) {
        List<String> texts = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                boolean literal = quoted && i + 1 < line.length() && line.charAt(i + 1) == '"';
                if (literal) {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == ',' && !quoted) {
                texts.add(original(cell.toString()));
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        texts.add(original(cell.toString()));
        return texts;
    }

    private static String original(String cell) {
        return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
    }
}
