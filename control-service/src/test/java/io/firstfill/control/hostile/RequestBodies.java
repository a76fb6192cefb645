package io.firstfill.control.hostile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Puts a value at a field's path into a body. */
final class RequestBodies {
    private RequestBodies() {}

    /** @param placeholder a JSON string, with its quotes */
    static String with(ObjectNode least, String path, String placeholder) {
        String text = placeholder.substring(1, placeholder.length() - 1);
        String[] steps = path.split("\\.", -1);
        ObjectNode at = least;
        for (int i = 0; i < steps.length - 1; i++) {
            at = at.withObject("/" + steps[i]);
        }
        String last = steps[steps.length - 1];
        if (last.endsWith("[0]")) {
            ArrayNode list = at.putArray(last.substring(0, last.length() - 3));
            list.add(text);
        } else {
            at.put(last, text);
        }
        return least.toString();
    }
}
