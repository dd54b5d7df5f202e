package org.ballast.cli.getopt;

import java.util.List;

/**
 * A command line, taken apart.
 *
 * @param given the options, in their order, each as often as it is there
 * @param operands the arguments that belong to no option
 */
record ParsedArguments(List<Given> given, List<String> operands) {

    /** Copies the lists. */
    ParsedArguments {
        given = List.copyOf(given);
        operands = List.copyOf(operands);
    }

    /**
     * An option as given.
     *
     * @param value what is given for it; empty where it has no value
     */
    record Given(Option option, String value) {}
}
