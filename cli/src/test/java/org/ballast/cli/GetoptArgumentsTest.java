package org.ballast.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.ballast.cli.GetoptArguments.BadCommandLine;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class GetoptArgumentsTest {
    private static final Set<String> PEER =
            Set.of("--verbose", "--version", "--length", "--print", "--print-all", "--offline");

    private static CommandSpec spec() {
        OptionSpec.Builder print =
                OptionSpec.builder("-p", "--print").arity("0..1").fallbackValue("usual");
        return CommandSpec.create()
                .addOption(OptionSpec.builder("-v", "--verbose").build())
                .addOption(OptionSpec.builder("-V", "--version").build())
                .addOption(OptionSpec.builder("-l", "--length")
                        .arity("1")
                        .paramLabel("N")
                        .build())
                .addOption(print.build())
                .addOption(OptionSpec.builder("--print-all").build())
                .addOption(OptionSpec.builder("-O", "--offline")
                        .arity("1")
                        .paramLabel("NODE")
                        .build())
                .addOption(OptionSpec.builder("--output").arity("1").build());
    }

    private static List<String> rewrite(String... arguments) {
        List<String> all = List.of(GetoptArguments.rewrite(spec(), PEER, arguments));
        assertThat(all).contains(GetoptArguments.END_OF_OPTIONS);
        return all.stream()
                .map(each -> each.equals(GetoptArguments.END_OF_OPTIONS) ? "|" : each)
                .toList();
    }

    private static void refused(String message, String... arguments) {
        assertThatThrownBy(() -> rewrite(arguments))
                .isInstanceOf(BadCommandLine.class)
                .hasMessage(message);
    }

    @Test
    void operandsMayStandAnywhere() {
        assertThat(rewrite("a", "-v", "b", "-l", "c", "-"))
                .containsExactly("--verbose", "--length=c", "|", "a", "b", "-");
    }

    @Test
    void shortOptionsAreJoined() {
        assertThat(rewrite("-vvl5")).containsExactly("--verbose", "--verbose", "--length=5", "|");
        assertThat(rewrite("-vl", "5")).containsExactly("--verbose", "--length=5", "|");
        assertThat(rewrite("-l=5")).containsExactly("--length==5", "|");
    }

    @Test
    void optionalValuesHaveToBeAttached() {
        assertThat(rewrite("-p", "x")).containsExactly("--print=usual", "|", "x");
        assertThat(rewrite("-px")).containsExactly("--print=x", "|");
        assertThat(rewrite("--print", "x")).containsExactly("--print=usual", "|", "x");
        assertThat(rewrite("--print=")).containsExactly("--print=", "|");
    }

    @Test
    void longNamesMayBeShortenedWhileTheyAreUnique() {
        assertThat(rewrite("--len=1", "--verb")).containsExactly("--length=1", "--verbose", "|");
        assertThat(rewrite("--print=1")).containsExactly("--print=1", "|");
        assertThatThrownBy(() -> rewrite("--ver"))
                .hasMessageStartingWith("option `--ver' is ambiguous; could be one of:\n")
                .hasMessageContaining("--verbose")
                .hasMessageContaining("--version");
    }

    @Test
    void ownOptionsGiveWay() {
        assertThat(rewrite("--o=n1", "--out=json")).containsExactly("--offline=n1", "--output=json", "|");
    }

    @Test
    void valuesMayLookLikeOptions() {
        assertThat(rewrite("-l", "-v", "-O", "--")).containsExactly("--length=-v", "--offline=--", "|");
    }

    @Test
    void twoDashesEndTheOptions() {
        assertThat(rewrite("-v", "--", "-v", "--")).containsExactly("--verbose", "|", "-v", "--");
        assertThat(rewrite("-v-", "-v")).containsExactly("--verbose", "|", "-v");
    }

    @Test
    void eachMistakeIsTold() {
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
