package org.ballast.hail.notation;

import java.util.List;
import java.util.function.Function;
import org.ballast.backends.Notation;
import org.ballast.model.AllocationPolicy;
import org.ballast.model.Decimals;
import org.ballast.model.DiskTemplate;
import org.ballast.model.Group;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;

/** The text of a group in full, in the notation in which Ganeti writes down its own data. */
public final class GroupText {
    private GroupText() {}

    /** Returns the group with this number. */
    public static String of(int index, Group group) {
        return "Group {name = " + Notation.quoted(group.name()) + ", uuid = " + Notation.quoted(group.uuid())
                + ", idx = " + index + ", allocPolicy = " + of(group.allocationPolicy()) + ", networks = "
                + list(group.networks(), Notation::quoted) + ", iPolicy = " + of(group.policy()) + ", allTags = "
                + list(group.tags(), Notation::quoted) + "}";
    }

    static <T> String list(List<T> elements, Function<T, String> text) {
        return "[" + String.join(",", elements.stream().map(text).toList()) + "]";
    }

    private static String of(AllocationPolicy policy) {
        return switch (policy) {
            case PREFERRED -> "AllocPreferred";
            case LAST_RESORT -> "AllocLastResort";
            case UNALLOCABLE -> "AllocUnallocable";
        };
    }

    static String of(InstancePolicy policy) {
        return "IPolicy {iPolicyMinMaxISpecs = " + list(policy.ranges(), GroupText::of) + ", iPolicyStdSpec = "
                + of(policy.standard()) + ", iPolicyDiskTemplates = " + list(policy.templates(), GroupText::of)
                + ", iPolicyVcpuRatio = " + number(policy.vcpuRatio()) + ", iPolicySpindleRatio = "
                + number(policy.spindleRatio()) + "}";
    }

    private static String of(InstancePolicy.Range range) {
        return "MinMaxISpecs {minMaxISpecsMinSpec = " + of(range.min()) + ", minMaxISpecsMaxSpec = " + of(range.max())
                + "}";
    }

    private static String of(InstanceSpec spec) {
        return "ISpec {iSpecMemorySize = " + number(spec.memory()) + ", iSpecCpuCount = " + number(spec.cpus())
                + ", iSpecDiskSize = " + number(spec.diskSize()) + ", iSpecDiskCount = " + number(spec.diskCount())
                + ", iSpecNicCount = " + number(spec.nicCount()) + ", iSpecSpindleUse = " + number(spec.spindleUse())
                + "}";
    }

    private static String number(long value) {
        return Long.toString(value);
    }

    private static String number(double value) {
        return Decimals.shown(value);
    }

    static String of(DiskTemplate template) {
        return switch (template) {
            case DISKLESS -> "DTDiskless";
            case FILE -> "DTFile";
            case SHARED_FILE -> "DTSharedFile";
            case PLAIN -> "DTPlain";
            case BLOCK -> "DTBlock";
            case DRBD -> "DTDrbd8";
            case RBD -> "DTRbd";
            case EXT -> "DTExt";
            case GLUSTER -> "DTGluster";
        };
    }
}
