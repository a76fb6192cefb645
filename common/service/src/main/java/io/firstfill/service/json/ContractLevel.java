package io.firstfill.service.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.firstfill.contract.Message;
import io.firstfill.contract.level.Since;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The level of the contract that every reader knows. A constant of a higher level is written as the older constant that
 * its {@link Since} names; a message type of a higher level is not written.
 *
 * @param level from 1
 */
record ContractLevel(int level) {
    ContractLevel {
        if (level < 1) {
            throw new IllegalArgumentException("firstfill.contract.level must be 1 or more");
        }
    }

    boolean allows(Class<? extends Message> type) {
        Since since = type.getAnnotation(Since.class);
        return since == null || since.value() <= level;
    }

    /** Returns a module whose serializers replace the constants above this level. */
    SimpleModule module() {
        SimpleModule module = new SimpleModule("contract-level");
        module.setSerializerModifier(new BeanSerializerModifier() {
            private static final long serialVersionUID = 1L;

            @Override
            public JsonSerializer<?> modifyEnumSerializer(
                    SerializationConfig config,
                    JavaType type,
                    BeanDescription description,
                    JsonSerializer<?> standard) {
                Map<Enum<?>, String> names = replaced(type.getRawClass());
                return names.isEmpty() ? standard : new ConstantWriter(names);
            }
        });
        return module;
    }

    private Map<Enum<?>, String> replaced(Class<?> type) {
        Map<Enum<?>, String> names = new HashMap<>();
        for (Object constant : type.getEnumConstants()) {
            Since since = since((Enum<?>) constant);
            if (since != null && since.value() > level) {
                names.put((Enum<?>) constant, since.instead());
            }
        }
        return names;
    }

    private static @Nullable Since since(Enum<?> constant) {
        return Arrays.stream(constant.getDeclaringClass().getFields())
                .filter(field -> field.getName().equals(constant.name()))
                .findFirst()
                .map(field -> field.getAnnotation(Since.class))
                .orElse(null);
    }

    private static final class ConstantWriter extends StdScalarSerializer<Enum<?>> {
        private static final long serialVersionUID = 1L;
        private final transient Map<Enum<?>, String> replaced;

        ConstantWriter(Map<Enum<?>, String> replaced) {
            super(Enum.class, false);
            this.replaced = replaced;
        }

        @Override
        public void serialize(Enum<?> constant, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(replaced.getOrDefault(constant, constant.name()));
        }
    }
}
