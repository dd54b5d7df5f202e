package org.ballast.cli.options;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Mark of an option that Ganeti has as well, beside picocli's annotation that declares it. An option without it is our
 * own: it gives way where an abbreviation may mean one of Ganeti's, and comes after these where shells ask for a list.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface GanetiOption {
    /** Returns what kind of value {@code --help-completion} of Ganeti says that it has. */
    String kind();

    /**
     * Returns which line of that list it is, from 1, for each command that has it: such as {@code hbal 14, hcheck 13}.
     */
    String lines();
}
