package org.ballast.mobility;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.ballast.checker.HostRefusal;
import org.ballast.checker.MoveRefusal;
import org.ballast.checker.PlacementRefusal;
import org.ballast.checker.PlanRefusal;
import org.ballast.checker.Refusal;
import org.ballast.checker.RuleRefusal;
import org.ballast.cli.text.ShortNames;
import org.ballast.model.Cluster;
import org.ballast.planner.state.Verdict;

/** Why an instance cannot move. */
public sealed interface Immobility {
    /** Returns the name of this kind of reason in machine-readable output. */
    String label();

    /** Returns what instances of the same label have in common, in words. */
    String words();

    /** Returns the reason of this one instance. */
    String describe(Cluster cluster, ShortNames names);

    /** It would be held wherever it went. */
    record Held(Hindrance hindrance) implements Immobility {
        @Override
        public String label() {
            return hindrance.label();
        }

        @Override
        public String words() {
            return hindrance.words();
        }

        @Override
        public String describe(Cluster cluster, ShortNames names) {
            return hindrance.words();
        }
    }

    /**
     * Nodes have room, but users' rules forbid to go there.
     *
     * @param rules names of the rules
     * @param moves how many moves they forbid that nodes would accept
     */
    record Forbidden(List<String> rules, int moves) implements Immobility {
        /** Copies the names, each once, in order. */
        public Forbidden {
            rules = List.copyOf(new TreeSet<>(rules));
        }

        @Override
        public String label() {
            return "rules";
        }

        @Override
        public String words() {
            return "rules forbid every move that nodes would accept";
        }

        @Override
        public String describe(Cluster cluster, ShortNames names) {
            return (rules.size() == 1 ? "rule " : "rules ") + String.join(", ", rules)
                    + (moves == 1 ? " forbids the one move" : " forbid the " + moves + " moves")
                    + " that nodes would accept";
        }
    }

    /**
     * Its nodes refuse every move.
     *
     * @param verdicts how many moves failed by which check first
     * @param nearest the move that comes nearest
     */
    record Refused(Map<Verdict, Integer> verdicts, NearestMove nearest) implements Immobility {
        /** Copies the counts. */
        public Refused {
            verdicts = new EnumMap<>(verdicts);
        }

        /** Returns how many moves were tried. */
        public int tries() {
            return verdicts.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** Returns what keeps it from moving. */
        public Cause cause() {
            return nearest.others().stream()
                    .map(Cause::of)
                    .max(Comparator.naturalOrder())
                    .orElse(Cause.NO_ROOM);
        }

        @Override
        public String label() {
            return cause().label();
        }

        @Override
        public String words() {
            return cause().words;
        }

        @Override
        public String describe(Cluster cluster, ShortNames names) {
            String count = tries() == 1 ? "the one move was tried" : "all " + tries() + " moves were tried";
            return nearest.describe(cluster, names) + " (" + count + ")";
        }
    }

    /** It could move, but no move makes the score better. */
    record NoGain() implements Immobility {
        @Override
        public String label() {
            return "no-gain";
        }

        @Override
        public String words() {
            return "could move, but no move makes the score better";
        }

        @Override
        public String describe(Cluster cluster, ShortNames names) {
            return "it could move, but no move makes the score better";
        }
    }

    /** What nodes refuse moves for. */
    enum Cause {
        /** They lack a resource, or would exceed a limit. */
        NO_ROOM("no node has room"),
        /** Instances that exclude this one are there. */
        EXCLUSION_TAGS("exclusion tags keep nodes that have room from taking it"),
        /** They do not accept what comes from its node. */
        MIGRATION_TAGS("migration tags keep nodes that have room from taking it");

        private final String words;

        Cause(String words) {
            this.words = words;
        }

        private String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private static Cause of(Refusal refusal) {
            return switch (refusal) {
                case HostRefusal.ExclusionTag _ -> EXCLUSION_TAGS;
                case MoveRefusal.MigrationTag _ -> MIGRATION_TAGS;
                case HostRefusal _, MoveRefusal _, PlacementRefusal _, PlanRefusal _, RuleRefusal _ -> NO_ROOM;
            };
        }
    }
}
