package org.ballast.capacity.whatif;

import java.util.List;
import java.util.stream.Stream;

/**
 * The effects of a change on existing instances, by name.
 *
 * @param displaced those that run on another node
 * @param recreated those of them whose local disks are gone, so that they have to be restored
 * @param stranded those that find no node; they are not part of the cluster any more, but a second copy of their disks
 *     keeps its space where it is
 * @param unmirrored those that run, but without the second copy of their disks that they should have
 */
public record Losses(List<String> displaced, List<String> recreated, List<String> stranded, List<String> unmirrored) {
    /** No effects. */
    public static final Losses NONE = new Losses(List.of(), List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Losses {
        displaced = List.copyOf(displaced);
        recreated = List.copyOf(recreated);
        stranded = List.copyOf(stranded);
        unmirrored = List.copyOf(unmirrored);
    }

    /** Returns both, one after the other; an instance stranded in the end is neither displaced nor unmirrored. */
    Losses then(Losses later) {
        return new Losses(
                both(displaced, later.displaced, later.stranded),
                both(recreated, later.recreated, later.stranded),
                both(stranded, later.stranded, List.of()),
                both(unmirrored, later.unmirrored, later.stranded));
    }

    private static List<String> both(List<String> one, List<String> other, List<String> except) {
        return Stream.concat(one.stream(), other.stream())
                .distinct()
                .filter(name -> !except.contains(name))
                .toList();
    }
}
