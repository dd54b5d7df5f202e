package org.ballast.hail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ballast.backends.ClusterSource;
import org.ballast.cli.console.Console;
import org.ballast.cli.console.Failure;
import org.ballast.cli.options.OutputOptions.Form;
import org.junit.jupiter.api.Test;

class HailOptionsTest {
    private static final Console CONSOLE = new Console(System.out, System.err, Path.of("/folder"));

    private static HailOptions read(String... arguments) {
        HailCommand hail = new HailCommand();
        hail.command().read(arguments);
        return hail.options();
    }

    @Test
    void withoutOptionsAllValuesAreDefaults() {
        HailOptions options = read("request");

        assertThat(options.source()).isEqualTo(new HailOptions.Source(Optional.empty(), List.of(), false));
        assertThat(options.source().elsewhere(CONSOLE)).isEmpty();
        assertThat(options.nodeMemory()).isEqualTo(4096);
        assertThat(options.mond()).isFalse();
        assertThat(options.rules().ignoreSoftErrors()).isFalse();
        assertThat(options.rules().checkCapacity()).isTrue();
        assertThat(options.rules().restrictTo()).isEmpty();
        assertThat(options.advice()).isEqualTo(new HailOptions.AdviceOptions(false, OptionalInt.empty(), Form.TEXT));
        assertThat(options.display().nodeFields()).isEmpty();
        assertThat(options.display().savePrefix()).isEmpty();
        assertThat(options.display().verbosity()).isEqualTo(1);
    }

    @Test
    void eachOptionSetsItsValue() {
        HailOptions options = read(
                "-vtfile",
                "request",
                "--simu=p,1,1,1,1",
                "--simulate",
                "u,2,2,2,2",
                "--ignore-d",
                "--ignore-soft-errors",
                "--no-capacity-checks",
                "--restrict=a,b",
                "--mond=no",
                "--mond-xen",
                "--static-kvm-node-memory=0x10",
                "-p+idx,name",
                "-S",
                "prefix",
                "--verbose",
                "--explain",
                "--make-room",
                "--output=json");

        assertThat(options.source().textFile()).contains("file");
        assertThat(options.source().simulation()).containsExactly("p,1,1,1,1", "u,2,2,2,2");
        assertThat(options.source().ignoresUtilisation()).isTrue();
        assertThat(options.source().elsewhere(CONSOLE))
                .contains(new ClusterSource.SimulatedGroups(List.of("p,1,1,1,1", "u,2,2,2,2")));
        assertThat(options.nodeMemory()).isEqualTo(16);
        assertThat(options.mond()).isFalse();
        assertThat(options.rules().ignoreSoftErrors()).isTrue();
        assertThat(options.rules().checkCapacity()).isFalse();
        assertThat(options.rules().restrictTo()).contains(Set.of("a", "b"));
        assertThat(options.display().nodeFields()).contains(List.of("+", "idx", "name"));
        assertThat(options.display().savePrefix()).contains("prefix");
        assertThat(options.display().verbosity()).isEqualTo(3);
        assertThat(options.advice()).isEqualTo(new HailOptions.AdviceOptions(true, OptionalInt.of(5), Form.JSON));
    }

    @Test
    void aTextFileIsTheSourceWhereNothingIsSimulated() {
        assertThat(read("-t", "file", "request").source().elsewhere(CONSOLE))
                .contains(new ClusterSource.TextFile(Path.of("/folder/file")));
    }

    @Test
    void theLastValueOfAnOptionWins() {
        assertThat(read("-t", "a", "-tb").source().textFile()).contains("b");
        assertThat(read("--mond", "--mond=no").mond()).isFalse();
        assertThat(read("--make-room=3", "--make-room=7").advice().makeRoom()).hasValue(7);
        assertThat(read("-p", "-pname").display().nodeFields()).contains(List.of("name"));
    }

    @Test
    void abbreviationsPreferGanetisOptions() {
        assertThat(read("--mond=yes").mond()).isTrue();
        assertThatThrownBy(() -> read("--m"))
                .hasMessageContaining("option `--m' is ambiguous")
                .hasMessageNotContaining("could be one of:\n      --make-room");
        assertThat(read("--ma").advice().makeRoom()).hasValue(5);
    }

    @Test
    void badValuesAreReported() {
        refused("static node memory: cannot parse string 'x'", "--static-kvm-node-memory=x");
        refused("Invalid choice 'x', pass one of 'yes' or 'no'", "--mond=x");
        refused("Unknown output form 'x', pass one of 'text' or 'json'", "--output=x");
        refused("moves that make room: cannot parse string 'x'", "--make-room=x");
        refused("Invalid number of moves that make room: 0, expected 1 or more", "--make-room=0");
        refused("Invalid choice 'x', pass one of 'yes' or 'no'", "--mond=x", "--static-kvm-node-memory=y", "-h");
    }

    private static void refused(String reason, String... arguments) {
        assertThatThrownBy(() -> read(arguments))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.exitCode()).isEqualTo(Failure.BAD))
                .hasMessage("Error while parsing command line arguments:\n" + reason);
    }
}
