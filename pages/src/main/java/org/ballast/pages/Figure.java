package org.ballast.pages;

import java.util.List;

/**
 * A chart that is ready to be put on a page.
 *
 * @param chart what it shows
 * @param legend what its colours and lines mean
 * @param drawings what is seen at once, and then what can be unfolded
 * @param numbers all that the drawings show, as a table
 */
record Figure(Part.Chart chart, List<Key> legend, List<Drawing> drawings, Part.Table numbers) {

    /**
     * An entry of a legend.
     *
     * @param ink what it explains
     * @param label what that is
     */
    record Key(Ink ink, String label) {}

    /**
     * One picture.
     *
     * @param name which part of the whole it is
     * @param svg an SVG element
     */
    record Drawing(String name, String svg) {}

    /** Copies the lists. */
    Figure {
        legend = List.copyOf(legend);
        drawings = List.copyOf(drawings);
    }

    /** Draws a chart. */
    static Figure of(Part.Chart chart) {
        return switch (chart) {
            case Bars bars -> BarsFigure.of(bars);
            case Columns columns -> ColumnsFigure.of(columns);
            case Curve curve -> CurveFigure.of(curve);
            case Graph graph -> GraphFigure.of(graph);
            case Levels levels -> LevelsFigure.of(levels);
            case Timetable timetable -> TimetableFigure.of(timetable);
        };
    }
}
