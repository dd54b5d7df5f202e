package org.ballast.cli.text;

import org.ballast.planner.state.Verdict;

/** Ganeti's names for the checks that a placement can fail. */
public final class FailureName {
    private FailureName() {}

    /** Returns the name. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> throw new IllegalArgumentException("accepted");
            case MEMORY -> "FailMem";
            case DISK -> "FailDisk";
            case VCPUS -> "FailCPU";
            case REDUNDANCY -> "FailN1";
            case EXCLUSION_TAG -> "FailTags";
            case MIGRATION_TAG -> "FailMig";
            case DISK_COUNT -> "FailDiskCount";
            case SPINDLES -> "FailSpindles";
        };
    }
}
