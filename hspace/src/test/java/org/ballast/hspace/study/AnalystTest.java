package org.ballast.hspace.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import org.ballast.backends.simulation.Simulation;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.FillResult;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.Packer;
import org.ballast.capacity.packing.Packing;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.checker.Allowance;
import org.ballast.checker.Approval;
import org.ballast.model.Cluster;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

class AnalystTest {
    private static final Cluster SIX = Simulation.cluster(List.of("p,6,204801,10241,21"));
    private static final Scenario SCENARIO = Scenario.of(SIX);
    private static final Approval APPROVAL = new Approval(SCENARIO, Allowance.FOR_ROOM);

    private static Packing packing() {
        SearchBudget budget = new SearchBudget(Duration.ofMinutes(1), 10_000, 1);
        return new Packer(SCENARIO, CapacityRules.STRICT, budget, MoveAllowance.NONE, _ -> true, PackingListener.NONE)
                .standard(
                        new InstanceShape(new InstanceShape.Size(1024, 10_240, 2, 1), DiskTemplate.DRBD, 1),
                        OptionalLong.empty());
    }

    @Test
    void thePublishedExampleHoldsFifty() {
        Packing packing = packing();
        assertThat(packing.greedy()).isEqualTo(48);
        assertThat(Analyst.approved(packing, APPROVAL).count()).isEqualTo(50);
    }

    @Test
    void packingsThatTheCheckerRefusesAreRejected() {
        Packing packing = packing();
        List<FillResult.Placed> twice = new ArrayList<>(packing.filling().placed());
        twice.addAll(Collections.nCopies(2, twice.getLast()));
        Packing tooFull = new Packing(
                packing.state(),
                new FillResult(twice, packing.filling().failures()),
                packing.moves(),
                packing.greedy(),
                packing.most(),
                packing.redundant(),
                packing.stoppedBy());
        assertThatIllegalStateException()
                .isThrownBy(() -> Analyst.approved(tooFull, APPROVAL))
                .withMessageContaining("a placement was refused");
    }
}
