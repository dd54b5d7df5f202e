package org.ballast.hbal;

import java.util.List;
import java.util.Map;
import org.ballast.cli.console.Failure;
import org.ballast.model.Action;
import org.ballast.model.Cluster;
import org.ballast.model.ObjectName;
import org.ballast.model.Plan;
import org.ballast.model.SafeText;

/**
 * Makes sure that commands hold no name which a shell, or the command itself, would take for something else.
 *
 * @param cluster the cluster
 * @param unusual the names that are none of Ganeti's, and where each is
 */
record CommandNames(Cluster cluster, Map<String, String> unusual) {

    /**
     * Looks at all names in the commands for these steps.
     *
     * @throws Failure if one of them is no name of Ganeti's
     */
    void check(List<List<Plan.Step>> jobsets) {
        if (unusual.isEmpty()) {
            return;
        }
        for (List<Plan.Step> jobs : jobsets) {
            for (Plan.Step step : jobs) {
                check(
                        "instance",
                        cluster.instances().get(step.move().instance()).name());
                for (Action action : step.move().actions(step.from())) {
                    check(action);
                }
            }
        }
    }

    private void check(Action action) {
        switch (action) {
            case Action.SwitchRoles() -> {}
            case Action.SwitchTo(int target) -> checkNode(target);
            case Action.ReplaceSecondary(int target) -> checkNode(target);
            case Action.MoveDisks(int target) -> checkNode(target);
        }
    }

    private void checkNode(int node) {
        check("node", cluster.nodes().get(node).name());
    }

    private void check(String kind, String name) {
        if (!ObjectName.isUsual(name)) {
            throw Failure.because(SafeText.of(unusual.getOrDefault(name, "the cluster") + ": the name of the " + kind
                    + " \""
                    + name + "\" cannot stand in a command: expected letters, digits and -._: only, and none of -.: in"
                    + " front; no commands are written"));
        }
    }
}
