package org.ballast.hail.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.hail.explain.RoleFinding.Role;
import org.ballast.model.SafeText;

/** An explanation as lines for people. */
public final class ExplanationText {
    private final StringBuilder text = new StringBuilder();

    private ExplanationText() {}

    /** Returns the lines, each with its line feed. */
    public static String of(ReplyExplanation explanation) {
        ExplanationText text = new ExplanationText();
        if (explanation.findings().isEmpty()) {
            text.line("", "There is nothing to do: the request is about no instance.");
        }
        explanation.findings().forEach(text::add);
        return text.text.toString();
    }

    private void line(String indent, String words) {
        text.append(indent).append(SafeText.of(words)).append('\n');
    }

    private void add(InstanceFinding finding) {
        switch (finding) {
            case InstanceFinding.Granted granted -> {
                line("", granted.instance() + " goes to " + String.join(":", granted.nodes()) + ".");
                granted.groups().forEach(group -> add(group, false));
            }
            case InstanceFinding.NotSearched unasked ->
                line("", unasked.instance() + " finds no place: " + unasked.reason() + ".");
            case InstanceFinding.Blocked blocked ->
                line("", blocked.instance() + " finds no place: " + blocked.words() + ".");
            case InstanceFinding.Denied denied -> {
                line("", denied.instance() + " finds no place.");
                denied.nearestMiss().ifPresent(miss -> line("", "Nearest miss: " + miss + "."));
                denied.obstacle().ifPresent(obstacle -> line("", "In the way: " + obstacle + "."));
                denied.groups().forEach(group -> add(group, true));
            }
        }
    }

    private void add(GroupFinding finding, boolean isInFull) {
        String name = "Group " + finding.group() + " (" + finding.policy().label() + ")";
        switch (finding) {
            case GroupFinding.Closed closed -> line("", name + " " + closed.reason() + ".");
            case GroupFinding.SearchedGroup asked -> {
                line("", name + asked.barred().map(bar -> " " + bar).orElse("") + left(asked.left()) + ":");
                asked.roles().forEach(role -> add(role, isInFull));
                asked.capacity().ifPresent(this::add);
            }
        }
    }

    private static String left(GroupFinding.LeftOut left) {
        List<String> parts = new ArrayList<>();
        if (left.offline() > 0) {
            parts.add(count(left.offline(), "node") + " offline, drained or not VM-capable");
        }
        if (left.unwanted() > 0) {
            parts.add(count(left.unwanted(), "node") + " not to be considered");
        }
        return parts.isEmpty() ? "" : ", " + String.join(" and ", parts);
    }

    private void add(RoleFinding finding, boolean isInFull) {
        line(
                "  ",
                as(finding.role(), finding.besides()) + ": " + finding.willing() + " of "
                        + count(finding.asked(), "node") + " would do" + (isInFull ? "" : inShort(finding)));
        if (isInFull) {
            for (RoleFinding.Refused refused : finding.refused()) {
                String nearest = refused.nodes() == 1 ? ": " : "; nearest: ";
                line(
                        "    ",
                        count(refused.nodes(), "node") + ": " + refused.reason().words() + nearest
                                + refused.nearest().sentence());
            }
        }
    }

    private static String as(Role role, Optional<String> besides) {
        return "as " + role.label() + " node" + besides.map(" beside "::concat).orElse("");
    }

    private static String inShort(RoleFinding finding) {
        List<String> parts = new ArrayList<>();
        for (RoleFinding.Refused refused : finding.refused()) {
            parts.add(refused.reason().words() + ": " + refused.nodes());
        }
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }

    private void add(GroupFinding.CapacityFinding finding) {
        String choices = count(finding.refused(), "choice")
                + " of nodes with room, after which some node could no longer" + " fail without loss";
        line(
                "  ",
                choices
                        + finding.nearest()
                                .map(miss -> "; nearest: " + miss.sentence())
                                .orElse(""));
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
