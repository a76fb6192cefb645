package io.firstfill.service.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/**
 * States which fields a record has, and which of them are always there: those that are not {@code @Nullable}. A null is
 * never written, so the other ones are left out.
 */
final class RecordSchemas {
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
    private static final DotName SCHEMA =
            DotName.createSimple("org.eclipse.microprofile.openapi.annotations.media.Schema");
    private static final DotName WRITTEN_AS_VALUE = DotName.createSimple("com.fasterxml.jackson.annotation.JsonValue");
    private static final DotName IGNORED = DotName.createSimple("com.fasterxml.jackson.annotation.JsonIgnore");
    private static final String OURS = "io.firstfill.";

    private final Map<String, List<ClassInfo>> records;

    RecordSchemas(IndexView index) {
        records = index.getKnownClasses().stream()
                .filter(ClassInfo::isRecord)
                .filter(type -> type.name().toString().startsWith(OURS))
                // Composed of several indexes, which know some classes twice.
                .collect(Collectors.toMap(ClassInfo::name, Function.identity(), (one, same) -> one))
                .values()
                .stream()
                .collect(Collectors.groupingBy(RecordSchemas::name));
    }

    private static String name(ClassInfo type) {
        return Optional.ofNullable(type.declaredAnnotation(SCHEMA))
                .map(annotation -> annotation.value("name"))
                .map(AnnotationValue::asString)
                .orElseGet(type::simpleName);
    }

    void require(Components components) {
        components.getSchemas().forEach((name, schema) -> {
            if (schema.getProperties() != null && !Problems.NAMES.contains(name)) {
                require(name, schema, record(name, schema.getProperties().keySet()));
            }
        });
    }

    private ClassInfo record(String name, Set<String> fields) {
        String named = name.startsWith("Page") && !records.containsKey(name) ? "Page" : name;
        List<ClassInfo> fitting = records.getOrDefault(named, List.of()).stream()
                .filter(type -> fields.containsAll(components(type)))
                .toList();
        int most =
                fitting.stream().mapToInt(type -> components(type).size()).max().orElse(0);
        List<ClassInfo> found =
                fitting.stream().filter(type -> components(type).size() == most).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(
                    "One record must be named " + name + " and have the fields " + fields + "; there are " + found
                            + ": what is sent is a record, and @Schema(name = …) gives it another name");
        }
        return found.getFirst();
    }

    private static Set<String> components(ClassInfo type) {
        return written(type).map(RecordComponentInfo::name).collect(Collectors.toSet());
    }

    private static Stream<RecordComponentInfo> written(ClassInfo type) {
        return type.recordComponents().stream()
                .filter(component -> !type.field(component.name()).hasAnnotation(IGNORED));
    }

    private static void require(String name, Schema schema, ClassInfo type) {
        if (type.hasAnnotation(WRITTEN_AS_VALUE)) {
            throw new IllegalStateException(name + " is written as one value: state its form in ValueSchemas");
        }
        // A method that looks like a getter is none in a record.
        Map<String, Schema> fields = new LinkedHashMap<>(schema.getProperties());
        fields.keySet().retainAll(components(type));
        schema.setProperties(fields);
        Set<String> required =
                new TreeSet<>(Optional.ofNullable(schema.getRequired()).orElse(List.of()));
        written(type)
                .filter(component -> component.type().annotation(NULLABLE) == null)
                .map(RecordComponentInfo::name)
                .forEach(required::add);
        schema.setRequired(List.copyOf(required));
    }
}
