package org.ballast.hspace.study;

/** The mode of filling a cluster, by the sizes of instances. */
public enum Mode {
    /** Ever smaller ones. */
    TIERED("Tiered"),
    /** All the same. */
    STANDARD("Standard");

    private final String title;

    Mode(String title) {
        this.title = title;
    }

    /** Returns its name at the start of a line. */
    public String title() {
        return title;
    }

    /** Returns its name in a sentence and in names of files. */
    public String word() {
        return switch (this) {
            case TIERED -> "tiered";
            case STANDARD -> "standard";
        };
    }
}
