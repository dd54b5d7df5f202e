package org.ballast.model.rules;

/** The nodes of an instance that a rule is about. */
public enum Copies {
    /** The node it runs on. */
    PRIMARY("primary"),
    /** The node with the second copy of its disks; without such a node the rule does not apply. */
    SECONDARY("secondary"),
    /** Both. */
    BOTH("both");

    private final String label;

    Copies(String label) {
        this.label = label;
    }

    /** Returns the word for it in files. */
    public String label() {
        return label;
    }

    /** Returns whether the node that the instance runs on counts. */
    public boolean withPrimary() {
        return this != SECONDARY;
    }

    /** Returns whether the node with the second copy counts. */
    public boolean withSecondary() {
        return this != PRIMARY;
    }
}
