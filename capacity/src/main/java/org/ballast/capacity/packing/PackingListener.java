package org.ballast.capacity.packing;

/** A listener to a search while it runs. */
public interface PackingListener {
    /** A listener that ignores everything. */
    PackingListener NONE = count -> {};

    /** Called with the number of instances that are known to fit by now, whenever there are more of them. */
    void found(int count);

    /** Asked often; once true, the search ends with what it has. */
    default boolean cancelled() {
        return false;
    }
}
