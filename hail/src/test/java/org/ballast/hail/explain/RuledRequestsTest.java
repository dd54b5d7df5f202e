package org.ballast.hail.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.ballast.checker.HostSurvey;
import org.ballast.checker.RuleChecker;
import org.ballast.hail.answer.Answer;
import org.ballast.hail.answer.Answers;
import org.ballast.hail.answer.Question;
import org.ballast.hail.answer.RuleNotes;
import org.ballast.hail.answer.TaggedRules;
import org.ballast.iallocator.Message;
import org.ballast.iallocator.MessageReader;
import org.ballast.iallocator.ProtocolException;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Cluster;
import org.ballast.model.Group;
import org.ballast.model.Instance;
import org.ballast.model.Node;
import org.ballast.model.Placement;
import org.ballast.model.Scenario;
import org.ballast.planner.place.AllocationRules;
import org.ballast.testkit.RandomRequests;
import org.junit.jupiter.api.Test;

/**
 * Answers keep the rules that tags ask for, as the independent checker sees it, and refuse only what cannot be kept.
 */
class RuledRequestsTest {
    private static final long FIRST = Long.getLong("ballast.seed", 7_000_000);
    private static final long CASES = Long.getLong("ballast.cases", 1200);
    private static final AllocationRules UNCHECKED = new AllocationRules(false, false, Optional.empty());
    private static final List<String> CLUSTER_TAGS = List.of(
            "ballast:keep-apart:service",
            "ballast:keep-apart:service@rack",
            "ballast:at-most:2:service@rack",
            "ballast:at-most:4",
            "ballast:keep-together:service@rack",
            "ballast:copies-apart:rack");

    /** A random request to a cluster with rules. */
    private record Case(long seed, Scenario scenario, Request request, TaggedRules rules, Answer answer) {
        static Optional<Case> of(long seed) {
            byte[] document = RandomRequests.of(seed).document().write().getBytes(StandardCharsets.UTF_8);
            Message message;
            try {
                message = MessageReader.read(new ByteArrayInputStream(document), "request");
            } catch (ProtocolException e) {
                return Optional.empty();
            }
            SplittableRandom random = new SplittableRandom(seed);
            Cluster plain = message.cluster();
            List<Node> nodes = plain.nodes().stream()
                    .map(node -> tagged(node, "rack:" + random.nextInt(3)))
                    .map(node -> random.nextInt(20) == 0 ? tagged(node, "ballast:ignore") : node)
                    .toList();
            List<Instance> instances = plain.instances().stream()
                    .map(instance -> tagged(instance, random))
                    .toList();
            List<String> tags = new ArrayList<>(plain.tags());
            CLUSTER_TAGS.stream().filter(_ -> random.nextInt(4) == 0).forEach(tags::add);
            Scenario scenario = Scenario.of(new Cluster(plain.groups(), nodes, instances, tags, plain.policy()));
            Request request = switch (message.request()) {
                case Request.Allocate allocate -> tagged(allocate, random);
                case Request.MultiAllocate several ->
                    new Request.MultiAllocate(several.requests().stream()
                            .map(each -> tagged(each, random))
                            .toList());
                case Request.AllocateSecondary _, Request.Relocate _, Request.NodeEvacuate _, Request.ChangeGroup _ ->
                    message.request();
            };
            return TaggedRules.of(scenario.cluster(), request)
                    .map(rules -> new Case(
                            seed, scenario, request, rules, Answers.answer(Question.of(scenario, request), UNCHECKED)));
        }

        private static Request.Allocate tagged(Request.Allocate request, SplittableRandom random) {
            return new Request.Allocate(
                    tagged(request.instance(), random), request.requiredNodes(), request.group(), request.restrictTo());
        }

        private static Node tagged(Node node, String tag) {
            List<String> tags = new ArrayList<>(node.tags());
            tags.add(tag);
            return new Node(
                    node.name(),
                    node.group(),
                    node.role(),
                    new Node.Memory(
                            node.memory().total(),
                            node.memory().reserved(),
                            node.memory().free()),
                    new Node.Disk(node.disk().total(), node.disk().free()),
                    new Node.Cpus(
                            node.cpus().total(),
                            node.cpus().reserved(),
                            node.cpus().speed()),
                    new Node.Spindles(
                            node.spindles().total(),
                            node.spindles().free(),
                            node.spindles().exclusive()),
                    tags);
        }

        private static Instance tagged(Instance instance, SplittableRandom random) {
            List<String> tags = new ArrayList<>(instance.tags());
            tags.add("service:" + random.nextInt(5));
            switch (random.nextInt(8)) {
                case 0 -> tags.add("ballast:forbidden-nodes:rack:0");
                case 1 -> tags.add("ballast:allowed-nodes:rack:1");
                case 2 -> tags.add("ballast:do-not-move");
                default -> {}
            }
            return new Instance(
                    instance.name(),
                    instance.memory(),
                    instance.disk(),
                    instance.disks(),
                    instance.vcpus(),
                    instance.status(),
                    instance.autoBalance(),
                    instance.placement(),
                    instance.template(),
                    tags,
                    instance.spindleUse(),
                    instance.forthcoming(),
                    instance.networks());
        }

        boolean hasOfflineNodes() {
            return scenario.cluster().nodes().stream().anyMatch(Node::isOffline);
        }

        boolean togetherIsAsked() {
            return scenario.cluster().tags().contains("ballast:keep-together:service@rack");
        }

        @Override
        public String toString() {
            return "seed " + seed + ": " + request + "\n" + scenario.cluster().tags() + "\n" + answer.reply() + "\n"
                    + ExplanationText.of(ReplyExplanation.of(Question.of(scenario, request), answer, UNCHECKED));
        }
    }

    private static final List<Case> ALL = LongStream.range(FIRST, FIRST + CASES)
            .mapToObj(Case::of)
            .flatMap(Optional::stream)
            .toList();

    @Test
    void noAnswerBreaksARuleUnlessAnOfflineNodeIsLeftOrInstancesKeptTogetherLeave() {
        int kept = 0;
        for (Case each : ALL) {
            boolean isArrival = !TaggedRules.wanted(each.request()).isEmpty();
            if (isArrival || !each.hasOfflineNodes() && !each.togetherIsAsked()) {
                assertThat(RuleNotes.of(each.rules(), each.request(), each.answer()).stream()
                                .filter(note -> !note.contains("moves as the request asks")))
                        .as("%s", each)
                        .isEmpty();
                kept++;
            }
        }
        assertThat(kept).isGreaterThan(100);
    }

    @Test
    void aNewInstanceIsRefusedOnlyWhereNoPlacementKeepsTheRules() {
        int refused = 0;
        int placed = 0;
        for (Case each : ALL) {
            if (each.request() instanceof Request.Allocate allocate
                    && each.answer().reply() instanceof Reply.Refused
                    && !Question.of(each.scenario(), allocate).dedicated()) {
                assertThat(placements(each, allocate)).as("%s", each).isEmpty();
                refused++;
            } else if (each.answer().reply() instanceof Reply.Allocated) {
                placed++;
            }
        }
        assertThat(refused).as("refused").isGreaterThan(20);
        assertThat(placed).as("placed").isGreaterThan(20);
    }

    @Test
    void refusalsForARuleAreExplainedByIt() {
        int explained = 0;
        for (Case each : ALL) {
            ReplyExplanation explanation =
                    ReplyExplanation.of(Question.of(each.scenario(), each.request()), each.answer(), UNCHECKED);
            String text = ExplanationText.of(explanation);
            assertThat(explanation.findings()).allSatisfy(finding -> {
                if (!(finding instanceof InstanceFinding.Granted)) {
                    assertThat(finding.reason()).isNotBlank();
                }
            });
            if (each.answer().reply() instanceof Reply.Refused refused
                    && refused.info().contains("FailTags")
                    && each.scenario().cluster().tags().stream().noneMatch(tag -> tag.startsWith("htools:iextags"))) {
                assertThat(text).as("%s", each).contains("against a rule", "(tag ballast:");
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(10);
    }

    /** Tries all nodes out, by what the checkers say. */
    private static List<Placement> placements(Case each, Request.Allocate request) {
        Cluster cluster = each.scenario().cluster();
        List<Placement> found = new ArrayList<>();
        HostSurvey survey = new HostSurvey(each.scenario());
        int instance = survey.enter(request.instance(), each.scenario().tags());
        AllocationRules rules = UNCHECKED.orRestrictedTo(request.restrictTo());
        for (int primary = 0; primary < cluster.nodes().size(); primary++) {
            if (!isOpen(cluster, request, rules, primary)
                    || !survey.askPrimary(instance, primary, false).isEmpty()) {
                continue;
            }
            if (request.requiredNodes() == 1) {
                keeping(each, Placement.on(primary)).ifPresent(found::add);
                continue;
            }
            for (int secondary = 0;
                    request.requiredNodes() == 2 && secondary < cluster.nodes().size();
                    secondary++) {
                if (secondary != primary
                        && isOpen(cluster, request, rules, secondary)
                        && cluster.nodes().get(secondary).group()
                                == cluster.nodes().get(primary).group()
                        && survey.askSecondary(instance, primary, secondary).isEmpty()) {
                    keeping(each, new Placement(primary, secondary)).ifPresent(found::add);
                }
            }
        }
        return found;
    }

    private static boolean isOpen(Cluster cluster, Request.Allocate request, AllocationRules rules, int index) {
        Node node = cluster.nodes().get(index);
        Group group = cluster.groups().get(node.group());
        boolean isWanted = request.group()
                .map(name -> group.name().equals(name) || group.uuid().equals(name))
                .orElse(group.allocationPolicy() != AllocationPolicy.UNALLOCABLE);
        return isWanted
                && rules.permits(node)
                && group.networks().containsAll(request.instance().networks());
    }

    private static Optional<Placement> keeping(Case each, Placement placement) {
        RuleChecker checker =
                new RuleChecker(each.rules().cluster(), each.rules().placing());
        List<Placement> now = new ArrayList<>(each.rules().cluster().instances().stream()
                .map(Instance::placement)
                .toList());
        int before = violations(checker, now);
        now.set(now.size() - 1, placement);
        return violations(checker, now) <= before ? Optional.of(placement) : Optional.empty();
    }

    private static int violations(RuleChecker checker, List<Placement> placements) {
        return checker.broken(placements).stream()
                .mapToInt(broken -> broken.violations())
                .sum();
    }
}
