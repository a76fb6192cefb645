package io.firstfill.scanner.observation;

import io.firstfill.contract.value.Pair;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of an answer that could not be represented and was left out.
 *
 * @param rows number of rows
 * @param reason why the first of them was left out; null when none was
 * @param names the coins or symbols of those rows, where they could be read: a row left out is not a row that is gone
 * @param statuses words for the status of a pair that are not known; the pairs themselves are read, as not open
 */
public record Unread(int rows, @Nullable String reason, Set<String> names, Set<String> statuses) {

    public static final Unread NOTHING = new Unread(0, null, Set.of(), Set.of());

    public Unread {
        names = Set.copyOf(names);
        statuses = Set.copyOf(statuses);
    }

    /** The symbols shown, together with those whose rows were left out. */
    public Set<String> and(Set<String> shown) {
        return names.isEmpty() ? shown : and(shown.stream());
    }

    /** As {@link #and(Set)}. */
    public Set<String> and(Stream<String> shown) {
        return Stream.concat(shown, names.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns whether a row that was left out is about the pair, as far as can be seen. */
    public boolean mayBe(Pair pair) {
        return names.contains(pair.symbol()) || names.contains(pair.base().code());
    }
}
