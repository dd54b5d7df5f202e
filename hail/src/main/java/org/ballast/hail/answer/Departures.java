package org.ballast.hail.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ballast.iallocator.Opcode;
import org.ballast.iallocator.Reply;
import org.ballast.iallocator.Request;
import org.ballast.model.DiskTemplate;
import org.ballast.model.EvacuationMode;
import org.ballast.model.Instance;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.place.AllocationRules;
import org.ballast.planner.place.relocate.GroupChange;
import org.ballast.planner.place.relocate.NodeEvacuation;
import org.ballast.planner.place.relocate.RelocationOutcome;
import org.ballast.planner.state.ClusterState;

/** The answers to requests that take instances away from their nodes. */
final class Departures {
    private final ClusterState state;
    private final Directory directory;
    private final AllocationRules rules;
    private final HindranceText texts;

    Departures(ClusterState state, Directory directory, AllocationRules rules) {
        this.state = state;
        this.directory = directory;
        this.rules = rules;
        texts = new HindranceText(state, directory);
    }

    Answer evacuate(Request.NodeEvacuate request) {
        NodeEvacuation evacuation = new NodeEvacuation(state, rules);
        return moves(evacuation.evacuate(instances(request.instances()), request.mode()));
    }

    Answer changeGroup(Request.ChangeGroup request) {
        List<Integer> groups = new ArrayList<>();
        for (String group : request.targetGroups()) {
            groups.add(directory.group(group));
        }
        return moves(new GroupChange(state, rules).change(instances(request.instances()), groups));
    }

    private List<Integer> instances(List<String> names) {
        List<Integer> instances = new ArrayList<>();
        for (String name : names) {
            instances.add(directory.instance(name));
        }
        return instances;
    }

    private Answer moves(List<RelocationOutcome> relocations) {
        List<Reply.Moved> moved = new ArrayList<>();
        List<Reply.Failed> failed = new ArrayList<>();
        List<List<Opcode>> jobs = new ArrayList<>();
        for (RelocationOutcome relocation : relocations) {
            Instance instance = state.instance(relocation.instance());
            switch (relocation) {
                case RelocationOutcome.Moved(int i, Placement placement, List<Move> moves) -> {
                    int group = state.groupOf(placement.primary());
                    moved.add(new Reply.Moved(
                            instance.name(), directory.group(group).name(), nodes(i, placement)));
                    jobs.add(job(instance, moves));
                }
                case RelocationOutcome.Stuck stuck -> failed.add(new Reply.Failed(instance.name(), texts.of(stuck)));
            }
        }
        return Answer.of(new Reply.Moves(moved, failed, jobs), state, relocations);
    }

    private List<String> nodes(int i, Placement placement) {
        boolean mirrored = state.instance(i).template() == DiskTemplate.DRBD;
        return directory.nodeNames(mirrored ? placement : Placement.on(placement.primary()));
    }

    private List<Opcode> job(Instance instance, List<Move> moves) {
        List<Opcode> job = new ArrayList<>();
        for (Move move : moves) {
            switch (move) {
                case Move.Failover _ -> job.add(failover(instance, Optional.empty()));
                case Move.FailoverToAny any ->
                    job.add(failover(instance, Optional.of(directory.nodeName(any.target()))));
                case Move.ReplaceSecondary replace ->
                    job.add(new Opcode.InstanceReplaceDisks(instance.name(), directory.nodeName(replace.target())));
                case Move.ReplacePrimary _, Move.ReplaceAndFailover _, Move.FailoverAndReplace _, Move.OfflineMove _ ->
                    throw new IllegalArgumentException("no evacuation plans " + move);
            }
        }
        return job;
    }

    /** An instance that does not exist yet cannot migrate. */
    private static Opcode failover(Instance instance, Optional<String> target) {
        return instance.forthcoming()
                ? new Opcode.InstanceFailover(instance.name(), target)
                : new Opcode.InstanceMigrate(instance.name(), target);
    }

    Answer relocate(Request.Relocate request) {
        if (request.requiredNodes() != 1) {
            throw new RequestRefused("Exchange " + request.requiredNodes() + " nodes mode is not implemented");
        }
        int i = directory.instance(request.instance());
        boolean mirrored = switch (state.instance(i).template().mirroring()) {
            case NONE -> throw new RequestRefused("Can't relocate non-mirrored instances");
            case INTERNAL -> true;
            case EXTERNAL -> false;
        };
        requireLeaving(request, mirrored, state.placement(i));
        EvacuationMode mode = mirrored ? EvacuationMode.SECONDARY_ONLY : EvacuationMode.PRIMARY_ONLY;
        RelocationOutcome relocation =
                new NodeEvacuation(state, rules).evacuate(List.of(i), mode).getFirst();
        return switch (relocation) {
            case RelocationOutcome.Moved moved -> {
                int target = mirrored
                        ? moved.placement().secondary()
                        : moved.placement().primary();
                yield Answer.of(new Reply.Relocated(List.of(directory.nodeName(target))), state, List.of(relocation));
            }
            case RelocationOutcome.Stuck stuck -> Answer.of(new Reply.Refused(texts.of(stuck)), state, List.of(stuck));
        };
    }

    /**
     * An instance leaves its secondary node if it has a mirror, otherwise its primary: nothing else can be asked for.
     */
    private void requireLeaving(Request.Relocate request, boolean mirrored, Placement placement) {
        int leaving = mirrored ? placement.secondary() : placement.primary();
        List<Integer> wanted = new ArrayList<>();
        for (String node : request.relocateFrom()) {
            wanted.add(directory.node(node));
        }
        if (!wanted.equals(List.of(leaving))) {
            throw new RequestRefused("Unsupported request: excluded nodes not equal to instance's "
                    + (mirrored ? "secondary" : "primary") + "(" + leaving + " versus "
                    + wanted.toString().replace(" ", "") + ")");
        }
    }
}
