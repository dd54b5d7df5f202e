package org.ballast.hbal.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ballast.backends.text.TextReader;
import org.ballast.model.Cluster;
import org.ballast.model.Instance;

/** Two racks of two nodes each, and a few instances, with the tags that a test gives. */
final class Racks {
    private Racks() {}

    static Cluster cluster() {
        return cluster(List.of(), Map.of());
    }

    /**
     * Returns the cluster.
     *
     * @param tags the cluster's tags
     * @param instanceTags more tags of some instances, by their first name
     */
    static Cluster cluster(List<String> tags, Map<String, List<String>> instanceTags) {
        Cluster plain = TextReader.read(
                String.join(
                        "\n",
                        "g1|uuid-1|preferred|",
                        "",
                        node("n1", "rack:a,ssd"),
                        node("n2", "rack:a"),
                        node("n3", "rack:b,ssd"),
                        node("n4", "rack:b"),
                        "",
                        instance("db1", "n1", "n2", "service:db"),
                        instance("db2", "n1", "n3", "service:db"),
                        instance("web1", "n2", "n3", "service:web"),
                        instance("web2", "n4", "n3", "service:web,old"),
                        instance("mail", "n3", "n4", ""),
                        instance("mail.sub", "n3", "n4", ""),
                        "",
                        ""),
                "racks.data");
        List<Instance> instances = new ArrayList<>();
        for (Instance instance : plain.instances()) {
            List<String> more = instanceTags.getOrDefault(
                    instance.name().substring(0, instance.name().indexOf('.')), List.of());
            List<String> all = new ArrayList<>(instance.tags());
            all.addAll(more);
            instances.add(new Instance(
                    instance.name(),
                    instance.memory(),
                    instance.disk(),
                    instance.disks(),
                    instance.vcpus(),
                    instance.status(),
                    instance.autoBalance(),
                    instance.placement(),
                    instance.template(),
                    all,
                    instance.spindleUse(),
                    instance.forthcoming(),
                    instance.networks()));
        }
        return new Cluster(plain.groups(), plain.nodes(), instances, tags, plain.policy());
    }

    private static String node(String name, String tags) {
        return name + ".site|16384|0|16384|200000|200000|8|N|uuid-1|1|" + tags;
    }

    private static String instance(String name, String primary, String secondary, String tags) {
        return name + ".site|1024|1000|1|running|Y|" + primary + ".site|" + secondary + ".site|drbd|" + tags + "|1";
    }
}
