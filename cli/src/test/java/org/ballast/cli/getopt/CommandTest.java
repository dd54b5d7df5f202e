package org.ballast.cli.getopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ballast.cli.console.Failure;
import org.junit.jupiter.api.Test;

class CommandTest {
    private final KeptOption<List<String>> length = new KeptOption<>(
            Declaration.with("N", "-l,--length", "A length.").inGaneti("integer", 2), Values::commaSeparated);
    private final KeptOption<Boolean> choice = new KeptOption<>(
            Declaration.maybeWith(
                    "CHOICE",
                    "yes",
                    "--a-long-name-of-an-option",
                    "What fills more than a line of the list because it is so long."),
            Values::yesNo);
    private final KeptOption<String> all =
            new KeptOption<>(Declaration.flag("-a,--all", "All.").inGaneti("none", 1), Values::text);
    private final Command command = new Command(
            "sample", new Command.Operands("FILE", "file 1 1\n"), "Does nothing.", List.of(length, choice, all));

    private String answer(String... arguments) {
        command.read(arguments);
        return command.answer().orElse("none");
    }

    @Test
    void optionsTakeWhatIsGiven() {
        assertThat(command.read("x", "-l1,2", "-a", "y", "-al", "3", "--a-", "--a-=no"))
                .containsExactly("x", "y");
        assertThat(length.all()).containsExactly(List.of("1", "2"), List.of("3"));
        assertThat(all.isGiven()).isTrue();
        assertThat(all.count()).isEqualTo(2);
        assertThat(choice.last()).contains(false);
        assertThat(command.answer()).isEmpty();
    }

    @Test
    void theFirstBadValueIsReported() {
        assertThatThrownBy(() -> command.read("--a-long=x", "--a-long=y", "--help"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.BAD))
                .hasMessage("Error while parsing command line arguments:\n"
                        + "Invalid choice 'x', pass one of 'yes' or 'no'");
    }

    @Test
    void unknownOptionsAreReportedBeforeBadValues() {
        assertThatThrownBy(() -> command.read("--a-long=x", "-z")).hasMessageContaining("unrecognized option `-z'");
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
                  -a, --all                  All.
                  -V, --version              Show which version this is.
                  -h, --help                 Show this text.
                      --help-completion      List all options for the shell's completion.
                """);
    }

    @Test
    void versionIsPrinted() {
        assertThat(answer("--vers"))
                .startsWith("sample (Ballast) version 0.1.0\nmade for java 25\nrunning on java 25, ");
    }

    @Test
    void completionIsGanetisListAndThenOurOwnOptions() {
        assertThat(answer("--help-completion")).isEqualTo("""
                -a,--all none
                -l,--length integer
                -V,--version none
                -h,--help none
                --help-completion none
                file 1 1
                --a-long-name-of-an-option string
                """);
    }

    @Test
    void withoutHelpVersionOrCompletionNothingIsAsked() {
        assertThat(answer("-l", "--help", "file")).isEqualTo("none");
    }

    @Test
    void errorMessagesEndWithTheHelp() {
        assertThatThrownBy(() -> command.read("--bogus"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.NOT_UNDERSTOOD))
                .hasMessage("Command line error: unrecognized option `--bogus'\n\n"
                        + answer("-h").stripTrailing());
    }
}
