package io.firstfill.testkit;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.firstfill.testkit.source.SourceRules;

/**
 * The rules the build enforces in every service: the fields below on the bytecode, {@link SourceRules} on the sources.
 *
 * <pre>{@code
 * @AnalyzeClasses(packages = "io.firstfill.trader", importOptions = ImportOption.DoNotIncludeTests.class)
 * class ArchitectureTest {
 *     @ArchTest
 *     static final ArchTests house = ArchTests.in(HouseRules.class);
 * }
 * }</pre>
 *
 * An adapter is a package named for the technology it speaks to; everything else in a service is a feature. Classes
 * that only put the parts together are called {@code …Wiring} or hold CDI producers, and may see both sides. Every
 * feature may use what {@code common/service} offers, so its packages are adapters only for the rules they must keep
 * themselves.
 */
public final class HouseRules {
    private static final DescribedPredicate<JavaClass> NAMED_FOR_TECHNOLOGY = resideInAnyPackage(
            "io.firstfill.*..kafka..",
            "io.firstfill.*..mexc..",
            "io.firstfill.*..postgres..",
            "io.firstfill.*..web..",
            "io.firstfill.*..vault..",
            "io.firstfill.*..metrics..");

    private static final DescribedPredicate<JavaClass> ADAPTER = NAMED_FOR_TECHNOLOGY
            .and(not(resideInAPackage("io.firstfill.service..")))
            .as("adapters");

    private static final DescribedPredicate<JavaClass> TECHNOLOGY = resideInAnyPackage(
                    "io.vertx.core.http..",
                    "io.vertx.ext.web..",
                    "io.vertx.mutiny.core.http..",
                    "io.vertx.mutiny.ext.web..",
                    "java.net.http..",
                    "org.apache.kafka..",
                    "io.smallrye.reactive.messaging..",
                    "org.eclipse.microprofile.reactive.messaging..",
                    "io.vertx.pgclient..",
                    "io.vertx.sqlclient..",
                    "io.vertx.mutiny.pgclient..",
                    "io.vertx.mutiny.sqlclient..",
                    "org.postgresql..",
                    "java.sql..",
                    "javax.sql..",
                    "io.quarkus.vault..",
                    "jakarta.ws.rs..",
                    "org.jboss.resteasy..")
            .as("a client, a driver or a web framework");

    private static final DescribedPredicate<JavaClass> FEATURE =
            not(NAMED_FOR_TECHNOLOGY).and(not(HousePredicates.WIRING)).as("features");

    @ArchTest
    public static final ArchTests sources = ArchTests.in(SourceRules.class);

    @ArchTest
    public static final ArchRule featuresKnowNoAdapter = noClasses()
            .that(FEATURE)
            .should()
            .dependOnClassesThat(ADAPTER)
            .because("a feature must be readable and testable without its technology: give the feature a port")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule featuresKnowNoTechnology = noClasses()
            .that(FEATURE)
            .should()
            .dependOnClassesThat(TECHNOLOGY)
            .because("technology belongs in an adapter package")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule timeIsHandedIn = noClasses()
            .that(FEATURE)
            .should()
            .accessTargetWhere(HousePredicates.READING_THE_CLOCK)
            .because("a decision must give the same answer in a test and in a replay: take an InstantSource")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule moneyHasNoFloatingFields = noFields()
            .that()
            .areDeclaredInClassesThat(FEATURE)
            .should()
            .haveRawType(HousePredicates.FLOATING)
            .because("money, prices and quantities are decimal values")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule moneyHasNoFloatingReturnTypes = noMethods()
            .that(HousePredicates.WRITTEN_BY_HAND)
            .and()
            .areDeclaredInClassesThat(FEATURE)
            .should()
            .haveRawReturnType(HousePredicates.FLOATING)
            .because("money, prices and quantities are decimal values")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule constructorsInject = noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
            .orShould()
            .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
            .because("what a class needs is in its constructor, and its fields are final")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule namesStateTheRole = noClasses()
            .that(HousePredicates.NAMED)
            .should()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Base")
            .because("a class is named for its role")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule oneWayToLog = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("java.util.logging.."))
            .orShould()
            .accessTargetWhere(HousePredicates.PRINTING)
            .because("log lines carry keys and go through the service's logging")
            .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule nobodySleeps = noClasses()
            .should()
            .accessTargetWhere(HousePredicates.SLEEPING)
            .because("a sleeping thread cannot be stopped or tested: schedule instead")
            .allowEmptyShould(true);

    private HouseRules() {}
}
