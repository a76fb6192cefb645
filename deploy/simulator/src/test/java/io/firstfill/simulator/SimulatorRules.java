package io.firstfill.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import java.util.Arrays;
import java.util.List;

/**
 * The rules that the simulator has beyond those of the house: it shares no code with the other modules, each package
 * knows only the packages listed here, and HTTP stays in the packages for a protocol.
 */
final class SimulatorRules {

    private static final String ROOT = "io.firstfill.simulator";

    /** A row per package: its name, a colon, and the packages it may know. The root package has the name "root". */
    private static final List<String> MAY_KNOW = List.of(
            "json:",
            "clock:",
            "book:",
            "behaviour: json",
            "fault: json",
            "account: behaviour clock",
            "market: book",
            "listing: behaviour clock market",
            "order: account behaviour book clock json listing market",
            "marketmaker: account behaviour book clock listing market order",
            "exchange: account behaviour book clock json listing market marketmaker order",
            "rest: account behaviour book clock exchange fault json listing market order",
            "stream: account behaviour book clock exchange fault json listing market order",
            "control: account behaviour book clock exchange fault json listing market order rest stream",
            "root: control exchange fault json rest stream");

    @ArchTest
    static final ArchRule noSharedCode = noClasses()
            .that()
            .resideInAPackage(ROOT + "..")
            .should()
            .dependOnClassesThat(resideInAPackage("io.firstfill..").and(resideOutsideOfPackage(ROOT + "..")))
            .because("the simulator is a second reading of the exchange's documents:"
                    + " a misreading in common/mexc shows as a failing scenario only when it is not shared");

    @ArchTest
    static final ArchRule packagesKnowOnlyTheListedOnes = packagesKnowOnlyTheListedOnes();

    @ArchTest
    static final ArchRule noCycles = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("a package can be read after those it knows");

    @ArchTest
    static final ArchRule httpInProtocolPackages = noClasses()
            .that()
            .resideOutsideOfPackages(ROOT + ".rest", ROOT + ".stream", ROOT + ".control")
            .and()
            .doNotBelongToAnyOf(Simulator.class)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx..", "io.netty..", "java.net.http..")
            .because("the exchange is readable and testable without its protocols");

    private SimulatorRules() {}

    private static ArchRule packagesKnowOnlyTheListedOnes() {
        LayeredArchitecture layers =
                layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String row : MAY_KNOW) {
            String name = name(row);
            layers = layers.layer(name).definedBy(name.equals("root") ? ROOT : ROOT + "." + name);
        }
        for (String row : MAY_KNOW) {
            String[] known = known(row);
            layers = known.length == 0
                    ? layers.whereLayer(name(row)).mayNotAccessAnyLayer()
                    : layers.whereLayer(name(row)).mayOnlyAccessLayers(known);
        }
        return layers.ensureAllClassesAreContainedInArchitecture()
                .because("a new dependency between packages is a decision, and changes the list");
    }

    private static String name(String row) {
        return row.substring(0, row.indexOf(':'));
    }

    private static String[] known(String row) {
        return Arrays.stream(row.substring(row.indexOf(':') + 1).split(" ", -1))
                .filter(name -> !name.isEmpty())
                .toArray(String[]::new);
    }
}
