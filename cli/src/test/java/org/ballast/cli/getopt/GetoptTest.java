package org.ballast.cli.getopt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GetoptTest {
    private static final List<Option> OPTIONS = List.of(
            ganetis(Declaration.flag("-v,--verbose", "Say more.")),
            ganetis(Declaration.flag("-V,--version", "Say which.")),
            ganetis(Declaration.with("N", "-l,--length", "Say how long.")),
            ganetis(Declaration.maybeWith("FIELDS", "usual", "-p,--print", "Show.")),
            ganetis(Declaration.flag("--print-all", "Show all.")),
            ganetis(Declaration.with("NODE", "-O,--offline", "Take as offline.")),
            new KeptOption<>(Declaration.with("FORM", "--output", "Say how."), Values::text));

    private static Option ganetis(Declaration declaration) {
        return new KeptOption<>(declaration.inGaneti("none", 1), Values::text);
    }

    private static List<String> read(String... arguments) {
        ParsedArguments words = Getopt.read(OPTIONS, arguments);
        List<String> all = new ArrayList<>();
        for (ParsedArguments.Given given : words.given()) {
            all.add(given.option().declaration().name() + (given.value().isEmpty() ? "" : "=" + given.value()));
        }
        all.add("|");
        all.addAll(words.operands());
        return all;
    }

    private static void refused(String message, String... arguments) {
        assertThatThrownBy(() -> read(arguments))
                .isInstanceOf(BadCommandLine.class)
                .hasMessage(message);
    }

    @Test
    void operandsMayStandAnywhere() {
        assertThat(read("a", "-v", "b", "-l", "c", "-")).containsExactly("--verbose", "--length=c", "|", "a", "b", "-");
    }

    @Test
    void shortOptionsAreJoined() {
        assertThat(read("-vvl5")).containsExactly("--verbose", "--verbose", "--length=5", "|");
        assertThat(read("-vl", "5")).containsExactly("--verbose", "--length=5", "|");
        assertThat(read("-l=5")).containsExactly("--length==5", "|");
    }

    @Test
    void optionalValuesHaveToBeAttached() {
        assertThat(read("-p", "x", "-v")).containsExactly("--print=usual", "--verbose", "|", "x");
        assertThat(read("-px")).containsExactly("--print=x", "|");
        assertThat(read("--print", "x")).containsExactly("--print=usual", "|", "x");
        assertThat(read("--print=")).containsExactly("--print", "|");
    }

    @Test
    void longNamesMayBeShortenedWhileTheyAreUnique() {
        assertThat(read("--len=1", "--verb")).containsExactly("--length=1", "--verbose", "|");
        assertThat(read("--print=1")).containsExactly("--print=1", "|");
        assertThatThrownBy(() -> read("--ver")).hasMessage("""
                        option `--ver' is ambiguous; could be one of:
                          -v, --verbose              Say more.
                          -V, --version              Say which.
                        """);
    }

    @Test
    void abbreviationsPreferGanetisOptions() {
        assertThat(read("--o=n1", "--out=json")).containsExactly("--offline=n1", "--output=json", "|");
    }

    @Test
    void valuesMayLookLikeOptions() {
        assertThat(read("-l", "-v", "-O", "--")).containsExactly("--length=-v", "--offline=--", "|");
    }

    @Test
    void twoDashesEndTheOptions() {
        assertThat(read("-v", "--", "-v", "--")).containsExactly("--verbose", "|", "-v", "--");
        assertThat(read("-v-", "-v")).containsExactly("--verbose", "|", "-v");
    }

    @Test
    void eachMistakeIsReported() {
        refused("unrecognized option `--bogus=1'\n", "--bogus=1");
        refused("option `--verbose' doesn't allow an argument\n", "--verbose=1");
        refused("option `-l' requires an argument N\n", "-l");
        refused("option `--off' requires an argument NODE\n", "--off");
        refused("unrecognized option `-x'\nunrecognized option `-y'\n", "-xvy");
    }

    @Test
    void unknownOptionsComeLast() {
        refused("option `-l' requires an argument N\nunrecognized option `-x'\n", "-x", "-l");
    }
}
