package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.ballast.model.Cluster;
import org.ballast.model.Scenario;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;

/** Random clusters with measured loads and limits of the user, for states that are not reached by moves. */
public final class LooseClusters {
    private LooseClusters() {}

    /** Returns a small cluster of any shape: all templates, tags, failure domains, offline nodes, several groups. */
    public static Scenario of(long seed) {
        Cluster cluster = RandomClusters.of(seed);
        Dice dice = Dice.of(seed ^ 0x10ad);
        boolean isMeasured = dice.chance(0.5);
        List<Utilisation> loads = new ArrayList<>();
        for (int i = 0; i < cluster.instances().size(); i++) {
            loads.add(
                    isMeasured
                            ? new Utilisation(dice.fraction(), dice.fraction(), dice.fraction(), dice.fraction())
                            : Utilisation.UNMEASURED);
        }
        OptionalDouble ratio = dice.chance(0.2) ? OptionalDouble.of(0.5 + 6 * dice.fraction()) : OptionalDouble.empty();
        double minFreeDisk = dice.chance(0.3) ? 0.3 * dice.fraction() : 0;
        return new Scenario(
                cluster, TagRules.of(cluster.tags()), loads, Set.of(), new Scenario.FillLimits(ratio, minFreeDisk));
    }
}
