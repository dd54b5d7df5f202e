package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.iallocator.Request;
import org.ballast.model.Cluster;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.junit.jupiter.api.Test;

/** What explanations claim about nodes is true of the state: what they say is missing is missing to the last MiB. */
class ExplanationTruthTest {
    private static final long FIRST = Long.getLong("ballast.seed", 5_000_000);
    private static final long CASES = Long.getLong("ballast.cases", 1500);
    private static final Pattern CLAIM = Pattern.compile(
            "(?<node>(?<![^\\s(;])(?!but )[^\\s(;]+) (may|reports|has|hosts|needs (?<amount>\\d+)( MiB)? more"
                    + " (free spindles|(?<what>memory|disk space) (?<end>to [^;()\\n]+)))");

    private static final List<Asked> ALL = LongStream.range(FIRST, FIRST + CASES)
            .mapToObj(Asked::of)
            .flatMap(Optional::stream)
            .toList();

    /** A node that is said to lack something. */
    private record Claim(String node, long amount, String what, String end) {
        static Set<Claim> in(ReplyExplanation explanation) {
            Set<Claim> claims = new LinkedHashSet<>();
            for (InstanceFinding finding : explanation.findings()) {
                if (finding instanceof InstanceFinding.Denied) {
                    Matcher matcher = CLAIM.matcher(ExplanationText.of(new ReplyExplanation(List.of(finding))));
                    String node = "";
                    while (matcher.find()) {
                        // A node is named once for all that it lacks.
                        node = matcher.group("node").equals("and") ? node : matcher.group("node");
                        if (matcher.group("what") != null) {
                            claims.add(new Claim(
                                    node,
                                    Long.parseLong(matcher.group("amount")),
                                    matcher.group("what"),
                                    matcher.group("end").strip().replaceAll("\\.$", "")));
                        }
                    }
                }
            }
            return claims;
        }

        boolean isSame(Claim other) {
            return node.equals(other.node) && what.equals(other.what) && end.equals(other.end);
        }
    }

    private static boolean isAboutOne(Asked asked) {
        return switch (asked.request()) {
            case Request.Allocate _, Request.Relocate _, Request.AllocateSecondary _ -> true;
            case Request.MultiAllocate several -> several.requests().size() == 1;
            case Request.NodeEvacuate evacuate -> evacuate.instances().size() == 1;
            case Request.ChangeGroup change -> change.instances().size() == 1;
        };
    }

    private static ReplyExplanation explainedWith(Asked asked, Claim claim, long more) {
        Cluster cluster = asked.scenario().cluster();
        List<Node> nodes = new ArrayList<>();
        for (Node node : cluster.nodes()) {
            nodes.add(node.name().equals(claim.node()) ? larger(node, claim.what(), more) : node);
        }
        Scenario scenario = Scenario.of(
                new Cluster(cluster.groups(), nodes, cluster.instances(), cluster.tags(), cluster.policy()));
        Question question = Question.of(scenario, asked.request());
        return ReplyExplanation.of(question, Answers.answer(question, asked.rules()), asked.rules());
    }

    private static Node larger(Node node, String what, long more) {
        long memory = what.equals("memory") ? more : 0;
        long disk = more - memory;
        return new Node(
                node.name(),
                node.group(),
                node.role(),
                new Node.Memory(
                        node.memory().total() + memory,
                        node.memory().reserved(),
                        node.memory().free() + memory),
                new Node.Disk(node.disk().total() + disk, node.disk().free() + disk),
                new Node.Cpus(
                        node.cpus().total(), node.cpus().reserved(), node.cpus().speed()),
                new Node.Spindles(
                        node.spindles().total(),
                        node.spindles().free(),
                        node.spindles().exclusive()),
                node.tags());
    }

    @Test
    void missingAmountsAreExactToTheMebibyte() {
        int checked = 0;
        int tight = 0;
        for (Asked asked : ALL) {
            if (!isAboutOne(asked)) {
                continue;
            }
            for (Claim claim : Claim.in(asked.explanation())) {
                assertThat(Claim.in(explainedWith(asked, claim, claim.amount())))
                        .as("%s%n%s%nwith all of %s", asked, ExplanationText.of(asked.explanation()), claim)
                        .noneMatch(claim::isSame);
                ReplyExplanation almost = explainedWith(asked, claim, claim.amount() - 1);
                boolean isOneOfSeveral = ExplanationText.of(asked.explanation()).contains("more such reason");
                // The node may do in another role by then.
                boolean isGranted = almost.findings().stream().anyMatch(InstanceFinding.Granted.class::isInstance);
                if (!isOneOfSeveral && !isGranted) {
                    assertThat(Claim.in(almost))
                            .as(
                                    "%s%n%s%nwith 1 MiB less than %s",
                                    asked, ExplanationText.of(asked.explanation()), claim)
                            .anyMatch(each -> each.isSame(claim) && each.amount() == 1);
                    tight++;
                }
                checked++;
            }
        }
        assertThat(checked).as("claims").isGreaterThan(100);
        assertThat(tight).as("claims that are tight").isGreaterThan(checked / 2);
    }

    @Test
    void nodesThatNeedMoreAreOnlineAndReportFigures() {
        for (Asked asked : ALL) {
            for (Claim claim : Claim.in(asked.explanation())) {
                assertThat(asked.scenario().cluster().nodes())
                        .as("%s%n%s", asked, ExplanationText.of(asked.explanation()))
                        .anySatisfy(node -> {
                            assertThat(node.name()).isEqualTo(claim.node());
                            assertThat(node.isOffline()).isFalse();
                            assertThat(node.memory().total()).isPositive();
                            assertThat(node.cpus().total()).isPositive();
                        });
            }
        }
    }

    @Test
    void allFiguresAreNumbers() {
        for (Asked asked : ALL) {
            assertThat(ExplanationText.of(asked.explanation()))
                    .as(asked.toString())
                    .doesNotContain("Infinity", "NaN", "-1 MiB more", "needs 0 ", "needs -");
        }
    }
}
