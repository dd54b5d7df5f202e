package org.ballast.cli.options;

import org.ballast.cli.getopt.Values;
import org.ballast.model.N1Rule;
import picocli.CommandLine.ITypeConverter;

/** Reads the release of Ganeti whose rule for N+1 is meant. */
final class N1RuleNamed implements ITypeConverter<N1Rule> {
    @Override
    public N1Rule convert(String text) {
        return Values.n1Rule(text);
    }
}
