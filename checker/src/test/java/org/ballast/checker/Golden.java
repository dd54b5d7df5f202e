package org.ballast.checker;

import java.util.List;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.model.Plan;
import org.ballast.model.Score;
import org.ballast.model.ScoreRow;

/**
 * A cluster with a little of everything that the score counts, whose scores and balancing are known from Ganeti 3.0.
 */
final class Golden {
    private Golden() {}

    static Sketch sketch() {
        return new Sketch()
                .tags("htools:iextags:service", "htools:nlocation:rack", "htools:desiredlocation:rack")
                .node("alpha", node -> {
                    node.memoryReserved = 512;
                    node.tags = List.of("rack:1");
                })
                .node("beta", node -> {
                    node.cpuSpeed = 1.25;
                    node.tags = List.of("rack:1");
                })
                .node("gamma", node -> {
                    node.memory = 12288;
                    node.tags = List.of("rack:2");
                })
                .node("delta", node -> {
                    node.offline = true;
                    node.tags = List.of("rack:2");
                })
                .drbd("web1", "alpha", "beta", instance -> {
                    instance.memory = 2048;
                    instance.tags = List.of("service:web", "rack:2");
                })
                .drbd("web2", "alpha", "gamma", instance -> instance.tags = List.of("service:web", "service:web"))
                .drbd("mail", "beta", "alpha", instance -> {
                    instance.memory = 3000;
                    instance.vcpus = 3;
                    instance.disk = 20_000;
                })
                .drbd("old", "delta", "alpha", instance -> {
                    instance.spindleUse = 3;
                    instance.status = InstanceStatus.ERROR_NODE_OFFLINE;
                })
                .drbd("idle", "gamma", "delta", instance -> instance.status = InstanceStatus.ADMIN_DOWN)
                .drbd("soon", "beta", "gamma", instance -> instance.forthcoming = true)
                .single("store", "alpha", instance -> instance.memory = 512);
    }

    /** Returns the score at the start, as {@code hinfo} prints it. */
    static Score before() {
        return score(
                39.08147357,
                0.21134752,
                0.12472191,
                0,
                0.11609503,
                2,
                1,
                0.20949675,
                0.94280904,
                0.94280904,
                1.41421356,
                0.94280904,
                2,
                0.01473139,
                0.19438007,
                0.08164966,
                0.24832774,
                0.01104854,
                4,
                2,
                0.69954427);
    }

    /** Returns the score at the end, as {@code hbal -v -v -v} prints it. */
    static Score after() {
        return score(
                6.73772191,
                0.22257253,
                0.16329932,
                0,
                0.13473085,
                0,
                0,
                0.14142136,
                0,
                0,
                0.94280904,
                0,
                1,
                0.01327870,
                0.18368921,
                0.12472191,
                0.13123346,
                0.00974390,
                1,
                2,
                0.66080729);
    }

    /** Returns the moves that {@code hbal} finds, with the scores it prints. */
    static Plan plan() {
        Sketch sketch = sketch();
        int alpha = sketch.nodeIndex("alpha");
        int beta = sketch.nodeIndex("beta");
        int gamma = sketch.nodeIndex("gamma");
        int delta = sketch.nodeIndex("delta");
        List<Plan.Step> steps = List.of(
                new Plan.Step(
                        new Move.ReplacePrimary(sketch.instanceIndex("old"), gamma),
                        new Placement(delta, alpha),
                        18.35195111),
                new Plan.Step(
                        new Move.FailoverAndReplace(sketch.instanceIndex("web1"), gamma),
                        new Placement(alpha, beta),
                        12.71248798),
                new Plan.Step(
                        new Move.ReplaceSecondary(sketch.instanceIndex("idle"), beta),
                        new Placement(gamma, delta),
                        7.20105363),
                new Plan.Step(
                        new Move.ReplaceSecondary(sketch.instanceIndex("mail"), gamma),
                        new Placement(beta, alpha),
                        6.86773182),
                new Plan.Step(
                        new Move.ReplaceAndFailover(sketch.instanceIndex("soon"), alpha),
                        new Placement(beta, gamma),
                        6.73772191));
        return new Plan(before(), steps, after(), Plan.StopReason.NO_BETTER_MOVE);
    }

    private static Score score(double total, double... values) {
        List<Score.Component> components = ScoreRow.ALL.stream()
                .map(row -> new Score.Component(row, values[row.ordinal()]))
                .toList();
        return new Score(total, components);
    }
}
