package org.ballast.iallocator;

/** Places in a document as messages name them: {@code nodes.node3.free_memory}, {@code instances.web.disks[0].size}. */
final class Whereabouts {
    private Whereabouts() {}

    /** Returns the path to a field of an object. */
    static String field(String path, String field) {
        return path.isEmpty() ? Excerpt.readable(field) : path + "." + Excerpt.readable(field);
    }

    /** Returns the path to an item of a list. */
    static String item(String path, int index) {
        return path + "[" + index + "]";
    }
}
