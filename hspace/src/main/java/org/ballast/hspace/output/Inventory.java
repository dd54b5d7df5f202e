package org.ballast.hspace.output;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.study.Study;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.planner.state.ClusterState;

/**
 * The amounts of each resource in each node, each group and the cluster; sums are over all nodes, offline ones
 * included, as Ganeti takes them. Spindles are an exception: only those of nodes with exclusive storage belong to
 * anybody, so the others are not counted, and there is no stock of them where no node has it.
 *
 * @param nodes the stocks of each node
 * @param groups the sums for each group
 * @param cluster the sums for all nodes
 */
record Inventory(
        List<Map<ForecastResource, Stock>> nodes,
        List<Map<ForecastResource, Stock>> groups,
        Map<ForecastResource, Stock> cluster) {

    static Inventory of(Study study) {
        Count count = new Count(study);
        List<Node> machines = study.scenario().cluster().nodes();
        List<Map<ForecastResource, Stock>> nodes = new ArrayList<>();
        for (int node = 0; node < machines.size(); node++) {
            nodes.add(count.node(node));
        }
        List<Map<ForecastResource, Stock>> groups = IntStream.range(
                        0, study.scenario().cluster().groups().size())
                .mapToObj(group -> sum(IntStream.range(0, nodes.size())
                        .filter(node -> machines.get(node).group() == group)
                        .mapToObj(nodes::get)
                        .toList()))
                .toList();
        return new Inventory(List.copyOf(nodes), groups, sum(nodes));
    }

    private static Map<ForecastResource, Stock> sum(Collection<Map<ForecastResource, Stock>> nodes) {
        Map<ForecastResource, Stock> sum = new EnumMap<>(ForecastResource.class);
        for (ForecastResource resource : ForecastResource.values()) {
            if (resource != ForecastResource.SPINDLES) {
                sum.put(resource, Stock.NONE);
            }
        }
        nodes.forEach(node -> node.forEach((resource, stock) -> sum.merge(resource, stock, Stock::plus)));
        return Collections.unmodifiableMap(sum);
    }

    /** A count of what is on single nodes. */
    private static final class Count {
        private final Scenario scenario;
        private final ClusterState before;
        private final ClusterState standard;
        private final ClusterState tiered;
        private final boolean isComplete;

        Count(Study study) {
            scenario = study.scenario();
            before = new ClusterState(scenario);
            standard = study.standard().state();
            tiered = study.tiered().state();
            isComplete = Completeness.of(study);
        }

        Map<ForecastResource, Stock> node(int index) {
            Node node = scenario.cluster().nodes().get(index);
            Map<ForecastResource, Stock> stocks = new EnumMap<>(ForecastResource.class);
            stocks.put(
                    ForecastResource.MEMORY,
                    stock(
                            node.memory().total(),
                            (double) before.availableMemory(index),
                            state -> node.memory().total() - state.unallocatedMemory(index)));
            stocks.put(
                    ForecastResource.DISK,
                    stock(
                            node.disk().total(),
                            (double) before.availableDisk(index),
                            state -> node.disk().total() - state.freeDisk(index)));
            stocks.put(ForecastResource.VCPUS, stock(vcpuLimit(node), state ->
                    (double) state.report(index).vcpus()));
            if (node.spindles().exclusive()) {
                stocks.put(
                        ForecastResource.SPINDLES,
                        stock((double) node.spindles().total(), state ->
                                (double) (node.spindles().total() - state.freeSpindles(index))));
            }
            int filled = standard.primariesOf(index).length;
            stocks.put(
                    ForecastResource.INSTANCES,
                    stock(isComplete ? filled : Double.NaN, state -> state.primariesOf(index).length));
            return stocks;
        }

        /** A ratio that is negative or no number allows any number of virtual CPUs. */
        private double vcpuLimit(Node node) {
            double limit = Math.floor(scenario.maxVcpuRatio(node) * node.cpus().total());
            return limit >= 0 && Double.isFinite(limit) ? limit : Double.NaN;
        }

        private Stock stock(double total, double available, ToDoubleFunction<ClusterState> used) {
            double usedBefore = used.applyAsDouble(before);
            return new Stock(
                    total,
                    usedBefore,
                    total - usedBefore - available,
                    available,
                    used.applyAsDouble(standard),
                    used.applyAsDouble(tiered));
        }

        /** A resource of which nothing is kept back. */
        private Stock stock(double total, ToDoubleFunction<ClusterState> used) {
            double usedBefore = used.applyAsDouble(before);
            return new Stock(
                    total, usedBefore, 0, total - usedBefore, used.applyAsDouble(standard), used.applyAsDouble(tiered));
        }
    }
}
