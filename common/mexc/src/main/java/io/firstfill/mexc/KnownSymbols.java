package io.firstfill.mexc;

import static java.nio.charset.StandardCharsets.UTF_8;

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
        byte[] text = name.getBytes(UTF_8);
        return Arrays.equals(body, from, to, text, 0, text.length); // an escape is longer than its letter
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
     * Returns this answer's successor: an answer that begins and ends as this one does.
     *
     * @param plain reads the names of a whole answer; null for one that is not plain
     * @return null where the answers differ otherwise, or the answer is not plain
     */
    @Nullable KnownSymbols next(byte[] next, Function<byte[], @Nullable List<String>> plain) {
        int shift = next.length - body.length;
        int nextEnd = end + shift;
        boolean alike = nextEnd >= first && next[nextEnd] == ']' && Arrays.equals(body, 0, first, next, 0, first);
        if (!alike) {
            return null;
        }
        int same = Arrays.mismatch(body, first, end, next, first, nextEnd);
        int from = nameAt(same < 0 ? end : first + same);
        int to = sameFrom(next, from, shift);
        int segmentEnd = to == starts.length ? nextEnd : starts[to] + shift - 1;
        List<String> read = plain.apply(answer(next, starts[from], segmentEnd, nextEnd));
        if (read == null || read.equals(names.subList(from, to))) {
            return read == null ? null : this;
        }
        List<String> all = joined(names.subList(0, from), read, names.subList(to, names.size()));
        ApiSymbols result = successor(all, read);
        int[] moved = moved(from, read, to, shift, segmentEnd);
        if (result == null || moved == null) {
            return null;
        }
        return new KnownSymbols(next, first, nextEnd, moved, all, result);
    }

    /** Returns null where a new name is no name, or a name occurs twice. */
    private @Nullable ApiSymbols successor(List<String> all, List<String> read) {
        try {
            return symbols.successor(all, read);
        } catch (IllegalArgumentException odd) {
            return null;
        }
    }

    /**
     * Returns where the names stand when those between the two are replaced.
     *
     * @return null where the new ones are not written compactly: each takes the bytes of its letters, two quotes and a
     *     comma
     */
    private int @Nullable [] moved(int from, List<String> read, int to, int shift, int segmentEnd) {
        int[] moved = new int[from + read.size() + starts.length - to];
        System.arraycopy(starts, 0, moved, 0, from);
        int at = starts[from];
        for (int i = 0; i < read.size(); i++) {
            moved[from + i] = at;
            at += read.get(i).getBytes(UTF_8).length + 3;
        }
        for (int i = to; i < starts.length; i++) {
            moved[from + read.size() + i - to] = starts[i] + shift;
        }
        return read.isEmpty() || at != segmentEnd + 1 ? null : moved;
    }

    /** The last name that begins at or before the byte. */
    private int nameAt(int index) {
        int found = Arrays.binarySearch(starts, index);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    /**
     * The name from which on, its comma included, both lists are the same; one behind the last where there is none.
     * More than one change is not looked for: all behind the first is read then.
     */
    private int sameFrom(byte[] next, int from, int shift) {
        for (int name = Math.max(1, from); name <= from + 1 && name < starts.length; name++) {
            int comma = starts[name] - 1;
            boolean behind = comma + shift > starts[from];
            if (behind && Arrays.equals(body, comma, end, next, comma + shift, end + shift)) {
                return name;
            }
        }
        return starts.length;
    }

    /** The same answer with a part of its names only. */
    private byte[] answer(byte[] next, int from, int to, int nextEnd) {
        ByteArrayOutputStream part = new ByteArrayOutputStream(first + to - from + next.length - nextEnd);
        part.write(next, 0, first);
        part.write(next, from, to - from);
        part.write(next, nextEnd, next.length - nextEnd);
        return part.toByteArray();
    }

    private static List<String> joined(List<String> before, List<String> read, List<String> after) {
        List<String> all = new ArrayList<>(before.size() + read.size() + after.size());
        all.addAll(before);
        all.addAll(read);
        all.addAll(after);
        return all;
    }
}
