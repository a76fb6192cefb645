package io.firstfill.contract;

import io.firstfill.contract.configuration.Ratio;
import io.firstfill.contract.exit.SellFilled;
import io.firstfill.contract.id.EnvironmentId;
import io.firstfill.contract.order.OrderFilled;
import io.firstfill.contract.value.Asset;
import io.firstfill.contract.value.Pair;
import io.firstfill.contract.value.RecordPlace;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Builds one fixed instance of any contract type. Every component is filled, so that golden files show every field. */
final class Samples {
    private static final Instant AT = Instant.parse("2026-11-22T12:00:00.023456Z");

    private static final Set<String> SHARES = Set.of("share", "below", "floor");

    private Samples() {}

    static Object of(Class<?> type) {
        return build(type, type.getSimpleName());
    }

    private static Object value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Object element = value(generic.getActualTypeArguments()[0], name);
            if (generic.getRawType() == Map.class) {
                return Map.of(element, value(generic.getActualTypeArguments()[1], name));
            }
            return generic.getRawType() == Set.class ? Set.of(element) : List.of(element);
        }
        return build((Class<?>) type, name);
    }

    private static Object build(Class<?> type, String name) {
        return switch (type.getSimpleName()) {
            case "String" -> name;
            case "int", "Integer" -> 3;
            case "long", "Long" -> 7L;
            case "boolean", "Boolean" -> true;
            case "Instant" -> AT;
            case "Duration" -> Duration.ofMillis(1500);
            case "UUID" -> UUID.nameUUIDFromBytes(new byte[] {1});
            case "BigDecimal" -> new BigDecimal("12.50");
            case "Asset" -> Asset.of("NEWT");
            case "RecordPlace" -> new RecordPlace("orders.v1", 2, 4711);
            case "Pair" -> Pair.of("NEWT/USDT");
            case "EnvironmentId" -> EnvironmentId.of("paper");
            case "OrderEvent" -> of(OrderFilled.class);
            case "ExitEvent" -> of(SellFilled.class);
            case "Ratio" -> Ratio.of(SHARES.contains(name) ? "0.5" : "12.5");
            default -> type.isEnum() ? type.getEnumConstants()[0] : record(type);
        };
    }

    private static Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] values = Arrays.stream(components)
                .map(c -> value(c.getGenericType(), c.getName()))
                .toArray();
        try {
            Constructor<?> canonical = type.getDeclaredConstructor(types);
            return canonical.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample for " + type, e);
        }
    }
}
