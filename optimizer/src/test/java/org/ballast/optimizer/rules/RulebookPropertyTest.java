package org.ballast.optimizer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.ballast.checker.PlanChecker;
import org.ballast.checker.RuleChecker;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.rules.PlacementRule;
import org.ballast.testkit.Dice;
import org.ballast.testkit.RandomClusters;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rulebook and the checker, which share no code, agree on random clusters with random rules. */
class RulebookPropertyTest {
    private static final int STEPS = 60;

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    private Cluster cluster;
    private RandomRules random;
    private List<PlacementRule> rules;
    private RuleChecker checker;
    private Rulebook book;
    private List<Placement> now;

    @ParameterizedTest
    @MethodSource("seeds")
    void violationsAreThoseThatTheCheckerCounts(long seed) {
        if (!start(seed)) {
            return;
        }
        assertThat(book.broken()).isEqualTo(checker.broken(now));
        for (int k = 0; k < STEPS; k++) {
            Plan.Step step = random.step(now);
            Rulebook other = book.copy();
            go(step);
            assertThat(book.broken()).isEqualTo(checker.broken(now));
            other.place(step.move().instance(), step.to().primary(), step.to().secondary());
            assertThat(other.violations()).isEqualTo(book.violations());
            assertThat(other.broken()).isEqualTo(book.broken());
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theRiseEqualsTheChangeByPlacing(long seed) {
        if (!start(seed)) {
            return;
        }
        for (int k = 0; k < STEPS; k++) {
            Plan.Step step = random.step(now);
            int instance = step.move().instance();
            int before = book.violations();
            int rise = book.rise(instance, step.to().primary(), step.to().secondary());
            go(step);
            assertThat(book.violations()).isEqualTo(before + rise);
            assertThat(rise == 0 || book.hasRules(instance)).isTrue();
            assertThat(book.rise(instance, step.from().primary(), step.from().secondary()))
                    .isEqualTo(-rise);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void violationsNoWorseThanTheStartWeighTheirCount(long seed) {
        if (!start(seed)) {
            return;
        }
        int counted =
                book.broken().stream().mapToInt(broken -> broken.violations()).sum();
        assertThat(book.violations()).isEqualTo(counted);
        for (int k = 0; k < STEPS; k++) {
            Plan.Step step = random.step(now);
            int instance = step.move().instance();
            if (book.rise(instance, step.to().primary(), step.to().secondary()) <= 0) {
                go(step);
                List<PlacementRule> served = new Rulebook(cluster, rules).rulesServed(instance, step.to());
                assertThat(rules).containsAll(served);
            }
        }
        assertThat(book.violations()).isLessThanOrEqualTo(counted);
        assertThat(book.violations())
                .isEqualTo(book.broken().stream()
                        .mapToInt(broken -> broken.violations())
                        .sum());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theCheckerAcceptsAllMovesThatAreNotForbidden(long seed) {
        if (!start(seed)) {
            return;
        }
        List<Plan.Step> plan = new ArrayList<>();
        for (int k = 0; k < STEPS; k++) {
            Plan.Step step = random.step(now);
            List<Plan.Step> attempt = new ArrayList<>(plan);
            attempt.add(step);
            boolean refused = checker.check(attempt).violations().stream()
                    .anyMatch(violation -> violation instanceof PlanChecker.Violation.OfStep);
            assertThat(book.forbids(
                            step.move().instance(),
                            step.to().primary(),
                            step.to().secondary()))
                    .isEqualTo(refused);
            if (!refused) {
                plan.add(step);
                go(step);
            }
        }
    }

    /** Steps taken as soon as none they must follow is left, in sets: the checker accepts each, in any inner order. */
    @ParameterizedTest
    @MethodSource("seeds")
    void independentStepsMayBeTakenInAnyOrder(long seed) {
        if (!start(seed)) {
            return;
        }
        follow(random.tightRules());
        List<Plan.Step> plan = new ArrayList<>();
        for (int k = 0; k < STEPS; k++) {
            Plan.Step step = random.step(now);
            boolean isNew = plan.stream()
                    .noneMatch(other -> other.move().instance() == step.move().instance());
            if (isNew
                    && !book.forbids(
                            step.move().instance(),
                            step.to().primary(),
                            step.to().secondary())) {
                plan.add(step);
                go(step);
            }
        }
        List<List<Plan.Step>> jobsets = new ArrayList<>();
        List<Plan.Step> left = new ArrayList<>(plan);
        while (!left.isEmpty()) {
            List<Plan.Step> ready = left.stream()
                    .filter(step -> left.subList(0, left.indexOf(step)).stream()
                            .noneMatch(earlier -> book.mustFollow(step, earlier)))
                    .toList();
            List<Plan.Step> jobset =
                    random.dice().shuffled(ready).subList(0, random.dice().between(1, ready.size()));
            jobsets.add(List.copyOf(jobset));
            left.removeAll(jobset);
        }
        assertThat(checker.checkJobsets(jobsets).violations())
                .filteredOn(violation -> violation instanceof PlanChecker.Violation.OfStep)
                .isEmpty();
    }

    private boolean start(long seed) {
        cluster = RandomClusters.of(seed);
        if (cluster.instances().isEmpty()) {
            return false;
        }
        random = new RandomRules(cluster, Dice.of(seed));
        follow(random.rules());
        now = new ArrayList<>(
                cluster.instances().stream().map(Instance::placement).toList());
        return true;
    }

    private void follow(List<PlacementRule> wanted) {
        rules = wanted;
        checker = new RuleChecker(cluster, rules);
        book = new Rulebook(cluster, rules);
    }

    private void go(Plan.Step step) {
        book.place(step.move().instance(), step.to().primary(), step.to().secondary());
        now.set(step.move().instance(), step.to());
    }
}
