package io.firstfill.acceptance.hostile;

import java.util.List;

/**
 * One field that a caller of an API can set.
 *
 * @param path the name of a parameter; in a body the names from the outermost object down, where {@code *} is an
 *     element of a list
 */
record ApiField(Place place, List<String> path) {
    /** Where in a request a field stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER,
        BODY,
        /** The body as a whole. */
        WHOLE_BODY
    }

    ApiField {
        path = List.copyOf(path);
    }

    String name() {
        return path.isEmpty() ? "" : path.getLast();
    }
}
