package org.ballast.hspace.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryTest {
    private static final String HEADER =
            "date,scope,name,group,resource,unit,total,used,reserved,free,after_standard,after_tiered\n";

    @TempDir
    private Path folder;

    @Test
    void onlyRowsOfTheClusterAreRead() {
        History history = read(HEADER + """
                2026-01-02,cluster,,,memory,MiB,1000,600,50,350,900,990
                2026-01-02,cluster,,,vcpus,count,64,12,0,52,60,64
                2026-01-02,group,default,default,memory,MiB,1,1,1,1,1,1
                2026-01-02,node,node1,default,memory,MiB,1,1,1,1,1,1
                """);

        assertThat(history.observations())
                .containsOnlyKeys(ForecastResource.MEMORY, ForecastResource.VCPUS)
                .containsEntry(ForecastResource.MEMORY, List.of(observation("2026-01-02", 600, 1000)))
                .containsEntry(ForecastResource.VCPUS, List.of(observation("2026-01-02", 12, 64)));
    }

    @Test
    void rowsMayBeUnorderedAndTheLatestOfADayIsUsed() {
        assertThat(memory("""
                date,scope,resource,unit,total,used
                2026-03-01,cluster,memory,MiB,100,30
                2026-01-01,cluster,memory,MiB,100,10
                2026-02-01,cluster,memory,MiB,100,20
                2026-01-01,cluster,memory,MiB,100,11
                2026-02-02T18:00:00Z,cluster,memory,MiB,100,22
                2026-02-02T06:00:00Z,cluster,memory,MiB,100,21
                """))
                .containsExactly(
                        observation("2026-01-01", 11, 100),
                        observation("2026-02-01", 20, 100),
                        observation("2026-02-02", 22, 100),
                        observation("2026-03-01", 30, 100));
    }

    @Test
    void runsAppendedToEachOtherAreOneHistory() {
        String first = HEADER + "2026-01-01,cluster,,,memory,MiB,100,10,0,90,0,0\n";
        String second = HEADER + "2026-01-02,cluster,,,memory,MiB,100,12,0,88,0,0\n";

        assertThat(memory(first + second)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-01-31T00:30",
                "2026-01-31T23:59:59",
                "2026-01-31T23:59:59.123Z",
                "2026-01-31T00:30:00+02:00",
                "2026-01-31T23:30:00-05:00"
            })
    void datesMayHaveTimes(String date) {
        assertThat(memory("date,scope,resource,unit,total,used\n" + date + ",cluster,memory,MiB,100,10\n"))
                .containsExactly(observation("2026-01-31", 10, 100));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date,scope,resource,unit,total,used\r\n2026-01-31,cluster,memory,MiB,100,10\r\n",
                "\uFEFFdate,scope,resource,unit,total,used\n2026-01-31,cluster,memory,MiB,100,10",
                "\"date\",\"scope\",resource,unit,total,used\n\"2026-01-31\",\"cluster\",memory,MiB,\"100\",10\n",
                "used,total,unit,resource,scope,date\n10,100,MiB,memory,cluster,2026-01-31\n",
                "date,scope,name,resource,unit,total,used\n2026-01-31,cluster,\"a, \"\"b\"\"\nc\",memory,MiB,100,10\n",
                "date,scope,resource,unit,total,used\n\n2026-01-31,cluster,memory,MiB,1e2,10.0\n\n"
            })
    void differentSpellingsAreReadAlike(String text) {
        assertThat(memory(text)).containsExactly(observation("2026-01-31", 10, 100));
    }

    @Test
    void aTotalMayBeUnknown() {
        assertThat(memory("date,scope,resource,unit,total,used\n2026-01-31,cluster,memory,MiB,,10\n"))
                .containsExactly(new Observation(LocalDate.of(2026, 1, 31), 10, OptionalDouble.empty()));
    }

    @Test
    void resourcesThatTheClusterNeverHadAreLeftOut() {
        assertThat(read("date,scope,resource,unit,total,used\n2026-01-31,cluster,spindles,count,0,0\n")
                        .observations())
                .isEmpty();
    }

    private List<Observation> memory(String text) {
        return read(text).observations().getOrDefault(ForecastResource.MEMORY, List.of());
    }

    private History read(String text) {
        try {
            return History.read(Files.writeString(folder.resolve("history.csv"), text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Observation observation(String date, double used, double total) {
        return new Observation(LocalDate.parse(date), used, OptionalDouble.of(total));
    }
}
