package org.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.ballast.cli.getopt.Command;
import org.ballast.cli.getopt.Getopt;
import org.ballast.cli.getopt.Option;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class GetoptArgumentsTest {
    private static final CommandSpec SPEC = CommandSpec.create()
            .addOption(OptionSpec.builder("-v", "--verbose")
                    .description("Say more.")
                    .build())
            .addOption(OptionSpec.builder("-l", "--length")
                    .arity("1")
                    .paramLabel("N")
                    .build())
            .addOption(OptionSpec.builder("--print")
                    .arity("0..1")
                    .paramLabel("FIELDS")
                    .fallbackValue("usual")
                    .build());

    @Test
    void optionsAreDescribed() {
        assertThat(GetoptArguments.options(SPEC))
                .startsWith(
                        Option.flag("-v,--verbose", "Say more."),
                        Option.with("N", "-l,--length", ""),
                        Option.maybeWith("FIELDS", "usual", "--print", ""))
                .endsWith(Command.STANDARD_OPTIONS.toArray(Option[]::new));
    }

    @Test
    void picocliSeesFullNamesOnly() {
        List<Option> options = GetoptArguments.options(SPEC);
        assertThat(GetoptArguments.rewrite(Getopt.read(options, Set.of(), "-vl", "--", "--pr", "-h", "x")))
                .containsExactly("--verbose", "--length=--", "--print=usual");
    }
}
