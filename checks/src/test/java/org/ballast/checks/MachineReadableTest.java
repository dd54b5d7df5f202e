package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.Sandbox;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A shell can source what {@code hspace --machine-readable} prints, and then knows what people are told. */
class MachineReadableTest {
    private static final List<String> STATISTICS = List.of(
            "SCORE",
            "INST_CNT",
            "MEM_FREE",
            "MEM_AVAIL",
            "MEM_RESVD",
            "MEM_INST",
            "MEM_OVERHEAD",
            "MEM_EFF",
            "DSK_FREE",
            "DSK_AVAIL",
            "DSK_RESVD",
            "DSK_INST",
            "DSK_EFF",
            "SPN_FREE",
            "SPN_INST",
            "SPN_EFF",
            "CPU_INST",
            "CPU_EFF",
            "MNODE_MEM_AVAIL",
            "MNODE_DSK_AVAIL");
    private static final List<String> SIZE = List.of("MEM", "DSK", "CPU", "SPN", "RQN", "DISK_TEMPLATE");
    private static final List<String> KEY_METRICS = List.of("CPU", "NPU", "MEM", "DSK", "SPN");
    private static final List<String> FAILURES = List.of(
            "FAILMEM",
            "FAILDISK",
            "FAILCPU",
            "FAILN1",
            "FAILTAGS",
            "FAILMIG",
            "FAILDISKCOUNT",
            "FAILSPINDLES",
            "FAILINTERNAL");
    private static final Pattern CLUSTER = Pattern.compile("  MEM (\\d+), DSK (\\d+), CPU (\\d+), VCPU (\\d+)");
    private static final Pattern PLACED_SIZE =
            Pattern.compile("  - +(\\d+) instances of spec MEM (\\d+), DSK (\\d+), CPU (\\d+)");
    private static final Pattern PLACED = Pattern.compile("  - +(\\d+) instances allocated");
    private static final Pattern REASON = Pattern.compile("most likely failure reason: (\\w+)");
    private static final Pattern FIRST_SCORE = Pattern.compile("initial cluster score: (\\S+)");
    private static final Pattern LAST_SCORE = Pattern.compile("final cluster score: (\\S+)");
    private static final Pattern EFFICIENCY = Pattern.compile("(\\w+) usage efficiency: +(\\S+)%");
    private static final String DATA = "cluster.data";

    /** Names that would do damage where a shell took them for words of its own. */
    private static final String ODD_NAMES = """
            a 'group' of "$HOME"|uuid '1' $(exit 3)|preferred||

            node one|32768|1024|27648|524288|503808|16|M|uuid '1' $(exit 3)|4||N|0|1|1.0
            it's `exit 4`|32768|1024|31744|524288|503808|16|N|uuid '1' $(exit 3)|4||N|0|1|1.0
            "$UNSET";exit 5|32768|1024|31744|524288|524288|16|N|uuid '1' $(exit 3)|4||N|0|1|1.0

            $(exit 6) & co|4096|20480|2|running|Y|node one|it's `exit 4`|drbd|owner:'x'|1|-|N


            |128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0
            a 'group' of "$HOME"|128,1,1024,1,1,1|128,1,1024,1,1,1;32768,8,1048576,16,8,12|drbd,plain|4.0|32.0
            """;

    @TestFactory
    Stream<DynamicTest> machineReadableFiguresEqualThoseOfTheText() {
        String simulated = "--simulate=p,4,100g,8g,4";
        Map<String, List<String>> calls = new LinkedHashMap<>();
        calls.put("two nodes each", sized(simulated, "--disk-template=drbd"));
        calls.put("one node each", sized(simulated, "--disk-template=plain"));
        calls.put("negative figures", sized(simulated, "--disk-template=plain", "--min-disk=-0.1"));
        calls.put("ratios beyond measure", sized("--simulate=p,4,100g,8g,0", "--disk-template=plain"));
        calls.put(
                "nothing fits",
                List.of(simulated, "--disk-template=plain", "--standard-alloc=1t,1g,1", "--tiered-alloc=1g,64,1"));
        calls.put("odd names", sized("-t", DATA, "-vvvv", "-p", "-Sit's $HOME"));
        return calls.entrySet().stream()
                .map(call -> dynamicTest(call.getKey(), () -> check(new ArrayList<>(call.getValue()))));
    }

    private static List<String> sized(String... arguments) {
        return Stream.concat(Stream.of(arguments), Stream.of("--standard-alloc=10g,1g,1", "--tiered-alloc=30g,3g,2"))
                .toList();
    }

    private static void check(List<String> arguments) throws IOException, InterruptedException {
        String told = run(arguments).out();
        arguments.add("--machine-readable");
        Map<String, String> known = source(run(arguments).out());
        assertThat(known).containsEntry("HTS_OK", "1");
        MatchResult cluster = only(CLUSTER, told);
        assertThat(known)
                .containsEntry("HTS_CLUSTER_MEM", cluster.group(1))
                .containsEntry("HTS_CLUSTER_DSK", cluster.group(2))
                .containsEntry("HTS_CLUSTER_CPU", cluster.group(3))
                .containsEntry("HTS_CLUSTER_VCPU", cluster.group(4));
        List<String> sizes = PLACED_SIZE
                .matcher(told)
                .results()
                .map(size -> size.group(2) + "," + size.group(3) + "," + size.group(4) + ",1=" + size.group(1))
                .toList();
        assertThat(known)
                .containsEntry("HTS_TSPEC", String.join(" ", sizes))
                .containsEntry("HTS_ALLOC_INSTANCES", only(PLACED, told).group(1))
                .containsEntry(
                        "HTS_ALLOC_FAIL_REASON", last(REASON, told).group(1).toUpperCase(Locale.ROOT))
                .containsEntry("HTS_INI_SCORE", last(FIRST_SCORE, told).group(1))
                .containsEntry("HTS_TRL_SCORE", first(LAST_SCORE, told).group(1))
                .containsEntry("HTS_FIN_SCORE", last(LAST_SCORE, told).group(1));
        EFFICIENCY.matcher(told).results().limit(3).forEach(share -> checkShare(known, "TRL", share));
        EFFICIENCY.matcher(told).results().skip(3).forEach(share -> checkShare(known, "FIN", share));
    }

    private static void checkShare(Map<String, String> known, String when, MatchResult share) {
        String resource = Map.of("memory", "MEM", "disk", "DSK", "vcpu", "CPU").getOrDefault(share.group(1), "");
        double exact = Double.parseDouble(known.getOrDefault("HTS_" + when + "_" + resource + "_EFF", ""));
        double told = Double.parseDouble(share.group(2));
        assertThat(told).isCloseTo(exact * 100, within(0.005));
    }

    /** Returns the values of all keys there should be, as a shell sees them. */
    private static Map<String, String> source(String text) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("set -eu\n. ./capacity\n");
        keys().forEach(key -> script.append("printf '%s=%s\\n' ")
                .append(key)
                .append(" \"$")
                .append(key)
                .append("\"\n"));
        SortedMap<String, String> files = new TreeMap<>(Map.of("capacity", text, "script", script.toString()));
        try (Sandbox sandbox = Sandbox.with(files)) {
            ProcessBuilder builder = new ProcessBuilder("/bin/sh", "script")
                    .directory(sandbox.folder().toFile())
                    .redirectErrorStream(true);
            builder.environment().keySet().removeIf(name -> name.startsWith("HTS_"));
            Process shell = builder.start();
            String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(shell.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(shell.exitValue())
                    .as("the shell says %s about\n%s", out, text)
                    .isZero();
            Map<String, String> values = new LinkedHashMap<>();
            out.lines().map(line -> line.split("=", 2)).forEach(pair -> values.put(pair[0], pair[1]));
            assertThat(text.lines().map(line -> line.split("=", 2)[0]))
                    .as("keys, each once")
                    .containsExactlyInAnyOrderElementsOf(keys());
            return values;
        }
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>();
        add(keys, "CLUSTER_", List.of("MEM", "DSK", "CPU", "VCPU", "SPN", "NODES"));
        List.of("INI_", "TRL_", "FIN_").forEach(when -> add(keys, when, STATISTICS));
        List.of("SPEC_", "TSPEC_INI_").forEach(mode -> add(keys, mode, SIZE));
        List.of("KM_USED_", "KM_POOL_", "KM_UNAV_").forEach(state -> add(keys, state, KEY_METRICS));
        add(keys, "ALLOC_", List.of("USAGE", "INSTANCES", "FAIL_REASON"));
        FAILURES.forEach(failure -> keys.add("HTS_ALLOC_" + failure + "_CNT"));
        keys.addAll(List.of("HTS_TSPEC", "HTS_OK"));
        return keys;
    }

    private static void add(List<String> keys, String prefix, List<String> names) {
        names.forEach(name -> keys.add("HTS_" + prefix + name));
    }

    private static CallOutcome.Finished run(List<String> arguments) {
        CallOutcome.Finished outcome =
                OurTool.run(new CommandLine("hspace", arguments, new TreeMap<>(Map.of(DATA, ODD_NAMES))));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return outcome;
    }

    private static MatchResult only(Pattern pattern, String text) {
        assertThat(pattern.matcher(text).results())
                .as("%s in\n%s", pattern, text)
                .hasSize(1);
        return first(pattern, text);
    }

    private static MatchResult first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).as("%s in\n%s", pattern, text).isTrue();
        return matcher.toMatchResult();
    }

    private static MatchResult last(Pattern pattern, String text) {
        return pattern.matcher(text).results().reduce(first(pattern, text), (_, later) -> later);
    }
}
