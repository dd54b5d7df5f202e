package org.ballast.hspace.output;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ballast.capacity.CapacityRules;
import org.ballast.capacity.mix.Flavour;
import org.ballast.capacity.packing.MoveAllowance;
import org.ballast.capacity.packing.PackingListener;
import org.ballast.capacity.packing.SearchBudget;
import org.ballast.capacity.whatif.ClusterChange;
import org.ballast.capacity.whatif.WhatIf;
import org.ballast.hspace.forecast.ForecastResource;
import org.ballast.hspace.forecast.History;
import org.ballast.hspace.forecast.Observation;
import org.ballast.hspace.study.Analyst;
import org.ballast.hspace.study.Study;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;

/** Studies for which everything was asked. */
final class WholeStudy {
    private WholeStudy() {}

    /** Returns a study of three equal nodes without instances. */
    static Study ofThreeNodes() {
        return of(SampleStudies.simulated("p,3,100g,24g,8"), "node-01-003");
    }

    static Study of(Cluster cluster, String lost) {
        Analyst analyst = SampleStudies.analyst(Scenario.of(cluster), CapacityRules.STRICT, OptionalLong.empty());
        analyst.diagnose(count -> {});
        analyst.pack(new SearchBudget(Duration.ofMinutes(10), 1000, 1), new MoveAllowance(3), PackingListener.NONE);
        analyst.mix(
                List.of(new Flavour("web", 2, SampleStudies.MIRRORED), new Flavour("db", 1, SampleStudies.LARGE)),
                count -> {});
        analyst.compare(List.of(new WhatIf("lose=" + lost, List.of(new ClusterChange.LoseNode(lost)))), count -> {});
        analyst.forecast(new History(Map.of(
                ForecastResource.MEMORY, month(70_000, day -> 10_000 + 500 * day),
                ForecastResource.DISK, month(300_000, day -> 90_000 - 1000 * day),
                ForecastResource.VCPUS, month(96, day -> 50 + day * 7 % 5),
                ForecastResource.INSTANCES, month(10, day -> 5).subList(0, 3))));
        return analyst.study();
    }

    private static List<Observation> month(double total, IntUnaryOperator used) {
        return IntStream.range(0, 30)
                .mapToObj(day -> new Observation(
                        SampleStudies.TODAY.minusDays(30 - day), used.applyAsInt(day), OptionalDouble.of(total)))
                .toList();
    }
}
