package org.ballast.cli.getopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.ballast.cli.console.Failure;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final Command COMMAND = new Command("sample", "FILE", "Does nothing.", options(), """
            -l,--length integer
            -V,--version none
            file 1 1
            """);

    private static List<Option> options() {
        List<Option> options = new ArrayList<>();
        options.add(Option.with("N", "-l,--length", "A length."));
        options.add(Option.maybeWith(
                "CHOICE",
                "yes",
                "--a-long-name-of-an-option",
                "What fills more than a line of the list because it is so long."));
        options.addAll(Command.STANDARD_OPTIONS);
        return options;
    }

    private static String answer(String... arguments) {
        return COMMAND.answer(COMMAND.read(arguments)).orElse("none");
    }

    @Test
    void helpListsAllOptions() {
        assertThat(answer("file", "-h", "-V")).isEqualTo("""
                sample (Ballast) version 0.1.0
                Usage: sample [OPTIONS] FILE
                Does nothing.
                  -l, --length=N             A length.
                      --a-long-name-of-an-option[=CHOICE]
                                             What fills more than a line of the list because it
                                               is so long.
                  -V, --version              Show which version this is.
                  -h, --help                 Show this text.
                      --help-completion      List all options for the shell's completion.
                """);
    }

    @Test
    void theVersionIsTold() {
        assertThat(answer("--vers"))
                .startsWith("sample (Ballast) version 0.1.0\nmade for java 25\nrunning on java 25, ");
    }

    @Test
    void completionListsThePeersOptionsFirst() {
        assertThat(answer("--help-completion")).isEqualTo("""
                -l,--length integer
                -V,--version none
                file 1 1
                --a-long-name-of-an-option string
                -h,--help none
                --help-completion none
                """);
    }

    @Test
    void otherwiseNothingIsAsked() {
        assertThat(answer("-l", "--help", "file")).isEqualTo("none");
    }

    @Test
    void mistakesEndInTheHelp() {
        assertThatThrownBy(() -> COMMAND.read("--bogus"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.NOT_UNDERSTOOD))
                .hasMessage("Command line error: unrecognized option `--bogus'\n\n"
                        + answer("-h").stripTrailing());
    }
}
