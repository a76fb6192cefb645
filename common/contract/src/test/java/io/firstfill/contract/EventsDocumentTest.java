package io.firstfill.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code common/doc/EVENTS.md} is read by people who write to these topics in other languages: it must be true. */
class EventsDocumentTest {
    private static final Path DOCUMENT = Path.of("../doc/EVENTS.md");
    private static final Pattern HEADING = Pattern.compile("## (\\S+) · (\\S+)");
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\w+) \\| (.*?) \\| .+ \\|");

    @Test
    void everyTypeIsDocumentedWithItsFieldsInOrder() throws IOException {
        var documented = new LinkedHashMap<String, Map<String, String>>();
        Map<String, String> family = new LinkedHashMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            var heading = HEADING.matcher(line);
            var row = ROW.matcher(line);
            if (heading.matches()) {
                family = new LinkedHashMap<>();
                documented.put(heading.group(2), family);
            } else if (row.matches()) {
                family.put(row.group(1), row.group(2));
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

    private static String fields(Class<?> type) {
        List<RecordComponent> own =
                Arrays.stream(type.getRecordComponents()).skip(2).toList();
        return own.stream().map(EventsDocumentTest::field).collect(Collectors.joining(", "));
    }

    private static String field(RecordComponent component) {
        AnnotatedType annotated = component.getAnnotatedType();
        String optional = annotated.isAnnotationPresent(Nullable.class) ? "?" : "";
        return component.getName() + optional + ": " + simple(component.getGenericType());
    }

    private static String simple(Type type) {
        return type.getTypeName().replaceAll("[a-z][a-z0-9]*\\.", "");
    }
}
