package org.ballast.capacity.packing;

/** Follows a search while it runs. */
public interface PackingListener {
    /** Takes no interest. */
    PackingListener NONE = count -> {};

    /** Called with the number of instances that are known to fit by now, whenever there are more of them. */
    void found(int count);

    /** Asked often; once true, the search ends with what it has. */
    default boolean cancelled() {
        return false;
    }
}
