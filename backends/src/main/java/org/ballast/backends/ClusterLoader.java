package org.ballast.backends;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.ballast.backends.LoadOptions.MeasuredLoad;
import org.ballast.backends.LoadOptions.MovableInstances;
import org.ballast.backends.iallocator.RequestFile;
import org.ballast.backends.input.BackendException;
import org.ballast.backends.input.ReadCluster;
import org.ballast.backends.simulation.Simulation;
import org.ballast.backends.text.TextReader;
import org.ballast.iallocator.Message;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;
import org.ballast.model.N1Rule;
import org.ballast.model.Node;
import org.ballast.model.Scenario;
import org.ballast.model.ScoreWeights;
import org.ballast.model.TagRules;
import org.ballast.model.Utilisation;

/** Loads clusters from their {@linkplain ClusterSource sources}. */
public final class ClusterLoader {
    private static final UtilisationFile NOTHING_MEASURED = new UtilisationFile("", List.of());

    private ClusterLoader() {}

    /**
     * Loads a cluster, with nothing but what its source says.
     *
     * @throws BackendException if the source cannot be read
     */
    public static LoadedCluster load(ClusterSource source) {
        return load(Optional.of(source), LoadOptions.NONE);
    }

    /**
     * Loads a cluster. Whether there is a source is only asked when the measured load has been read.
     *
     * @throws BackendException if no source is named, an input cannot be read, or an instance's name stands for none or
     *     for several
     */
    public static LoadedCluster load(Optional<ClusterSource> source, LoadOptions options) {
        MeasuredLoad load = options.load();
        UtilisationFile measured = during(
                "can't parse utilisation data",
                () -> load.file().map(UtilisationFile::read).orElse(NOTHING_MEASURED));
        return during("failed to load data, aborting", () -> {
            ReadCluster read = read(source.orElseThrow(() -> new BackendException("No backend selected! Exiting.")));
            Cluster cluster = read.cluster();
            boolean isLoadMeant = load.file().isPresent() && !load.ignored();
            List<String> remarks = isLoadMeant ? measured.remarks(cluster.instances()) : List.of();
            return examined(
                    new ReadCluster(
                            cluster,
                            Stream.concat(read.remarks().stream(), remarks.stream())
                                    .toList(),
                            read.unusualNames()),
                    scenario(cluster, measured, options));
        });
    }

    /** Returns what is known of a cluster that was read already, without any wish of a user. */
    public static LoadedCluster of(Cluster cluster) {
        return of(cluster, N1Rule.REPORTED);
    }

    /** Returns what is known of a cluster that was read already, whose nodes are judged by this rule. */
    public static LoadedCluster of(Cluster cluster, N1Rule n1Rule) {
        return examined(
                new ReadCluster(cluster, List.of(), Map.of()),
                Scenario.of(cluster).withN1Rule(n1Rule));
    }

    private static LoadedCluster examined(ReadCluster read, Scenario scenario) {
        Cluster cluster = read.cluster();
        return new LoadedCluster(
                cluster,
                scenario,
                MissingResources.warnings(cluster),
                read.remarks(),
                read.unusualNames(),
                CommonSuffix.of(names(cluster)));
    }

    private static ReadCluster read(ClusterSource source) {
        return switch (source) {
            case ClusterSource.TextFile(Path file) -> TextReader.examine(file);
            case ClusterSource.SimulatedGroups(List<String> descriptions) ->
                new ReadCluster(Simulation.cluster(descriptions), List.of(), Map.of());
            case ClusterSource.AllocationRequest(Path file, StaticNodeMemory nodeMemory) ->
                cluster(RequestFile.read(file), nodeMemory);
        };
    }

    private static ReadCluster cluster(Message message, StaticNodeMemory nodeMemory) {
        return new ReadCluster(
                nodeMemory.applyTo(message.cluster(), message.hypervisors()), List.of(), message.unusualNames());
    }

    private static Scenario scenario(Cluster cluster, UtilisationFile measured, LoadOptions options) {
        List<Utilisation> utilisation = options.load().ignored()
                ? cluster.instances().stream().map(instance -> Utilisation.NONE).toList()
                : measured.of(cluster.instances());
        List<String> exclusionPrefixes =
                options.exclusionTags().stream().map(prefix -> prefix + ":").toList();
        return new Scenario(
                cluster,
                TagRules.of(cluster.tags(), exclusionPrefixes),
                utilisation,
                pinned(cluster, options.movable()),
                Scenario.FillLimits.POLICY,
                ScoreWeights.USUAL,
                options.n1Rule());
    }

    private static Set<Integer> pinned(Cluster cluster, MovableInstances movable) {
        List<String> names = cluster.instances().stream().map(Instance::name).toList();
        NameLookup selected = NameLookup.of(movable.selected(), names);
        NameLookup excluded = NameLookup.of(movable.excluded(), names);
        List<String> missing = Stream.concat(selected.missing().stream(), excluded.missing().stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new BackendException("Unknown instance(s): "
                    + Notation.list(missing.stream().map(Notation::quoted).toList()));
        }
        Set<Integer> pinned = new HashSet<>();
        for (int index = 0; index < names.size(); index++) {
            boolean isSelected = selected.found().isEmpty() || selected.found().contains(names.get(index));
            if (!isSelected || excluded.found().contains(names.get(index))) {
                pinned.add(index);
            }
        }
        return pinned;
    }

    private static List<String> names(Cluster cluster) {
        return Stream.concat(
                        cluster.nodes().stream().map(Node::name),
                        cluster.instances().stream().map(Instance::name))
                .toList();
    }

    private static <T> T during(String task, Supplier<T> work) {
        try {
            return work.get();
        } catch (BackendException e) {
            throw e.during(task);
        }
    }
}
