package org.ballast.hbal.rules;

import static org.ballast.backends.input.Quoted.quoted;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.rules.RuleSet;
import org.ballast.model.Cluster;
import org.ballast.model.rules.PlacementRule;

/** Reads a file of rules, in YAML or JSON. */
public final class RuleReader {
    private static final String RULES = "rules";
    private static final String DOMAINS = "domains";

    private final Cluster cluster;
    private final Domains domains;
    private final List<PlacementRule> rules = new ArrayList<>();
    private final Set<Integer> neverLive = new HashSet<>();
    private final List<String> warnings = new ArrayList<>();

    private RuleReader(Cluster cluster) {
        this.cluster = cluster;
        domains = new Domains(cluster);
    }

    /**
     * Reads a file.
     *
     * @param cluster whose instances and nodes the rules name
     * @throws BackendException if it cannot be read, is not in the format, or names what does not exist
     */
    public static RuleSet read(Path file, Cluster cluster) {
        RuleReader reader = new RuleReader(cluster);
        YamlValue document = YamlFile.read(file)
                .orElseThrow(() -> new BackendException(file + ": expected " + RULES + ", found nothing but blanks"));
        reader.readDocument(document);
        if (reader.rules.isEmpty() && reader.neverLive.isEmpty() && reader.warnings.isEmpty()) {
            reader.warnings.add(file + ": there is no rule in it");
        }
        return new RuleSet(reader.rules, reader.neverLive, reader.warnings);
    }

    private void readDocument(YamlValue document) {
        Map<String, YamlValue> fields = document.fields();
        fields.forEach((name, value) -> {
            if (!name.equals(RULES) && !name.equals(DOMAINS)) {
                throw value.refused("unknown field, expected " + DOMAINS + " and " + RULES);
            }
        });
        Optional.ofNullable(fields.get(DOMAINS)).ifPresent(value -> domains.define(value, warnings));
        Optional.ofNullable(fields.get(RULES))
                .ifPresent(value -> value.elements().forEach(this::readRule));
    }

    private void readRule(YamlValue value) {
        YamlValue rule = new YamlValue(value.file(), "rule", value.node());
        Map<String, YamlValue> fields = rule.fields();
        List<RuleKind> kinds = fields.keySet().stream()
                .map(RuleKind::of)
                .flatMap(Optional::stream)
                .toList();
        if (kinds.size() != 1) {
            String found = kinds.isEmpty()
                    ? quoted(String.join(", ", fields.keySet()))
                    : String.join(" and ", kinds.stream().map(RuleKind::label).toList());
            throw rule.refused("expected one of " + RuleKind.labels() + ", found " + found);
        }
        RuleKind kind = kinds.getFirst();
        for (Map.Entry<String, YamlValue> field : fields.entrySet()) {
            if (!kind.takes(field.getKey())) {
                throw field.getValue().refused("unknown field, expected " + kind.fieldNames());
            }
        }
        RuleFields read = new RuleFields(cluster, domains, warnings, rule, kind, fields);
        rules.addAll(read.rules());
        neverLive.addAll(read.neverLive());
    }
}
