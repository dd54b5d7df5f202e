package org.ballast.hbal.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ballast.model.Plan;
import org.ballast.optimizer.schedule.Schedule;
import org.ballast.pages.Part;
import org.ballast.pages.Section;
import org.ballast.pages.Timetable;
import org.ballast.pages.Timetable.Kind;
import org.ballast.pages.Timetable.Lane;
import org.ballast.pages.Timetable.Task;

/** Which move is made when. */
final class ScheduleSection {
    /** More moves than this are seen by node only. */
    private static final int MOST_MOVES = 60;
    /** More nodes than this are not seen. */
    private static final int MOST_NODES = 100;

    private final PageWords words;
    private final List<Plan.Step> steps;
    private final List<StepDetail> details;
    /** What sorts of moves there are. */
    private final List<MoveSort> sorts;

    ScheduleSection(Rebalancing rebalancing, PageWords words) {
        this.words = words;
        steps = rebalancing.plan().steps();
        details = rebalancing.details();
        sorts = details.stream()
                .map(detail -> MoveSort.of(detail.cost()))
                .distinct()
                .sorted()
                .toList();
    }

    Section section() {
        List<Part> parts = new ArrayList<>(List.of(byNode()));
        if (steps.size() <= MOST_MOVES) {
            parts.add(byMove());
        }
        return new Section("The schedule", parts);
    }

    /** Those that work longest come first: they decide how long it takes. */
    private Timetable byNode() {
        Map<Integer, List<Task>> tasks = new TreeMap<>();
        for (int k = 0; k < steps.size(); k++) {
            Task task = task(k, Integer.toString(k + 1));
            for (int node : nodes(steps.get(k))) {
                tasks.computeIfAbsent(node, index -> new ArrayList<>()).add(task);
            }
        }
        List<Lane> lanes = tasks.entrySet().stream()
                .map(entry -> new Lane(words.node(entry.getKey()), entry.getValue()))
                .sorted(Comparator.comparingDouble(ScheduleSection::work).reversed())
                .limit(MOST_NODES)
                .toList();
        String which = lanes.size() < tasks.size()
                ? "The " + MOST_NODES + " busiest of " + PageWords.count(tasks.size(), "node") + "."
                : "The busiest first.";
        return new Timetable(
                "When each node is busy",
                which + " A move is on all of its nodes; its number is that of the table below.",
                kinds(),
                lanes);
    }

    private static double work(Lane lane) {
        return lane.tasks().stream()
                .mapToDouble(task -> task.end() - task.start())
                .sum();
    }

    private Timetable byMove() {
        List<Lane> lanes = IntStream.range(0, steps.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer k) -> slot(k).start())
                        .thenComparingInt(k -> k))
                .map(k -> new Lane("#" + (k + 1) + " " + words.instance(steps.get(k)), List.of(task(k, ""))))
                .toList();
        return new Timetable("When each move is made", "By start.", kinds(), lanes);
    }

    private List<Kind> kinds() {
        return sorts.stream().map(MoveSort::kind).toList();
    }

    private Schedule.Slot slot(int k) {
        return details.get(k).slot().orElseThrow();
    }

    private Task task(int k, String label) {
        Schedule.Slot slot = slot(k);
        String after = slot.after().stream().map(earlier -> "#" + (earlier + 1)).collect(Collectors.joining(", "));
        return new Task(
                sorts.indexOf(MoveSort.of(details.get(k).cost())),
                slot.start(),
                slot.end(),
                label,
                words.step(k + 1, steps.get(k)) + "; "
                        + MovesSection.data(details.get(k).cost()) + ", "
                        + PageWords.seconds(slot.start()) + " – " + PageWords.seconds(slot.end())
                        + (after.isEmpty() ? "" : ", after " + after));
    }

    private static SortedSet<Integer> nodes(Plan.Step step) {
        SortedSet<Integer> nodes = new TreeSet<>(PageWords.nodes(step.from()));
        nodes.addAll(PageWords.nodes(step.to()));
        return nodes;
    }
}
