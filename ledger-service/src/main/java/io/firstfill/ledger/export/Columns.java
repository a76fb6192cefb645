package io.firstfill.ledger.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.firstfill.ledger.query.OrderTimes;
import io.firstfill.ledger.query.result.SellTimes;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The fields of an item of the read API, in their order. A value is passed on as the database has written it, decimals
 * with every digit; only times are brought to UTC with a Z. Columns of a CSV are the fields, those of a nested record
 * as {@code name.field}.
 */
final class Columns {
    private final List<Column> columns;

    private record Column(String name, boolean time, List<Column> nested) {}

    private Columns(List<Column> columns) {
        this.columns = columns;
    }

    static Columns of(Class<?> item) {
        return new Columns(columns(item));
    }

    private static List<Column> columns(Class<?> item) {
        return Arrays.stream(item.getRecordComponents()).map(Columns::column).toList();
    }

    private static Column column(RecordComponent component) {
        Class<?> type = component.getType();
        boolean times = type == OrderTimes.class || type == SellTimes.class;
        return new Column(component.getName(), type == Instant.class, times ? columns(type) : List.of());
    }

    /** Returns the names of the columns of a CSV. */
    List<String> names() {
        return columns.stream().flatMap(Columns::names).toList();
    }

    private static Stream<String> names(Column column) {
        return column.nested().isEmpty()
                ? Stream.of(column.name())
                : column.nested().stream().map(nested -> column.name() + "." + nested.name());
    }

    /** Returns the item with these fields in this order, without those that are null. */
    ObjectNode object(JsonNode item) {
        return object(columns, item);
    }

    private static ObjectNode object(List<Column> columns, JsonNode item) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Column column : columns) {
            JsonNode value = item.path(column.name());
            if (!value.isNull() && !value.isMissingNode()) {
                object.set(
                        column.name(),
                        column.nested().isEmpty() ? value(column, value) : object(column.nested(), value));
            }
        }
        return object;
    }

    /** Returns the cells of the item, empty where a field is null. */
    List<String> cells(JsonNode item) {
        List<String> cells = new ArrayList<>();
        for (Column column : columns) {
            JsonNode value = item.path(column.name());
            if (column.nested().isEmpty()) {
                cells.add(text(value(column, value)));
            } else {
                column.nested().forEach(nested -> cells.add(text(value(nested, value.path(nested.name())))));
            }
        }
        return cells;
    }

    private static JsonNode value(Column column, JsonNode value) {
        return column.time() && value.isTextual()
                ? JsonNodeFactory.instance.textNode(UtcText.of(value.textValue()))
                : value;
    }

    private static String text(JsonNode value) {
        if (value.isNull() || value instanceof MissingNode) {
            return "";
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
