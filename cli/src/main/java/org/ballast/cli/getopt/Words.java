package org.ballast.cli.getopt;

import java.util.List;

/**
 * A command line, taken apart.
 *
 * @param given the options, in their order, each as often as it is there
 * @param operands the arguments that belong to no option
 */
public record Words(List<Given> given, List<String> operands) {

    /** Copies the lists. */
    public Words {
        given = List.copyOf(given);
        operands = List.copyOf(operands);
    }

    /**
     * An option that is there.
     *
     * @param value what is given for it; empty where it has no value
     */
    public record Given(Option option, String value) {}

    /** Returns whether the option of this long name is there. */
    public boolean has(String name) {
        for (Given each : given) {
            if (each.option().name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
