package io.firstfill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstfill.contract.order.Timeline;
import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * {@code common/doc/EVENTS.md} names every topic, every message type with its fields and every time of a timeline,
 * because people who write to these topics in other languages rely on it.
 */
class EventsDocumentTest {
    private static final Path DOCUMENT = Path.of("../doc/EVENTS.md");
    private static final Pattern FAMILY = Pattern.compile("## (\\S+) · (\\S+)");
    private static final Pattern MESSAGE = Pattern.compile("- \\*\\*([A-Z]\\w+)\\*\\*: .+ `([^`]+)`");
    private static final Pattern TIME = Pattern.compile("- `(\\w+\\??)` \\(.+");

    @Test
    void everyTypeIsDocumentedWithItsFieldsInOrder() throws IOException {
        var documented = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> family = new LinkedHashMap<>();
        for (String entry : entries()) {
            var heading = FAMILY.matcher(entry);
            var message = MESSAGE.matcher(entry);
            if (heading.matches()) {
                family = new LinkedHashMap<>();
                documented.put(heading.group(2), family);
            } else if (message.matches()) {
                family.put(message.group(1), message.group(2));
            }
        }

        var actual = new LinkedHashMap<String, Map<String, String>>();
        Families.ALL.forEach(root -> {
            var types = new LinkedHashMap<String, String>();
            Families.leaves(root).forEach(type -> types.put(type.getSimpleName(), fields(type)));
            actual.put(root.getSimpleName(), types);
        });

        assertThat(documented).isEqualTo(actual);
    }

    @Test
    void everyTopicIsDocumented() throws IOException {
        var names = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches("\\| [a-z-]+\\.v1 \\|.*"))
                .map(line -> line.substring(2, line.indexOf(' ', 2)))
                .toList();

        assertThat(names)
                .containsExactlyElementsOf(
                        Topics.all().stream().map(Topic::name).toList());
    }

    @Test
    void everyTimeOfATimelineIsDocumentedInOrder() throws IOException {
        List<String> documented = entries().stream()
                .flatMap(entry -> TIME.matcher(entry).results())
                .map(match -> match.group(1))
                .toList();

        assertThat(documented)
                .isEqualTo(Arrays.stream(Timeline.class.getRecordComponents())
                        .map(EventsDocumentTest::name)
                        .toList());
    }

    /** Returns the lines of the document; the continuation lines of a list entry are joined to its first line. */
    private static List<String> entries() throws IOException {
        List<String> entries = new ArrayList<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            if (line.startsWith("  ") && !entries.isEmpty()) {
                entries.set(entries.size() - 1, entries.getLast() + " " + line.strip());
            } else {
                entries.add(line);
            }
        }
        return entries;
    }

    /** Returns the fields as the document writes them, without {@code meta} and {@code environment}. */
    private static String fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .skip(2)
                .map(EventsDocumentTest::field)
                .collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        return name(component) + ": " + simple(component.getGenericType());
    }

    private static String name(RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        return component.getName() + (annotated.isAnnotationPresent(Nullable.class) ? "?" : "");
    }

    private static String simple(Type type) {
        return type.getTypeName().replaceAll("[a-z][a-z0-9]*\\.", "");
    }
}
