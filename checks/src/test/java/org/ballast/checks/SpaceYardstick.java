package org.ballast.checks;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assumptions.abort;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ballast.checks.SpaceAnswer.Placed;
import org.ballast.testkit.CallOutcome;
import org.ballast.testkit.CommandLine;
import org.ballast.testkit.GanetiTools;

/**
 * Compares two answers of {@code hspace}. Three differences are meant: Ballast warns of groups and nodes that take
 * nothing; it goes on where Ganeti stops because it has lost count of forthcoming instances; and with a limit Ganeti
 * ends tiered mode early, since with every size it subtracts all instances so far again. There Ballast has to place
 * the first of those that fit without a limit.
 *
 * @param ganetiTools says how many fit without a limit
 * @param limit how long it may take
 */
record SpaceYardstick(GanetiTools ganetiTools, Duration limit) {

    private static final Pattern LOST_COUNT =
            Pattern.compile("^Error: internal inconsistency, .*\n\n?", Pattern.MULTILINE);

    List<String> differences(CommandLine call, CallOutcome.Finished ganetiSays, CallOutcome.Finished weSay) {
        CallOutcome.Finished ours = withoutWarnings(ganetiSays, weSay);
        OptionalInt most = SpaceAnswer.limit(call.arguments());
        Optional<List<Placed>> placed = new SpaceAnswer(ganetiSays).tiered();
        if (most.isEmpty() || most.getAsInt() < 0 || placed.isEmpty() || isFullAtOnce(placed.get(), most.getAsInt())) {
            return SideBySide.differences(goingOn(ganetiSays, ours), ours);
        }
        CallOutcome.Finished ganetiElsewhere = new SpaceAnswer(ganetiSays).withoutTieredMode();
        CallOutcome.Finished weElsewhere = new SpaceAnswer(ours).withoutTieredMode();
        List<String> differences =
                new ArrayList<>(SideBySide.differences(goingOn(ganetiElsewhere, weElsewhere), weElsewhere));
        SpaceAnswer unlimited = withoutLimit(call);
        List<Placed> fitting = unlimited.tiered().orElse(List.of());
        if (SpaceAnswer.count(fitting) < most.getAsInt()) {
            differences.addAll(SideBySide.differences(unlimited.tieredMode(), new SpaceAnswer(ours).tieredMode()));
        } else {
            List<Placed> due = SpaceAnswer.first(most.getAsInt(), fitting);
            List<Placed> actual = new SpaceAnswer(ours).tiered().orElse(List.of());
            TextDifference.of("tiered mode", lines(due), lines(actual)).ifPresent(differences::add);
        }
        return differences;
    }

    /** Returns whether the limit was reached with the first size, which is before Ganeti goes wrong. */
    private static boolean isFullAtOnce(List<Placed> placed, int most) {
        return placed.size() <= 1 && SpaceAnswer.count(placed) == most;
    }

    private static String lines(List<Placed> placed) {
        return placed.stream().map(each -> each + "\n").collect(joining());
    }

    /** Returns what Ganeti says, with our end of it if it lost count. */
    private static CallOutcome.Finished goingOn(CallOutcome.Finished ganeti, CallOutcome.Finished ours) {
        Matcher lostCount = LOST_COUNT.matcher(ganeti.err());
        if (!lostCount.find()
                || !ours.out().startsWith(ganeti.out())
                || !ours.out().endsWith("\nHTS_OK=1\n")) {
            return ganeti;
        }
        return new CallOutcome.Finished(0, ours.out(), lostCount.replaceAll(""), ganeti.written());
    }

    private SpaceAnswer withoutLimit(CommandLine call) {
        List<String> arguments = new ArrayList<>(call.arguments());
        arguments.add("--max-length=-1");
        return switch (ganetiTools.run(new CommandLine(call.tool(), arguments, call.files()), limit)) {
            case CallOutcome.Finished finished -> new SpaceAnswer(finished);
            case CallOutcome.TimedOut _ ->
                abort("Ganeti did not answer without a limit in " + limit.toSeconds() + " s: " + call);
        };
    }

    private static CallOutcome.Finished withoutWarnings(CallOutcome.Finished ganeti, CallOutcome.Finished ours) {
        Set<String> expected = Set.copyOf(ganeti.err().lines().distinct().toList());
        String err = ours.err()
                .lines()
                .filter(line -> !line.startsWith("Warning: ") || expected.contains(line))
                .map(line -> line + "\n")
                .collect(joining());
        return new CallOutcome.Finished(ours.exitCode(), ours.out(), err, ours.written());
    }
}
