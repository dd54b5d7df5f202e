package org.ballast.hbal;

/** What is said where the load of instances was not measured. */
final class LoadNote {
    /** Says what is assumed, and how to do better. */
    static final String TEXT = "No load was measured, so each instance counts as one of CPU, memory, disk and network"
            + " load; -U FILE gives it, with a line \"INSTANCE CPU MEMORY DISK NETWORK\" for each, such as"
            + " \"web1.example.com 0.5 0.3 0.1 0.2\".";

    private LoadNote() {}
}
