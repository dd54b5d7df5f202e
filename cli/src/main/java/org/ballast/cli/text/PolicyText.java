package org.ballast.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.ballast.backends.Notation;
import org.ballast.model.Decimals;
import org.ballast.model.DiskTemplate;
import org.ballast.model.InstancePolicy;
import org.ballast.model.InstanceSpec;

/** An instance policy in Ganeti's notation. */
public final class PolicyText {
    private PolicyText() {}

    /** Returns the policy on one line. */
    public static String of(InstancePolicy policy) {
        List<String> ranges = new ArrayList<>();
        for (InstancePolicy.Range range : policy.ranges()) {
            ranges.add("MinMaxISpecs {minMaxISpecsMinSpec = " + spec(range.min()) + ", minMaxISpecsMaxSpec = "
                    + spec(range.max()) + "}");
        }
        List<String> templates = new ArrayList<>();
        for (DiskTemplate template : policy.templates()) {
            templates.add(name(template));
        }
        return "IPolicy {iPolicyMinMaxISpecs = " + Notation.list(ranges)
                + ", iPolicyStdSpec = " + spec(policy.standard())
                + ", iPolicyDiskTemplates = " + Notation.list(templates)
                + ", iPolicyVcpuRatio = " + Decimals.shown(policy.vcpuRatio())
                + ", iPolicySpindleRatio = " + Decimals.shown(policy.spindleRatio())
                + "}";
    }

    private static String spec(InstanceSpec spec) {
        return "ISpec {iSpecMemorySize = " + spec.memory()
                + ", iSpecCpuCount = " + spec.cpus()
                + ", iSpecDiskSize = " + spec.diskSize()
                + ", iSpecDiskCount = " + spec.diskCount()
                + ", iSpecNicCount = " + spec.nicCount()
                + ", iSpecSpindleUse = " + spec.spindleUse()
                + "}";
    }

    private static String name(DiskTemplate template) {
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
