package io.firstfill.testkit;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitReferenceTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;
import java.util.Set;

/** The predicates that {@link HouseRules} combines. */
final class HousePredicates {
    private static final Set<String> FLOATING_TYPES = Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    static final DescribedPredicate<JavaClass> WIRING = DescribedPredicate.describe(
            "wiring",
            type -> outermost(type).getSimpleName().endsWith("Wiring")
                    || type.getMethods().stream()
                            .anyMatch(method -> method.isAnnotatedWith("jakarta.enterprise.inject.Produces")));

    static final DescribedPredicate<JavaClass> NAMED = DescribedPredicate.describe(
            "have a name in the source",
            type -> !type.isAnonymousClass() && !type.getModifiers().contains(JavaModifier.SYNTHETIC));

    static final DescribedPredicate<JavaClass> FLOATING = DescribedPredicate.describe(
            "a floating-point type",
            type -> FLOATING_TYPES.contains(type.getBaseComponentType().getName()));

    static final DescribedPredicate<JavaMethod> WRITTEN_BY_HAND = DescribedPredicate.describe(
            "are written by hand", method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC));

    static final DescribedPredicate<JavaAccess<?>> READING_THE_CLOCK =
            DescribedPredicate.describe("the target reads the machine's clock", HousePredicates::readsTheClock);

    static final DescribedPredicate<JavaAccess<?>> PRINTING = DescribedPredicate.describe(
            "the target is System.out, System.err or printStackTrace",
            access -> is(access, "java.lang.System", "out")
                    || is(access, "java.lang.System", "err")
                    || access.getTarget().getName().equals("printStackTrace"));

    static final DescribedPredicate<JavaAccess<?>> SLEEPING = DescribedPredicate.describe(
            "the target is Thread.sleep", access -> is(access, "java.lang.Thread", "sleep"));

    private HousePredicates() {}

    private static boolean readsTheClock(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getTarget().getName();
        return switch (owner) {
            case "java.lang.System" -> name.equals("currentTimeMillis");
            case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
            case "java.time.InstantSource" -> name.equals("system");
            case "java.util.Date" ->
                name.equals("<init>") && parameters(access.getTarget()).isEmpty();
            default -> owner.startsWith("java.time.") && name.equals("now") && !takesAClock(access.getTarget());
        };
    }

    private static boolean takesAClock(AccessTarget target) {
        return parameters(target).stream().anyMatch(type -> type.getName().equals("java.time.Clock"));
    }

    private static List<JavaClass> parameters(AccessTarget target) {
        return switch (target) {
            case CodeUnitCallTarget call -> call.getRawParameterTypes();
            case CodeUnitReferenceTarget reference -> reference.getRawParameterTypes();
            default -> List.of();
        };
    }

    private static boolean is(JavaAccess<?> access, String owner, String name) {
        return access.getTargetOwner().getName().equals(owner)
                && access.getTarget().getName().equals(name);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(HousePredicates::outermost).orElse(type);
    }
}
