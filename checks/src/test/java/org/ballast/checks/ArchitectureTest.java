package org.ballast.checks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The modules depend on each other as documented, and nothing goes around the streams that commands are given. */
class ArchitectureTest {
    private static final JavaClasses MAIN_CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.ballast");

    private static final String STATISTICS = "org.apache.commons.math3..";
    private static final String YAML = "org.snakeyaml.engine..";
    private static final String SOLVER = "ai.timefold..";
    private static final String CHARTS = "org.jetbrains.letsPlot..";

    /** Names of records that are read with their owner, as in {@code HostRefusal.Memory}. */
    private static final Set<String> SAID_TWICE = Set.of();

    private static final DescribedPredicate<JavaClass> HAS_MAIN = DescribedPredicate.describe(
            "have a main method",
            type -> type.getMethods().stream()
                    .anyMatch(method -> method.getName().equals("main")));

    @Test
    void modelDependsOnNothing() {
        allowed("model");
    }

    /**
     * No planning module knows the checker: what it approves cannot have been bent to it. Their poms do not list it.
     */
    @Test
    void plannerDependsOnTheModel() {
        allowed("planner", "org.ballast.model..");
    }

    /** Its sums are public to read, for the loops that weigh moves; entries are its own business. */
    @Test
    void onlyTheStateWritesItsSums() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.ballast.planner.state..")
                .should()
                .setFieldWhere(DescribedPredicate.describe(
                        "a field of the state",
                        access -> access.getTargetOwner().getPackageName().equals("org.ballast.planner.state")))
                .check(MAIN_CODE);
    }

    @Test
    void checkerDependsOnTheModel() {
        allowed("checker", "org.ballast.model..");
    }

    @Test
    void optimizerDependsOnTheModelAndThePlanner() {
        allowed("optimizer", "org.ballast.model..", "org.ballast.planner..");
    }

    @Test
    void capacityDependsOnTheModelAndThePlanner() {
        allowed("capacity", "org.ballast.model..", "org.ballast.planner..");
    }

    @Test
    void protocolDependsOnTheModel() {
        allowed("iallocator", "org.ballast.model..");
    }

    @Test
    void backendsDependOnTheModelAndTheProtocol() {
        allowed("backends", "org.ballast.model..", "org.ballast.iallocator..");
    }

    @Test
    void cliDependsOnWhatItShows() {
        allowed(
                "cli",
                "org.ballast.model..",
                "org.ballast.planner..",
                "org.ballast.backends..",
                "picocli..",
                "com.fasterxml.jackson.core..",
                "me.tongfei.progressbar..");
    }

    /** Not even on the model: it is told what to draw. */
    @Test
    void pagesDependOnTheChartLibrary() {
        allowed("pages", "javax.xml.stream..", CHARTS, "kotlin..");
    }

    @Test
    void hbalDependsOnTheLayersBelow() {
        tool(
                "hbal",
                "org.ballast.optimizer..",
                "org.ballast.checker..",
                "org.ballast.mobility..",
                "org.ballast.pages..",
                YAML,
                SOLVER);
    }

    /** It also never meets a library: a cluster manager waits for it. */
    @Test
    void hailDependsOnTheLayersBelow() {
        allowed(
                "hail",
                "org.ballast.model..",
                "org.ballast.checker..",
                "org.ballast.planner..",
                "org.ballast.iallocator..",
                "org.ballast.backends..",
                "org.ballast.cli..");
    }

    @Test
    void hspaceDependsOnTheLayersBelow() {
        allowed(
                "hspace",
                "org.ballast.model..",
                "org.ballast.checker..",
                "org.ballast.planner..",
                "org.ballast.capacity..",
                "org.ballast.backends..",
                "org.ballast.cli..",
                "org.ballast.pages..",
                "picocli..",
                "com.fasterxml.jackson.core..",
                STATISTICS);
    }

    @Test
    void onlyForecastsUseStatistics() {
        onlyIn("org.ballast.hspace.forecast..", STATISTICS);
    }

    @Test
    void onlyRulesAreWrittenInYaml() {
        onlyIn("org.ballast.hbal.rules..", YAML);
    }

    @Test
    void onlyOnePackageKnowsTheSolver() {
        onlyIn("org.ballast.hbal.timefold..", SOLVER);
    }

    @Test
    void onlyPagesDraw() {
        onlyIn("org.ballast.pages..", CHARTS, "kotlin..", "java.awt..");
    }

    @Test
    void mobilityDependsOnTheCheckerAndThePlanner() {
        allowed(
                "mobility",
                "org.ballast.model..",
                "org.ballast.checker..",
                "org.ballast.planner..",
                "org.ballast.cli.text..");
    }

    @Test
    void familyDependsOnTheLayersBelow() {
        tool("family", "org.ballast.checker..", "org.ballast.mobility..");
    }

    /** It packs the commands without knowing them. */
    @Test
    void installDependsOnNothing() {
        allowed("install");
    }

    @Test
    void testkitDependsOnTheModel() {
        allowed(
                "testkit",
                "org.ballast.model..",
                "org.ballast.checker..",
                "org.junit.jupiter..",
                "org.assertj..",
                "org.opentest4j..");
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.ballast.(**)").should().beFreeOfCycles().check(MAIN_CODE);
    }

    /**
     * Nested classes are named after their owner in addition, so two of them may share a name; but none may bear that
     * of a class that stands by itself.
     */
    @Test
    void noClassNameMeansTwoThings() {
        Map<String, List<String>> homes = MAIN_CODE.stream()
                .filter(type ->
                        !type.isAnonymousClass() && !type.getSimpleName().isEmpty())
                .filter(type -> type.isTopLevelClass() || !type.getModifiers().contains(JavaModifier.PRIVATE))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        JavaClass::getSimpleName,
                        TreeMap::new,
                        Collectors.mapping(JavaClass::getName, Collectors.toList())));
        homes.values().removeIf(names -> names.size() < 2 || names.stream().allMatch(name -> name.contains("$")));

        assertThat(homes.keySet()).as("%s", homes.values()).isSubsetOf(SAID_TWICE);
    }

    @Test
    void onlyMainsExit() {
        noClasses()
                .that(DescribedPredicate.not(HAS_MAIN))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(MAIN_CODE);
    }

    @Test
    void onlyMainsUseTheStandardStreams() {
        noClasses()
                .that(DescribedPredicate.not(HAS_MAIN))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN_CODE);
    }

    @Test
    void mainCodeDoesNotLog() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(MAIN_CODE);
    }

    @Test
    void everyPackageIsNullMarked() {
        Set<String> unmarked = new TreeSet<>();
        for (JavaClass type : MAIN_CODE) {
            JavaPackage home = type.getPackage();
            if (home.tryGetAnnotationOfType(NullMarked.class).isEmpty()) {
                unmarked.add(home.getName());
            }
        }
        assertThat(unmarked).as("packages without a @NullMarked package-info").isEmpty();
    }

    private static void tool(String module, String... more) {
        List<String> others = new ArrayList<>(List.of(
                "org.ballast.model..",
                "org.ballast.planner..",
                "org.ballast.backends..",
                "org.ballast.cli..",
                "picocli..",
                "com.fasterxml.jackson.core..",
                "me.tongfei.progressbar.."));
        Collections.addAll(others, more);
        allowed(module, others.toArray(String[]::new));
    }

    private static void onlyIn(String home, String... libraries) {
        noClasses()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(libraries)
                .check(MAIN_CODE);
    }

    private static void allowed(String module, String... others) {
        String own = "org.ballast." + module + "..";
        classes()
                .that()
                .resideInAPackage(own)
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(own, "java..", "org.jspecify.annotations..")
                        .or(resideInAnyPackage(others)))
                .check(MAIN_CODE);
    }
}
