package io.firstfill.mexc;

import io.firstfill.mexc.market.ApiSymbols;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An answer with the names of pairs, and where each name stands in it. The answer that follows is nearly the same: only
 * the names between the bytes that begin alike and those that end alike are read, and the others keep their texts. A
 * listing is then seen in a part of the time in which 3,000 names are read. Immutable.
 */
final class KnownSymbols {
    private final byte[] body;
    /** Index of the first byte of the list, behind its bracket. */
    private final int first;
    /** Index of the bracket that ends the list. */
    private final int end;
    /** Indexes of the opening quotes of the names. */
    private final int[] starts;

    private final List<String> names;
    private final ApiSymbols symbols;

    private KnownSymbols(byte[] body, int first, int end, int[] starts, List<String> names, ApiSymbols symbols) {
        this.body = body;
        this.first = first;
        this.end = end;
        this.starts = starts;
        this.names = names;
        this.symbols = symbols;
    }

    List<String> names() {
        return names;
    }

    ApiSymbols symbols() {
        return symbols;
    }

    /**
     * Remembers an answer that is compact and has no escapes, which is how the exchange writes.
     *
     * @param names as they were read, in their order
     * @return null for any other answer
     */
    static @Nullable KnownSymbols of(byte[] body, List<String> names, ApiSymbols symbols) {
        int first = indexOf(body, '[', 0) + 1;
        int[] starts = new int[names.size()];
        int at = first;
        for (int i = 0; i < starts.length; i++) {
            int close = at < body.length && body[at] == '"' ? indexOf(body, '"', at + 1) : -1;
            boolean last = i == starts.length - 1;
            if (close < 0
                    || close + 1 >= body.length
                    || body[close + 1] != (last ? ']' : ',')
                    || !isText(body, at + 1, close, names.get(i))) {
                return null;
            }
            starts[i] = at;
            at = close + 2;
        }
        return starts.length == 0 ? null : new KnownSymbols(body, first, at - 1, starts, names, symbols);
    }

    private static boolean isText(byte[] body, int from, int to, String name) {
        if (to - from != name.length()) {
            return false; // letters of more than one byte, or an escape
        }
        for (int i = from; i < to; i++) {
            if (body[i] != name.charAt(i - from)) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] body, char wanted, int from) {
        for (int i = from; i < body.length; i++) {
            if (body[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the names of an answer that begins and ends as this one does.
     *
     * @param plain reads a whole answer; null for one that is not plain
     * @return null where the answers differ otherwise, or the answer is not plain
     */
    @Nullable List<String> changed(byte[] next, Function<byte[], @Nullable List<String>> plain) {
        int shift = next.length - body.length;
        int nextEnd = end + shift;
        boolean alike = nextEnd >= first && next[nextEnd] == ']' && Arrays.equals(body, 0, first, next, 0, first);
        if (!alike) {
            return null;
        }
        int same = Arrays.mismatch(body, first, end, next, first, nextEnd);
        int begin = same < 0 ? end : first + same;
        int from = nameAt(begin);
        int to = nameAfter(commonEnd(next, begin, nextEnd));
        int segmentEnd = to == starts.length ? nextEnd : starts[to] + shift - 1;
        List<String> read = plain.apply(answer(next, starts[from], segmentEnd, nextEnd));
        if (read == null) {
            return null;
        }
        return read.equals(names.subList(from, to)) ? names : joined(from, read, to);
    }

    /** The last name that begins at or before the byte. */
    private int nameAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /** The first name whose comma is at or behind the byte; one behind the last name where there is none. */
    private int nameAfter(int index) {
        int found = Arrays.binarySearch(starts, index + 1);
        return found >= 0 ? found : -found - 1;
    }

    /** The first byte of this list from which on both lists are the same; never before {@code begin} in either. */
    private int commonEnd(byte[] next, int begin, int nextEnd) {
        int ours = end;
        int theirs = nextEnd;
        while (ours > begin && theirs > begin && body[ours - 1] == next[theirs - 1]) {
            ours--;
            theirs--;
        }
        return ours;
    }

    /** The same answer with a part of its names only. */
    private byte[] answer(byte[] next, int from, int to, int nextEnd) {
        ByteArrayOutputStream part = new ByteArrayOutputStream(first + to - from + next.length - nextEnd);
        part.write(next, 0, first);
        part.write(next, from, to - from);
        part.write(next, nextEnd, next.length - nextEnd);
        return part.toByteArray();
    }

    private List<String> joined(int from, List<String> read, int to) {
        List<String> all = new ArrayList<>(names.size() + read.size());
        all.addAll(names.subList(0, from));
        all.addAll(read);
        all.addAll(names.subList(to, names.size()));
        return all;
    }
}
