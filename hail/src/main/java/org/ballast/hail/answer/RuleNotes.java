package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ballast.checker.RuleChecker;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.Placement;
import org.ballast.model.rules.BrokenRule;
import org.ballast.model.rules.PlacementRule;

/** Notes on what an answer does against users' rules: where nothing else was left, or where the request is about it. */
public final class RuleNotes {
    private final TaggedRules rules;
    private final Request request;

    private RuleNotes(TaggedRules rules, Request request) {
        this.rules = rules;
        this.request = request;
    }

    /** Returns a line for each rule that is worse off after the answer, without a full stop. */
    public static List<String> of(TaggedRules rules, Request request, Answer answer) {
        RuleNotes notes = new RuleNotes(rules, request);
        List<Placement> before =
                rules.cluster().instances().stream().map(Instance::placement).toList();
        List<Placement> after = notes.after(answer, before);
        List<String> lines = new ArrayList<>(notes.overruled(before, after));
        RuleChecker checker = new RuleChecker(rules.cluster(), rules.placing());
        Map<PlacementRule, Integer> known = new HashMap<>();
        checker.broken(before).forEach(broken -> known.put(broken.rule(), broken.violations()));
        for (BrokenRule broken : checker.broken(after)) {
            int more = broken.violations() - known.getOrDefault(broken.rule(), 0);
            if (more > 0) {
                lines.add("the answer adds " + more + (more == 1 ? " violation" : " violations") + " of the rule "
                        + broken.rule().describe(rules.cluster()));
            }
        }
        return lines;
    }

    private List<String> overruled(List<Placement> before, List<Placement> after) {
        Cluster cluster = rules.cluster();
        List<String> lines = new ArrayList<>();
        for (PlacementRule rule : rules.staying()) {
            for (int instance : rule.instances()) {
                if (!before.get(instance).isNowhere()
                        && !before.get(instance).equals(after.get(instance))
                        && !new RuleChecker(cluster, List.of(rule))
                                .broken(with(before, instance, after.get(instance)))
                                .isEmpty()) {
                    lines.add(cluster.instances().get(instance).name() + " moves as the request asks, against the rule "
                            + rule.origin().source());
                }
            }
        }
        return lines;
    }

    private static List<Placement> with(List<Placement> placements, int instance, Placement there) {
        List<Placement> changed = new ArrayList<>(placements);
        changed.set(instance, there);
        return changed;
    }

    /** Returns where the instances are in the end that the rules know. */
    private List<Placement> after(Answer answer, List<Placement> before) {
        List<Instance> told = new ArrayList<>(answer.instances());
        if (answer.reply() instanceof Reply.Allocated) {
            // Ganeti puts a single new instance before all others.
            told.add(told.removeFirst());
        }
        int known = before.size() - TaggedRules.wanted(request).size();
        List<Placement> after = new ArrayList<>();
        told.subList(0, known).forEach(instance -> after.add(instance.placement()));
        int next = known;
        for (Instance wanted : TaggedRules.wanted(request)) {
            boolean isPlaced = next < told.size() && told.get(next).name().equals(wanted.name());
            after.add(isPlaced ? told.get(next).placement() : Placement.NOWHERE);
            next += isPlaced ? 1 : 0;
        }
        return after;
    }
}
