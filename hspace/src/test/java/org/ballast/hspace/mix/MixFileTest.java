package org.ballast.hspace.mix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.ballast.backends.input.BackendException;
import org.ballast.capacity.InstanceShape;
import org.ballast.capacity.mix.Flavour;
import org.ballast.model.DiskTemplate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixFileTest {
    private static final MixFile.Defaults DEFAULTS = new MixFile.Defaults(DiskTemplate.DRBD, 1, 1);

    private static List<Flavour> read(String text) {
        return MixFile.read(text, "mix", DEFAULTS);
    }

    @Test
    void flavoursAreReadInOrder() {
        List<Flavour> flavours = read("""
                # name, weight, disk, memory, vcpus

                small, 6, 10g, 1g, 1   # most of them
                \tmedium,3,20480,4096,2,3\r
                plain,1,80g,16 GiB,8,plain
                both,2,1t,2g,8,4,ext""");

        assertThat(flavours)
                .containsExactly(
                        flavour("small", 6, 10_240, 1024, 1, 1, DiskTemplate.DRBD),
                        flavour("medium", 3, 20_480, 4096, 2, 3, DiskTemplate.DRBD),
                        flavour("plain", 1, 81_920, 16_384, 8, 1, DiskTemplate.PLAIN),
                        flavour("both", 2, 1_048_576, 2048, 8, 4, DiskTemplate.EXT));
    }

    private static Flavour flavour(
            String name, long weight, long disk, long memory, long vcpus, long spindles, DiskTemplate template) {
        return new Flavour(
                name, weight, new InstanceShape(new InstanceShape.Size(memory, disk, vcpus, spindles), template, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a,1,1g,1g              | expected name, weight, disk, memory, vcpus[, spindles][, template], found 4 fields
            a                      | expected name, weight, disk, memory, vcpus[, spindles][, template], found 1 field
            a,1,1g,1g,1,1,drbd,x   | expected name, weight, disk, memory, vcpus[, spindles][, template], found 8 fields
            ,1,1g,1g,1             | name: expected a name, found nothing
            a,,1g,1g,1             | weight: cannot parse string ''
            a,0,1g,1g,1            | weight: expected a number from 1 to 1000000000, found "0"
            a,1.5,1g,1g,1          | weight: cannot parse string '1.5'
            a,1,-1g,1g,1           | disk: expected at least 0, found "-1g"
            a,1,1x,1g,1            | disk: Unknown unit 'x'
            a,1,1g,0,1             | memory: expected at least 1, found "0"
            a,1,1g,much,1          | memory: Can't parse string 'much'
            a,1,1g,1g,0            | vcpus: expected at least 1, found "0"
            a,1,1g,1g,1,-2         | spindles: expected at least 0, found "-2"
            a,1,1g,1g,1,x,drbd     | spindles: cannot parse string 'x'
            a,1,1g,1g,1,raid       | template: expected a disk template such as drbd or plain, found "raid"
            a,1,1g,1g,1,           | template: expected a disk template such as drbd or plain, found ""
            """)
    void messagesNameFileLineAndField(String line, String problem) {
        assertThatThrownBy(() -> read("ok,1,1g,1g,1\n\n" + line + "\n"))
                .isInstanceOf(BackendException.class)
                .hasMessage("mix:3: " + problem);
    }

    @Test
    void flavourNamesMustBeUnique() {
        assertThatThrownBy(() -> read("a,1,1g,1g,1\nb,1,1g,1g,1\na,2,1g,1g,1"))
                .hasMessage("mix:3: name: expected each flavour once, found \"a\" in line 1 already");
    }

    @Test
    void aFileWithoutFlavoursIsRefused() {
        assertThatThrownBy(() -> read("# nothing yet\n")).hasMessage("mix: expected at least one flavour, found none");
    }

    @Test
    void flavoursAreReadFromFiles(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mix.txt"), "a,1,1g,1g,1\n");

        assertThat(MixFile.read(file, DEFAULTS)).extracting(Flavour::name).containsExactly("a");
        assertThatThrownBy(() -> MixFile.read(folder.resolve("none"), DEFAULTS)).hasMessageContaining("does not exist");
    }
}
