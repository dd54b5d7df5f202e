package org.ballast.checker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;

/**
 * A checker of single moves: makes them one after another and says of each what speaks against it. It keeps account of
 * where instances are, and is for one sequence of moves.
 */
public final class MoveChecker {
    private final Scenario scenario;
    private final Allowance allowance;
    private final Set<Integer> groups;
    private final CheckedCluster cluster;

    /**
     * Starts with the scenario as it was read.
     *
     * @param allowance what the moves may do; its bounds on whole plans and its rules for places are not looked at
     */
    public MoveChecker(Scenario scenario, Allowance allowance) {
        this.scenario = scenario;
        this.allowance = allowance;
        groups = IntStream.range(0, scenario.cluster().groups().size()).boxed().collect(Collectors.toSet());
        cluster = new CheckedCluster(scenario);
    }

    /** Makes a move and returns what speaks against it. One that makes no sense is not made. */
    public List<Refusal> make(Move move) {
        StepRules rules = new StepRules(scenario, cluster, groups, allowance);
        Optional<Refusal> nonsense = rules.nonsense(move);
        if (nonsense.isPresent()) {
            return List.of(nonsense.get());
        }
        List<Refusal> refusals = new ArrayList<>(rules.forbidden(move));
        boolean ignoreSoftErrors = allowance.moves().ignoreSoftErrors();
        refusals.addAll(new MoveTrial(scenario, cluster, ignoreSoftErrors, move.instance()).make(move));
        return refusals;
    }

    /** Returns where the instance is by now. */
    public Placement placement(int instance) {
        return cluster.placement(instance);
    }
}
