package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;

/** Random tags: the cluster's, which switch rules on, and those of nodes and instances that the rules are about. */
final class Tags {
    private static final List<String> NOISE = List.of("owner:alice", "rack:7", "x", "htools:other", "svc");

    private final ClusterShape.Tagging tagging;
    private final Dice dice;

    Tags(ClusterShape.Tagging tagging, Dice dice) {
        this.tagging = tagging;
        this.dice = dice;
    }

    List<String> cluster() {
        List<String> tags = new ArrayList<>();
        if (tagging.exclusion() > 0) {
            tags.add("htools:iextags:svc");
            addIf(tags, 0.3, "htools:iextags:svc:dns");
            addIf(tags, 0.2, "htools:iextags:");
        }
        if (tagging.location() > 0 || tagging.desired() > 0) {
            tags.add("htools:nlocation:power");
            addIf(tags, 0.4, "htools:nlocation:rack");
        }
        if (tagging.desired() > 0) {
            tags.add("htools:desiredlocation:power");
            addIf(tags, 0.3, "htools:desiredlocation:rack:7");
        }
        if (tagging.migration() > 0) {
            tags.add("htools:migration:hv");
            addIf(tags, 0.6, "htools:allowmigration:hv:old::hv:new");
            addIf(tags, 0.2, "htools:allowmigration:hv:old::hv:mid::hv:new");
            addIf(tags, 0.2, "htools:allowmigration:hv:new");
        }
        addIf(tags, 0.1, dice.pick(NOISE));
        return tidy(tags);
    }

    List<String> node() {
        List<String> tags = new ArrayList<>();
        addIf(tags, tagging.location(), "power:" + dice.pick("a", "b", "c"));
        addIf(tags, tagging.location() / 2, "rack:" + dice.between(1, 7));
        addIf(tags, tagging.migration(), "hv:" + dice.pick("old", "mid", "new"));
        addIf(tags, 0.03, dice.pick(NOISE));
        return tidy(tags);
    }

    List<String> instance() {
        List<String> tags = new ArrayList<>();
        addIf(tags, tagging.exclusion(), "svc:" + dice.pick("dns", "dns", "web", "db"));
        addIf(tags, tagging.exclusion() / 4, "svc:" + dice.pick("dns", "mail"));
        addIf(tags, tagging.desired(), "power:" + dice.pick("a", "b", "nowhere"));
        addIf(tags, tagging.desired() / 3, "rack:" + dice.between(1, 7));
        addIf(tags, 0.03, dice.pick(NOISE));
        return tidy(tags);
    }

    List<String> group() {
        List<String> tags = new ArrayList<>();
        addIf(tags, 0.1, dice.pick(NOISE));
        return tags;
    }

    private void addIf(List<String> tags, double probability, String tag) {
        if (dice.chance(probability)) {
            tags.add(tag);
        }
    }

    private List<String> tidy(List<String> tags) {
        if (!tags.isEmpty() && dice.chance(0.05)) {
            tags.add(tags.getFirst());
        }
        return dice.shuffled(tags);
    }
}
