package org.ballast.hbal.rules;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.ballast.backends.rules.IgnoredNodes;
import org.ballast.backends.rules.TagValues;
import org.ballast.model.Cluster;
import org.ballast.model.rules.Copies;
import org.ballast.model.rules.PlacementRule;
import org.ballast.model.rules.Places;
import org.ballast.model.rules.RuleOrigin;

/**
 * The fields of one rule in a file.
 *
 * @param domains the failure domains that rules may name
 * @param warnings where warnings are added
 * @param rule the rule as a whole
 * @param fields its fields, all of which its kind takes
 */
record RuleFields(
        Cluster cluster,
        Domains domains,
        List<String> warnings,
        YamlValue rule,
        RuleKind kind,
        Map<String, YamlValue> fields) {

    /** Returns the rules that the fields ask for: one, or with {@code by-tag} one for each tag. */
    List<PlacementRule> rules() {
        return switch (kind) {
            case KEEP_APART ->
                byTag(
                        main(),
                        (origin, group) ->
                                new PlacementRule.KeepApart(origin, group, places(), copies(Copies.PRIMARY)));
            case KEEP_TOGETHER ->
                byTag(main(), (origin, group) -> new PlacementRule.KeepTogether(origin, group, places()));
            case AT_MOST -> {
                int limit = required(kind.label()).count();
                List<Integer> instances =
                        field("instances").map(selection()::select).orElseGet(selection()::all);
                yield byTag(
                        instances,
                        (origin, group) ->
                                new PlacementRule.AtMost(origin, limit, group, places(), copies(Copies.PRIMARY)));
            }
            case COPIES_APART -> {
                required("domain");
                yield List.of(new PlacementRule.CopiesApart(origin(), main(), places()));
            }
            case ALLOWED_NODES -> {
                Set<Integer> nodes = nodes();
                if (nodes.isEmpty()) {
                    throw required(kind.label()).refused("expected at least one node, found none");
                }
                yield List.of(new PlacementRule.AllowedNodes(origin(), instances(), nodes, copies(Copies.BOTH)));
            }
            case FORBIDDEN_NODES ->
                List.of(new PlacementRule.ForbiddenNodes(origin(), instances(), nodes(), copies(Copies.BOTH)));
            case PINNED -> List.of(new PlacementRule.Pinned(origin(), main(), copies(Copies.PRIMARY)));
            case DO_NOT_MOVE -> List.of(new PlacementRule.DoNotMove(origin(), main()));
            case IGNORE_NODES -> {
                Set<Integer> nodes = nodes();
                yield nodes.isEmpty() ? List.of() : IgnoredNodes.rules(cluster, origin(), nodes);
            }
            case NO_LIVE_MIGRATION -> List.of();
        };
    }

    /** Returns the instances that must not be migrated live. */
    List<Integer> neverLive() {
        return kind == RuleKind.NO_LIVE_MIGRATION ? main() : List.of();
    }

    private List<PlacementRule> byTag(
            List<Integer> instances, BiFunction<RuleOrigin, List<Integer>, PlacementRule> make) {
        Optional<YamlValue> prefix = field("by-tag");
        if (prefix.isEmpty()) {
            return List.of(make.apply(origin(), instances));
        }
        String name = withoutColon(prefix.get().text());
        SortedMap<String, List<Integer>> groups = TagValues.of(cluster, instances, name);
        if (groups.isEmpty()) {
            warnings.add(prefix.get().place() + "no instance here has a tag " + quoted(name + ":"));
        }
        return groups.entrySet().stream()
                .map(group -> make.apply(
                        new RuleOrigin(origin().name(), origin().source() + ", " + group.getKey()), group.getValue()))
                .toList();
    }

    private Selection selection() {
        return Selection.ofInstances(cluster, warnings);
    }

    /** Returns the instances that the field named after the kind selects. */
    private List<Integer> main() {
        return selection().select(required(kind.label()));
    }

    private List<Integer> instances() {
        return selection().select(required("instances"));
    }

    private Set<Integer> nodes() {
        return new HashSet<>(Selection.ofNodes(cluster, warnings).select(required(kind.label())));
    }

    private Places places() {
        return field("domain").map(domains::named).orElseGet(() -> Places.nodes(cluster));
    }

    private Copies copies(Copies usual) {
        return field("copies")
                .map(value -> Arrays.stream(Copies.values())
                        .filter(each -> each.label().equals(value.text()))
                        .findFirst()
                        .orElseThrow(() ->
                                value.refused("expected primary, secondary or both, found " + quoted(value.text()))))
                .orElse(usual);
    }

    private RuleOrigin origin() {
        Path file = Optional.ofNullable(rule.file().getFileName()).orElse(rule.file());
        return new RuleOrigin(field("name").map(YamlValue::text), file + ":" + rule.line());
    }

    private Optional<YamlValue> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    private YamlValue required(String name) {
        return field(name).orElseThrow(() -> rule.refused(kind.label() + " needs the field " + name));
    }

    private static String withoutColon(String prefix) {
        return prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1) : prefix;
    }
}
