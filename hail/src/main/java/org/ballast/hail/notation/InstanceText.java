package org.ballast.hail.notation;

import java.util.List;
import org.ballast.backends.Notation;
import org.ballast.model.Instance;
import org.ballast.model.InstanceStatus;
import org.ballast.model.Placement;
import org.ballast.model.TagRules;

/** The text of an instance in full. Of its interfaces only the networks are known. */
final class InstanceText {
    private static final String EVEN_LOAD =
            "DynUtil {cpuWeight = 1.0, memWeight = 1.0, dskWeight = 1.0, netWeight = 1.0}";

    private InstanceText() {}

    /**
     * Returns the instance.
     *
     * @param alias its short name
     * @param index its number
     * @param tags what its tags mean
     */
    static String of(Instance instance, String alias, int index, TagRules tags) {
        Placement placement = instance.placement();
        // An instance without nodes has node 0 twice, to Ganeti.
        int primary = placement.isNowhere() ? 0 : placement.primary();
        int secondary = placement.isNowhere() ? 0 : placement.secondary();
        return "Instance {name = " + Notation.quoted(instance.name()) + ", alias = " + Notation.quoted(alias)
                + ", mem = " + instance.memory() + ", dsk = " + instance.disk() + ", disks = "
                + GroupText.list(instance.disks(), InstanceText::of) + ", vcpus = " + instance.vcpus()
                + ", runSt = " + of(instance.status()) + ", pNode = " + primary + ", sNode = " + secondary
                + ", idx = " + index + ", util = " + EVEN_LOAD + ", movable = "
                + truth(instance.template().isBalanced())
                + ", autoBalance = " + truth(instance.autoBalance()) + ", diskTemplate = "
                + GroupText.of(instance.template()) + ", spindleUse = " + instance.spindleUse() + ", allTags = "
                + quoted(instance.tags()) + ", exclTags = " + quoted(tags.exclusionTags(instance))
                + ", dsrdLocTags = fromList "
                + quoted(List.copyOf(tags.desiredLocations(instance)))
                + ", locationScore = 0, arPolicy = ArNotEnabled, nics = "
                + GroupText.list(
                        instance.networks(), network -> "Nic {network = Just " + Notation.quoted(network) + "}")
                + ", forthcoming = " + truth(instance.forthcoming()) + "}";
    }

    private static String of(Instance.Disk disk) {
        String spindles = disk.spindles().isEmpty()
                ? "Nothing"
                : "Just " + Notation.argument(disk.spindles().getAsLong());
        return "Disk {dskSize = " + disk.size() + ", dskSpindles = " + spindles + "}";
    }

    private static String of(InstanceStatus status) {
        return switch (status) {
            case ADMIN_DOWN -> "StatusDown";
            case ADMIN_OFFLINE -> "StatusOffline";
            case ERROR_DOWN -> "ErrorDown";
            case ERROR_UP -> "ErrorUp";
            case ERROR_NODE_DOWN -> "NodeDown";
            case ERROR_NODE_OFFLINE -> "NodeOffline";
            case RUNNING -> "Running";
            case USER_DOWN -> "UserDown";
            case ERROR_WRONG_NODE -> "WrongNode";
        };
    }

    static String truth(boolean value) {
        return value ? "True" : "False";
    }

    static String quoted(List<String> texts) {
        return GroupText.list(texts, Notation::quoted);
    }
}
