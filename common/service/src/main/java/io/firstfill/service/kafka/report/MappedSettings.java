package io.firstfill.service.kafka.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of settings from the object of their {@link ConfigMapping}: as the service uses them, with the
 * defaults of this build, which no source of the configuration names.
 */
final class MappedSettings {
    private final Map<String, String> values = new TreeMap<>();

    private MappedSettings() {}

    /** Returns the values of a mapping by their names. */
    static Map<String, String> of(Class<?> mapping, Object settings) {
        MappedSettings mapped = new MappedSettings();
        mapped.read(mapping.getAnnotation(ConfigMapping.class).prefix(), mapping, settings);
        return mapped.values;
    }

    private void read(String prefix, Class<?> group, Object settings) {
        for (Method method : group.getMethods()) {
            if (method.getParameterCount() == 0 && Modifier.isAbstract(method.getModifiers())) {
                take(prefix + "." + name(method), method.getReturnType(), value(method, settings));
            }
        }
    }

    private void take(String name, Class<?> type, @Nullable Object value) {
        if (value instanceof Optional<?> optional) {
            optional.ifPresent(present -> take(name, present.getClass(), present));
        } else if (value != null && type.isInterface() && type.getName().startsWith("io.firstfill.")) {
            read(name, type, value);
        } else if (value != null) {
            values.put(name, text(value));
        }
    }

    private static String text(Object value) {
        return switch (value) {
            case BigDecimal decimal -> decimal.toPlainString();
            case Collection<?> several ->
                several.stream().map(MappedSettings::text).sorted().collect(Collectors.joining(","));
            default -> value.toString();
        };
    }

    private static String name(Method method) {
        WithName stated = method.getAnnotation(WithName.class);
        return stated == null ? StringUtil.skewer(method.getName()) : stated.value();
    }

    private static @Nullable Object value(Method method, Object settings) {
        try {
            method.setAccessible(true);
            return method.invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a setting cannot be read: " + method.getName(), e);
        }
    }
}
