package org.ballast.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ballast.checks.Mutants.Mutant;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;
import org.ballast.testkit.Json;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * {@code hail} answers a broken document with one line on the standard error and the exit code 1, unless Ganeti does
 * not mind what is broken; then the answer is Ganeti's.
 */
class BrokenRequestTest {
    private static final String FILE = "request.json";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** What Ganeti insists on, though clusters without LVM do not say it. */
    private static final Set<String> OPTIONAL_STORAGE =
            Set.of("total_disk", "free_disk", "free_spindles", "spindle_count", "exclusive_storage");

    /** What Ganeti reads with exclusive storage only, so that it may be anything here. */
    private static final String UNREAD = "total_spindles";

    private static final Set<String> NAMED = Set.of("nodegroups", "nodes", "instances");

    private static final Optional<GanetiTools> GANETI = GanetiTools.find();
    private static final Json DOCUMENT = onlyGroup(document("allocate-drbd-1"), "0f2e577b-b6cc-40ea-b067-dd76a40171c7");

    @TestFactory
    Stream<DynamicTest> valuesOfWrongTypesAreHandledLikeGaneti() {
        return tests(Mutants.withWrongTypes(DOCUMENT));
    }

    @TestFactory
    Stream<DynamicTest> missingMembers() {
        return tests(Mutants.withoutSomething(DOCUMENT));
    }

    @TestFactory
    Stream<DynamicTest> repeatedMembers() {
        return tests(Mutants.withRepeatedMembers(DOCUMENT).stream()
                .filter(mutant -> !NAMED.contains(mutant.toString()))
                .toList());
    }

    /** Ganeti takes two nodes of one name for two nodes, and later forgets one of them. */
    @TestFactory
    Stream<DynamicTest> namesThatAreNotUnique() {
        return Mutants.withRepeatedMembers(DOCUMENT).stream()
                .filter(mutant -> NAMED.contains(mutant.toString()))
                .map(mutant -> dynamicTest(
                        mutant.toString(),
                        () -> checkRefused(hail(mutant.document().write()), "names in " + mutant)));
    }

    @TestFactory
    Stream<DynamicTest> requestsOfOtherTypesThatAreBroken() {
        List<Mutant> mutants = Stream.of(
                        "multi-allocate-1",
                        "relocate-drbd-replace-disks-1",
                        "node-evacuate-primary-only-1",
                        "change-group-drbd-1",
                        "allocate-secondary-plain-to-drbd-1")
                .map(BrokenRequestTest::document)
                .flatMap(document -> Stream.concat(
                        Mutants.withWrongTypes(document).stream(), Mutants.withoutSomething(document).stream()))
                .filter(mutant -> mutant.toString().startsWith("request"))
                .toList();
        return tests(mutants);
    }

    /** Ganeti takes any number; a size below zero is refused where it is one. */
    @TestFactory
    Stream<DynamicTest> negativeNumbers() {
        return Mutants.withNegativeNumbers(DOCUMENT).stream()
                .map(mutant -> dynamicTest(
                        mutant.toString(),
                        () -> checkOrderly(hail(mutant.document().write()))));
    }

    @Test
    void truncatedDocuments() {
        String text = DOCUMENT.write();
        int end = text.length();
        IntStream.concat(IntStream.iterate(0, at -> at < end - 200, at -> at + 61), IntStream.range(end - 200, end))
                .forEach(length -> checkRefused(hail(text.substring(0, length)), "the first " + length));
    }

    @TestFactory
    Stream<DynamicTest> otherDocuments() {
        String text = DOCUMENT.write();
        Map<String, String> documents = new LinkedHashMap<>();
        documents.put("empty", "");
        documents.put("blank", " \n\t\n");
        documents.put("no JSON", "nodes: {}");
        documents.put("two documents", text + text);
        documents.put("something behind", text + "x");
        documents.put("a zero character", text.replaceFirst("lab", "l\u0000b"));
        documents.put("a number", "12");
        documents.put("a string", "\"request\"");
        documents.put("an array", "[" + text + "]");
        documents.put("no members", "{}");
        documents.put("an unknown node", text.replace("[\"node5.lab.test\"]", "[\"node6.lab.test\"]"));
        documents.put("an unknown group", text.replaceFirst("\"group\": \"[^\"]*\"", "\"group\": \"elsewhere\""));
        documents.put("an unknown type", text.replace("\"type\": \"allocate\"", "\"type\": \"guess\""));
        documents.put(
                "an unknown template", text.replace("\"disk_template\": \"drbd\"", "\"disk_template\": \"tape\""));
        documents.put("no quotes", text.replace("\"memory\"", "memory"));
        documents.put("a comment", text.replaceFirst("\\{", "{/* a comment */"));
        documents.put("a trailing comma", text.replaceFirst("\\}$", ",}"));
        documents.put("100 arrays deep", "[".repeat(100) + "]".repeat(100));
        documents.put("100 objects deep", "{\"a\":".repeat(100) + "1" + "}".repeat(100));
        documents.put(
                "a nest in a field",
                text.replaceFirst("\"vcpus\": 2", "\"vcpus\": " + "[".repeat(100) + "]".repeat(100)));
        documents.put("100,000 arrays deep", "[".repeat(100_000));
        documents.put("100,000 objects deep", "{\"a\":".repeat(100_000));
        return documents.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> {
                    assertThat(entry.getValue()).isNotEqualTo(text);
                    checkRefused(hail(entry.getValue()), entry.getKey());
                }));
    }

    @TestFactory
    Stream<DynamicTest> hugeNumbersAreReadOrRefused() {
        return Stream.of(
                        "1e400",
                        "-1e400",
                        "9223372036854775808",
                        "1e999999999",
                        "1".repeat(5_000),
                        "0." + "1".repeat(5_000))
                .flatMap(number -> Stream.of(
                                "\"vcpus\": 2", "\"memory\": 2048", "\"total_memory\": 24576", "\"vcpu-ratio\": 4")
                        .map(field -> dynamicTest(number.substring(0, 5) + " in " + field, () -> {
                            String name = field.substring(0, field.indexOf(' ') + 1);
                            checkOrderly(hail(DOCUMENT.write().replace(field, name + number)));
                        })));
    }

    @Test
    void nestedValuesOfUnknownMembersAreSkippedUnlessTheyAreDeep() {
        String text = DOCUMENT.write();
        assertThat(hail(withNest(text, 30))).isEqualTo(hail(text));
        checkRefused(hail(withNest(text, 100)), "a deep nest in a member that nobody reads");
    }

    private static String withNest(String text, int depth) {
        return text.replaceFirst("\\{", "{\"later\": " + "[".repeat(depth) + "]".repeat(depth) + ", ");
    }

    @TestFactory
    Stream<DynamicTest> argumentsThatAreNoRequestFilesAreRefused() {
        return Stream.of(List.<String>of(), List.of(FILE, FILE), List.of("missing.json"), List.of("."), List.of(""))
                .map(arguments -> dynamicTest(arguments.toString(), () -> {
                    CallOutcome.Finished ours = OurTool.run(call(arguments, DOCUMENT.write()));
                    checkRefused(ours, arguments.toString());
                }));
    }

    private static Stream<DynamicTest> tests(List<Mutant> mutants) {
        Map<String, List<Mutant>> byPlace = new LinkedHashMap<>();
        mutants.forEach(mutant -> byPlace.computeIfAbsent(mutant.toString(), _ -> new ArrayList<>())
                .add(mutant));
        return byPlace.entrySet().stream()
                .map(entry -> dynamicTest(entry.getKey(), () -> entry.getValue().forEach(BrokenRequestTest::compare)));
    }

    private static void compare(Mutant mutant) {
        String text = mutant.document().write();
        CallOutcome.Finished ours = hail(text);
        checkOrderly(ours);
        if (GANETI.isPresent()
                && GANETI.get().run(call(List.of(FILE), text), LIMIT) instanceof CallOutcome.Finished ganeti
                && !Comparison.isCrash(ganeti)
                && !isExcused(mutant)) {
            assertThat(ours.exitCode())
                    .as("exit code for %s, where Ganeti says %s", text, ganeti)
                    .isEqualTo(ganeti.exitCode());
            assertThat(ours.out()).as("answer to %s", text).isEqualTo(ganeti.out());
        }
    }

    private static boolean isExcused(Mutant mutant) {
        boolean missing = mutant.value().isEmpty() || mutant.value().equals(Optional.of(Json.none()));
        // A hypervisor of a later release is no reason to refuse a request.
        boolean unknownHypervisor = mutant.toString().startsWith("enabled_hypervisors");
        return unknownHypervisor
                || mutant.field().equals(UNREAD)
                || (missing && OPTIONAL_STORAGE.contains(mutant.field()));
    }

    /** Checks that the document is either answered or refused as a whole. */
    private static void checkOrderly(CallOutcome.Finished ours) {
        if (ours.exitCode() == 0) {
            assertThat(ours.out()).startsWith("{\"success\":").endsWith("}\n").hasLineCount(1);
            assertThat(Comparison.showsStackTrace(ours)).as("stack trace").isFalse();
        } else {
            checkRefused(ours, ours.err());
        }
    }

    static void checkRefused(CallOutcome.Finished ours, String what) {
        assertThat(ours.err())
                .as("error for %s", what)
                .isNotBlank()
                .endsWith("\n")
                .hasLineCount(1);
        assertThat(ours.err()).as("error for %s", what).hasSizeLessThan(500).doesNotContain("internal error");
        assertThat(ours.out()).as("output for %s", what).isEmpty();
        assertThat(ours.exitCode()).as("exit code for %s", what).isEqualTo(1);
    }

    private static CallOutcome.Finished hail(String text) {
        return OurTool.run(call(List.of(FILE), text));
    }

    private static CommandLine call(List<String> arguments, String text) {
        return new CommandLine("hail", arguments, new TreeMap<>(Map.of(FILE, text)));
    }

    /** Returns the document without the other groups and their nodes, to have less to break. */
    private static Json onlyGroup(Json document, String uuid) {
        Json.Builder smaller = new Json.Builder();
        for (Json.Member member : ((Json.Struct) document).members()) {
            smaller.put(
                    member.name(),
                    switch (member.name()) {
                        case "nodegroups" ->
                            filtered(member.value(), group -> group.name().equals(uuid));
                        case "nodes" ->
                            filtered(
                                    member.value(),
                                    node -> node.value().at("group").text().equals(uuid));
                        default -> member.value();
                    });
        }
        return smaller.build();
    }

    private static Json filtered(Json struct, Predicate<Json.Member> wanted) {
        return new Json.Struct(
                ((Json.Struct) struct).members().stream().filter(wanted).toList());
    }

    private static Json document(String name) {
        try {
            return Json.parse(Files.readString(
                    Project.module().resolve("src/test/resources/iallocator/" + name + ".request.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
