package org.ballast.planner.place.relocate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ballast.model.Move;
import org.ballast.model.Placement;
import org.ballast.planner.state.ClusterState;
import org.ballast.planner.state.MoveKind;
import org.ballast.planner.state.Replay;
import org.ballast.planner.state.Trial;

/**
 * The search for a short sequence of safe moves after which an instance fits that fits nowhere now. Of sequences of the
 * same length it takes the one that moves least data.
 *
 * <p>It looks where least is missing ({@link PlacementShortfall}): instances leave the nodes that are nearest to taking
 * the new one, and the most promising beginnings are followed, move by move. It may miss a way where there is one; what
 * it returns has been placed for real.
 */
public final class RoomMaker {
    /** Beginnings that are followed from one move to the next. */
    private static final int BEGINNINGS = 6;
    /** Ways that are tried out for real, of those after which nothing seems to be missing. */
    private static final int ATTEMPTS = 24;

    private final ClusterState state;
    private final Replay replay;
    private final PlacementShortfall shortfall;
    private final Fit fit;
    private final Predicate<List<Move>> approval;

    /** A search of nodes for the instance in the present state. */
    public interface Fit {
        /** Returns where it goes, if it fits. */
        Optional<Placement> search();
    }

    /**
     * Prepares a search.
     *
     * @param open the nodes on which the instance may be placed, of any group
     * @param fit searches nodes for the instance
     * @param approval has the last word on the moves
     */
    public RoomMaker(ClusterState state, int instance, List<Integer> open, Fit fit, Predicate<List<Move>> approval) {
        this.state = state;
        replay = new Replay(state, false);
        this.fit = fit;
        this.approval = approval;
        shortfall = new PlacementShortfall(state, instance, open);
    }

    /**
     * Room that was made.
     *
     * @param moves the moves in order
     * @param placement where the instance goes then
     * @param data MiB of disks and memory that the moves copy
     */
    public record Room(List<Move> moves, Placement placement, long data) {
        /** Copies the moves. */
        public Room {
            moves = List.copyOf(moves);
        }
    }

    /** The beginning of a way. */
    private record Way(List<Move> moves, double missing, long data) {
        Way then(Move move, double newGap, long added) {
            List<Move> more = new ArrayList<>(moves);
            more.add(move);
            return new Way(more, newGap, data + added);
        }
    }

    /** Returns the room made by at most so many moves, if there is a way; the state is as before afterwards. */
    public Optional<Room> make(int moves) {
        List<Way> beginnings = List.of(new Way(List.of(), Double.POSITIVE_INFINITY, 0));
        for (int depth = 0; depth < moves && !beginnings.isEmpty(); depth++) {
            List<Way> longer = new ArrayList<>();
            for (Way way : beginnings) {
                replay.during(way.moves(), () -> extend(way, longer));
            }
            longer.sort(Comparator.comparingDouble(Way::missing).thenComparingLong(Way::data));
            Optional<Room> room = firstThatFits(longer);
            if (room.isPresent()) {
                return room;
            }
            beginnings = longer.subList(0, Math.min(BEGINNINGS, longer.size()));
        }
        return Optional.empty();
    }

    private void extend(Way way, List<Way> longer) {
        shortfall.refresh();
        Trial trial = new Trial(state);
        for (int resident : shortfall.movable()) {
            int[] targets =
                    shortfall.roomiest(state.groupOf(state.placement(resident).primary()));
            for (MoveKind kind : kinds(resident)) {
                if (kind == MoveKind.FAILOVER) {
                    weigh(way, trial, kind.move(resident, Placement.NONE), longer);
                    continue;
                }
                for (int target : targets) {
                    Placement from = state.placement(resident);
                    if (target != from.primary() && target != from.secondary()) {
                        weigh(way, trial, kind.move(resident, target), longer);
                    }
                }
            }
        }
    }

    private List<MoveKind> kinds(int resident) {
        return switch (state.instance(resident).template().mirroring()) {
            case NONE -> List.of();
            case EXTERNAL -> List.of(MoveKind.FAILOVER_TO_ANY);
            case INTERNAL ->
                List.of(
                        MoveKind.FAILOVER,
                        MoveKind.REPLACE_SECONDARY,
                        MoveKind.REPLACE_AND_FAILOVER,
                        MoveKind.REPLACE_PRIMARY,
                        MoveKind.FAILOVER_AND_REPLACE);
        };
    }

    private void weigh(Way way, Trial trial, Move move, List<Way> longer) {
        if (!trial.move(move, false).accepted()) {
            return;
        }
        double missing = shortfall.after(trial);
        if (missing < way.missing() || missing == 0) {
            longer.add(way.then(move, missing, data(move, state.placement(move.instance()))));
        }
    }

    private long data(Move move, Placement from) {
        return move.dataMib(from, state.instance(move.instance()));
    }

    /** Tries the ways after which nothing seems to be missing; those are the first. */
    private Optional<Room> firstThatFits(List<Way> ways) {
        List<Room> found = new ArrayList<>();
        for (int k = 0; k < Math.min(ATTEMPTS, ways.size()) && ways.get(k).missing() == 0 && found.isEmpty(); k++) {
            Way way = ways.get(k);
            if (approval.test(way.moves())) {
                replay.during(
                        way.moves(),
                        () -> fit.search()
                                .ifPresent(placement -> found.add(new Room(way.moves(), placement, way.data()))));
            }
        }
        return found.stream().findFirst();
    }
}
