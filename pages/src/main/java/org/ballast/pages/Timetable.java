package org.ballast.pages;

import java.util.List;

/**
 * A Gantt chart: a row for each resource, and a bar from the start to the end of each task.
 *
 * @param title what it shows
 * @param note how to read it; none if empty
 * @param kinds what kinds of work there are
 * @param lanes from top to bottom
 */
public record Timetable(String title, String note, List<Kind> kinds, List<Lane> lanes) implements Part.Chart {

    /**
     * A kind of work.
     *
     * @param label what is done
     * @param tone its colour
     */
    public record Kind(String label, Tone tone) {}

    /**
     * A row.
     *
     * @param name who is busy
     * @param tasks what is done there
     */
    public record Lane(String name, List<Task> tasks) {

        /** Copies the list. */
        public Lane {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * A piece of work.
     *
     * @param kind which kind it is, by its number
     * @param start when it starts, in seconds
     * @param end when it ends, in seconds
     * @param label a short name, such as a number, written on it where there is room; none if empty
     * @param title all that is to be said about it, seen when a pointer is on it
     */
    public record Task(int kind, double start, double end, String label, String title) {

        /** Throws an IllegalArgumentException if it starts before 0, or ends before it starts. */
        public Task {
            ChartNumbers.requireAmount("the start of " + title, start);
            ChartNumbers.requireFinite("the end of " + title, end);
            if (end < start) {
                throw new IllegalArgumentException(title + " ends at " + end + " s but starts at " + start + " s");
            }
        }
    }

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a task is of no kind
     */
    public Timetable {
        kinds = List.copyOf(kinds);
        lanes = List.copyOf(lanes);
        for (Lane lane : lanes) {
            for (Task task : lane.tasks()) {
                if (task.kind() < 0 || task.kind() >= kinds.size()) {
                    throw new IllegalArgumentException(
                            task.title() + " is of kind " + task.kind() + " of " + kinds.size());
                }
            }
        }
    }
}
