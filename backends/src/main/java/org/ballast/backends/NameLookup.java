package org.ballast.backends;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lookup of objects by the names people type: the full name, or its first components if no other name starts with them
 * ({@code web1.site} for {@code web1.site.example.com}).
 *
 * @param found full names of what was found
 * @param missing what was typed, where it stands for no name or for several, in the order typed
 */
record NameLookup(Set<String> found, List<String> missing) {

    static NameLookup of(List<String> typed, List<String> names) {
        Set<String> found = new LinkedHashSet<>();
        List<String> missing = new ArrayList<>();
        for (String each : typed) {
            List<String> matches = matches(each, names);
            if (matches.size() == 1) {
                found.add(matches.getFirst());
            } else {
                missing.add(each);
            }
        }
        return new NameLookup(found, missing);
    }

    private static List<String> matches(String typed, List<String> names) {
        if (names.contains(typed)) {
            return List.of(typed);
        }
        String prefix = typed + ".";
        return names.stream().filter(name -> name.startsWith(prefix)).toList();
    }
}
