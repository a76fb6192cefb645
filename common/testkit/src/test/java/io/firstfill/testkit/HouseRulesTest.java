package io.firstfill.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.sample.kafka.KafkaOrders;
import io.firstfill.sample.order.GoodOrder;
import io.firstfill.sample.order.OrderWiring;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule finds its own offenders among the samples, and neither the other offenders nor good classes. */
class HouseRulesTest {
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("io.firstfill.sample");
    private static final Set<Class<?>> GOOD = Set.of(GoodOrder.class, OrderWiring.class, KafkaOrders.class);

    static Stream<Arguments> offences() {
        return Stream.of(
                arguments("featuresKnowNoAdapter", HouseRules.featuresKnowNoAdapter, Set.of("KnowsAnAdapter")),
                arguments("featuresKnowNoTechnology", HouseRules.featuresKnowNoTechnology, Set.of("KnowsTechnology")),
                arguments(
                        "timeIsHandedIn",
                        HouseRules.timeIsHandedIn,
                        Set.of("ReadsTheClock", "RefersToTheClock", "ReadsMillis")),
                arguments("moneyHasNoFloatingFields", HouseRules.moneyHasNoFloatingFields, Set.of("FloatingField")),
                arguments(
                        "moneyHasNoFloatingReturnTypes",
                        HouseRules.moneyHasNoFloatingReturnTypes,
                        Set.of("FloatingField", "FloatingReturnType")),
                arguments("constructorsInject", HouseRules.constructorsInject, Set.of("BadInjection")),
                arguments("namesStateTheRole", HouseRules.namesStateTheRole, Set.of("OrderManager")),
                arguments("oneWayToLog", HouseRules.oneWayToLog, Set.of("UsesAnotherLogger", "Prints")),
                arguments("nobodySleeps", HouseRules.nobodySleeps, Set.of("Sleeps")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("offences")
    void aRuleFindsItsOffendersAndNobodyElse(String name, ArchRule rule, Set<String> offenders) {
        // Given one class per offence among good ones

        // When the rule looks at each of them alone
        Set<String> found = BAD.stream()
                .filter(type -> breaks(rule, type))
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());

        // Then it names its own offenders only
        assertThat(found).as(name).isEqualTo(offenders);
    }

    @Test
    void everyRuleIsProvedAboveAndAcceptsAGoodOrEmptyService() throws IllegalAccessException {
        // Given all rules a service gets
        List<ArchRule> rules = new ArrayList<>();
        for (Field field : HouseRules.class.getDeclaredFields()) {
            if (field.isAnnotationPresent(ArchTest.class) && field.get(null) instanceof ArchRule rule) {
                rules.add(rule);
            }
        }
        JavaClasses good = new ClassFileImporter().importClasses(GOOD);
        JavaClasses none = new ClassFileImporter().importClasses(Set.of());

        // Then none is unproved, and none reports a good class
        assertThat(offences().map(offence -> offence.get()[1])).containsExactlyInAnyOrderElementsOf(rules);
        assertThat(rules).allSatisfy(rule -> {
            assertThatCode(() -> rule.check(good)).doesNotThrowAnyException();
            assertThatCode(() -> rule.check(none)).doesNotThrowAnyException();
        });
    }

    private static boolean breaks(ArchRule rule, JavaClass type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type.reflect()))
                .hasViolation();
    }
}
