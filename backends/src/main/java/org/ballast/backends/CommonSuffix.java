package org.ballast.backends;

import java.util.List;

/** The domain that names have in common. */
final class CommonSuffix {
    private CommonSuffix() {}

    /** Returns the longest ending from a dot on that all names share; nothing if there is none. */
    static String of(List<String> names) {
        if (names.isEmpty()) {
            return "";
        }
        String first = names.getFirst();
        for (int dot = first.indexOf('.'); dot >= 0; dot = first.indexOf('.', dot + 1)) {
            String suffix = first.substring(dot);
            if (names.stream().allMatch(name -> name.endsWith(suffix))) {
                return suffix;
            }
        }
        return "";
    }
}
