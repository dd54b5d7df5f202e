package org.ballast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.testkit.Spelling.GivenOption;
import org.ballast.testkit.Spelling.GivenOption.Flag;
import org.ballast.testkit.Spelling.GivenOption.Optionally;
import org.ballast.testkit.Spelling.GivenOption.Valued;

/** Random arguments of calls of {@code hail}. */
final class AllocatorOptions {
    private final Cluster cluster;
    private final Dice dice;
    private final RandomOptionValues values;
    private final OptionTable table;
    private final List<GivenOption> options = new ArrayList<>();

    AllocatorOptions(Cluster cluster, Dice dice, OptionTable table) {
        this.cluster = cluster;
        this.dice = dice;
        this.table = table;
        values = new RandomOptionValues(cluster, dice);
    }

    List<String> words(AllocatorRequest request) {
        if (dice.chance(0.6)) {
            behaviour(request);
        }
        if (dice.chance(0.35)) {
            output();
        }
        List<String> words = new ArrayList<>(new Spelling(table, dice).spell(options));
        words.add(dice.chance(0.2) ? 0 : words.size(), RandomRequests.REQUEST_FILE);
        if (dice.chance(0.005)) {
            words.add(dice.pick("--unknown", "-Z", "stray", "--verbose=3"));
        }
        return words;
    }

    private void behaviour(AllocatorRequest request) {
        flag(request instanceof AllocatorRequest.ChangeGroup ? 0.9 : 0.6, "no-capacity-checks");
        flag(0.2, "ignore-soft-errors");
        flag(0.03, "ignore-dynu");
        if (dice.chance(0.02)) {
            options.add(new Optionally("mond", Optional.of("no")));
        }
        valued(0.08, "static-kvm-node-memory", dice.pick("0", "1024", "8192"));
        boolean allocation = switch (request) {
            case AllocatorRequest.Allocate _, AllocatorRequest.MultiAllocate _ -> true;
            case AllocatorRequest.Relocate _,
                    AllocatorRequest.Evacuate _,
                    AllocatorRequest.ChangeGroup _,
                    AllocatorRequest.AllocateSecondary _ -> false;
        };
        valued(allocation ? 0.12 : 0.03, "restrict-allocation-to", nodes());
        valued(0.08, "text-data", RandomOptions.DATA_FILE);
        if (allocation && dice.chance(0.04)) {
            for (int i = dice.between(1, 2); i > 0; i--) {
                options.add(new Valued("simulate", simulation()));
            }
        }
    }

    private void output() {
        int verbosity = dice.weighted(60, 32, 8);
        for (int i = 0; i < verbosity; i++) {
            options.add(new Flag("verbose"));
        }
        if (dice.chance(0.4)) {
            options.add(
                    new Optionally("print-nodes", dice.chance(0.5) ? Optional.of(values.fields()) : Optional.empty()));
        }
        valued(0.35, "save", dice.pick("state", "state.data", "s.2"));
    }

    private String nodes() {
        List<String> names = dice.some(cluster.nodes().stream().map(Node::name).toList(), 8);
        return names.isEmpty() ? "nonesuch" : String.join(",", names);
    }

    private String simulation() {
        String spec = dice.pick("p", "a", "u", "preferred", "last_resort") + "," + dice.between(1, 5) + ","
                + dice.pick("100g", "2T", "512000", "16384") + "," + dice.pick("8g", "64G", "32768") + ","
                + dice.pick(4, 16);
        return spec + dice.pick("", "", ",4", ",6,False", ",12,True");
    }

    private void flag(double probability, String name) {
        if (dice.chance(probability)) {
            options.add(new Flag(name));
        }
    }

    private void valued(double probability, String name, String value) {
        if (dice.chance(probability)) {
            options.add(new Valued(name, value));
        }
    }
}
