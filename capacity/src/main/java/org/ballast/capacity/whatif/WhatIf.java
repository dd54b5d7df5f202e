package org.ballast.capacity.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.ballast.capacity.CapacityRules;
import org.ballast.model.Scenario;

/**
 * Changes that are made to a cluster together, one after another.
 *
 * @param name what they are called
 * @param changes the changes, in order
 */
public record WhatIf(String name, List<ClusterChange> changes) {
    /** Copies the list. */
    public WhatIf {
        changes = List.copyOf(changes);
    }

    /**
     * Makes the changes.
     *
     * @throws BadChange if the cluster cannot undergo one of them
     */
    public ClusterChange.Effect applyTo(Scenario scenario) {
        ClusterChange.Effect effect = new ClusterChange.Effect(scenario, Losses.NONE);
        for (ClusterChange change : changes) {
            ClusterChange.Effect next = change.applyTo(effect.scenario());
            effect = new ClusterChange.Effect(next.scenario(), effect.losses().then(next.losses()));
        }
        return effect;
    }

    /**
     * Fills a cluster as it is and with each of several changes made to it.
     *
     * @param now what the cluster as it is is called
     * @param progress is told again and again how many instances are placed
     * @return the cluster as it is, and then one prospect each
     * @throws BadChange if the cluster cannot undergo one of them; before anything is filled
     */
    public static List<Prospect> compare(
            String now,
            Scenario scenario,
            List<WhatIf> changes,
            CapacityRules rules,
            Prospect.Wanted wanted,
            IntConsumer progress) {
        List<WhatIf> all = new ArrayList<>(List.of(new WhatIf(now, List.of())));
        all.addAll(changes);
        List<ClusterChange.Effect> effects =
                all.stream().map(each -> each.applyTo(scenario)).toList();
        List<Prospect> prospects = new ArrayList<>();
        for (int k = 0; k < all.size(); k++) {
            prospects.add(Prospect.of(all.get(k).name(), effects.get(k), rules, wanted, progress));
        }
        return prospects;
    }
}
