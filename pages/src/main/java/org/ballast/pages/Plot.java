package org.ballast.pages;

import java.util.ArrayList;
import java.util.List;
import org.jetbrains.letsPlot.core.util.PlotSvgExportCommon;

/** A picture to be drawn by the chart library, layer upon layer, between two axes. */
final class Plot {
    /** The width of all pictures, in the library's pixels: text of 12 is then readable on paper and on a screen. */
    static final int WIDTH = 800;
    /** The width left beside the names of a vertical axis, about. */
    static final int INSIDE = 680;

    private static final int FONT_SIZE = 12;
    /** The end of an axis is so much later, as a part of it: the library would sometimes not label it otherwise. */
    private static final double A_HAIR = 1e-7;
    /** The library's text has two pixels for each unit of size. */
    private static final double TEXT_SIZE = 5.5;

    private final Ticks across;
    private final Ticks up;
    private String acrossName = "";
    private String upName = "";
    private final List<Spec> layers = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();

    /** A picture with nothing in it between a horizontal and a vertical axis. */
    Plot(Ticks across, Ticks up) {
        this.across = across;
        this.up = up;
    }

    /** Writes beside the axes what is along them. */
    Plot named(String alongAcross, String alongUp) {
        acrossName = alongAcross;
        upName = alongUp;
        return this;
    }

    /**
     * Stacks amounts into bars.
     *
     * @param horizontal whether they go from left to right, or up
     * @param thickness how thick a bar is where the distance between two is 1
     * @param inks a colour for each of the amounts in a row
     * @param rows the amounts of each bar; a bar's place along its axis is its number
     */
    Plot bars(boolean horizontal, double thickness, List<Ink> inks, List<List<Double>> rows) {
        double[] sums = new double[rows.size()];
        double most = (horizontal ? across : up).high();
        for (int series = 0; series < inks.size(); series++) {
            List<Double> starts = new ArrayList<>();
            List<Double> ends = new ArrayList<>();
            List<Double> before = new ArrayList<>();
            List<Double> after = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                double start = sums[row];
                // What is beyond an axis, be it by the last bit of a sum, the library does not draw.
                sums[row] = Math.min(start + rows.get(row).get(series), most);
                // For nothing it would draw a hair.
                if (sums[row] > start) {
                    starts.add(start);
                    ends.add(sums[row]);
                    before.add(row - thickness / 2);
                    after.add(row + thickness / 2);
                }
            }
            String along = horizontal ? "x" : "y";
            String beside = horizontal ? "y" : "x";
            if (!starts.isEmpty()) {
                layers.add(layer("rect")
                        .with("fill", inks.get(series).color())
                        .with("size", 0.0)
                        .with(
                                "data",
                                new Spec()
                                        .with("start", starts)
                                        .with("end", ends)
                                        .with("before", before)
                                        .with("after", after))
                        .with(
                                "mapping",
                                new Spec()
                                        .with(along + "min", "start")
                                        .with(along + "max", "end")
                                        .with(beside + "min", "before")
                                        .with(beside + "max", "after")));
            }
        }
        return this;
    }

    /** Fills rectangles; later ones cover earlier ones. */
    Plot marks(List<Mark> marks) {
        if (marks.isEmpty()) {
            return this;
        }
        layers.add(layer("rect")
                .with("size", 0.0)
                .with(
                        "data",
                        new Spec()
                                .with("left", marks.stream().map(Mark::left).toList())
                                .with("right", marks.stream().map(Mark::right).toList())
                                .with("bottom", marks.stream().map(Mark::bottom).toList())
                                .with("top", marks.stream().map(Mark::top).toList())
                                .with(
                                        "tint",
                                        marks.stream()
                                                .map(mark -> tint(mark.ink(), mark.title()))
                                                .toList()))
                .with(
                        "mapping",
                        new Spec()
                                .with("xmin", "left")
                                .with("xmax", "right")
                                .with("ymin", "bottom")
                                .with("ymax", "top")
                                .with("fill", "tint")));
        return this;
    }

    /** Draws points, each with a text of its own. */
    Plot points(Ink ink, double size, List<Double> x, List<Double> y, List<String> texts) {
        layers.add(layer("point")
                .with("size", size)
                .with(
                        "data",
                        new Spec()
                                .with("x", x)
                                .with("y", y)
                                .with(
                                        "tint",
                                        texts.stream()
                                                .map(text -> tint(ink, text))
                                                .toList()))
                .with("mapping", new Spec().with("x", "x").with("y", "y").with("color", "tint")));
        return this;
    }

    private String tint(Ink ink, String title) {
        if (title.isEmpty() || titles.size() == Tint.MOST_TITLES) {
            return ink.color();
        }
        titles.add(title);
        return new Tint(ink, titles.size()).color();
    }

    /** Fills the area between two lines. */
    Plot band(Ink ink, List<Double> x, List<Double> low, List<Double> high) {
        layers.add(layer("ribbon")
                .with("fill", ink.color())
                .with("size", 0.0)
                .with("data", new Spec().with("x", x).with("low", low).with("high", high))
                .with("mapping", new Spec().with("x", "x").with("ymin", "low").with("ymax", "high")));
        return this;
    }

    /** Draws a line through points. */
    Plot line(Ink ink, boolean dashed, List<Double> x, List<Double> y) {
        layers.add(through("line", ink, x, y)
                .with("linetype", dashed ? "dashed" : "solid")
                .with("size", 0.9));
        return this;
    }

    /** Draws points. */
    Plot points(Ink ink, List<Double> x, List<Double> y) {
        layers.add(through("point", ink, x, y).with("size", 2.0));
        return this;
    }

    /** Draws a line from left to right. */
    Plot horizontal(Ink ink, double y) {
        layers.add(
                layer("hline").with("color", ink.color()).with("size", 0.8).with("yintercept", Math.min(y, up.high())));
        return this;
    }

    /** Draws a line from bottom to top. */
    Plot vertical(Ink ink, double x) {
        layers.add(layer("vline")
                .with("color", ink.color())
                .with("size", 0.8)
                .with("linetype", "dashed")
                .with("xintercept", x));
        return this;
    }

    /**
     * Writes texts into the picture.
     *
     * @param side which side of a text is at its place: left, middle or right
     */
    Plot texts(Ink ink, String side, List<Double> x, List<Double> y, List<String> texts) {
        layers.add(layer("text")
                .with("color", ink.color())
                .with("size", TEXT_SIZE)
                .with("hjust", side)
                .with("vjust", "bottom")
                .with("data", new Spec().with("x", x).with("y", y).with("text", texts))
                .with("mapping", new Spec().with("x", "x").with("y", "y").with("label", "text")));
        return this;
    }

    /**
     * Draws it.
     *
     * @param height in the library's pixels
     * @param description what there is to see, in words
     * @return an SVG element
     */
    String svg(int height, String description) {
        if (layers.isEmpty()) {
            // The library refuses a plot of nothing; invisible text shows the axes.
            texts(Ink.LABEL, "left", List.of(across.low()), List.of(up.low()), List.of(""));
        }
        Spec spec = new Spec()
                .with("kind", "plot")
                .with("theme", theme())
                .withAll(
                        "scales",
                        List.of(
                                scale("x", across, acrossName),
                                scale("y", up, upName),
                                asTold("fill"),
                                asTold("color")))
                .withAll("layers", layers)
                .with("ggsize", new Spec().with("width", WIDTH).with("height", height));
        String drawn = PlotSvgExportCommon.INSTANCE.buildSvgImageFromRawSpecs(
                spec.map(),
                null,
                (width, rows, colors) -> {
                    throw new IllegalStateException("No layer is an image");
                },
                false);
        return Picture.cleaned(drawn, WIDTH, height, description, titles);
    }

    private static Spec layer(String shape) {
        return new Spec().with("geom", shape).with("tooltips", "none");
    }

    private static Spec through(String shape, Ink ink, List<Double> x, List<Double> y) {
        return layer(shape)
                .with("color", ink.color())
                .with("data", new Spec().with("x", x).with("y", y))
                .with("mapping", new Spec().with("x", "x").with("y", "y"));
    }

    /** Values are colours themselves. */
    private static Spec asTold(String aesthetic) {
        return new Spec().with("aesthetic", aesthetic).with("scale_mapper_kind", "identity");
    }

    private static Spec scale(String axis, Ticks ticks, String name) {
        return new Spec()
                .with("name", name)
                .with("aesthetic", axis)
                .with("limits", List.of(ticks.low(), ticks.high() + (ticks.high() - ticks.low()) * A_HAIR))
                .with("expand", List.of(0.0, 0.0))
                .with("breaks", ticks.at())
                .with("labels", ticks.labels());
    }

    private Spec theme() {
        Spec grid = Spec.named("line")
                .with("color", Ink.GRID.color())
                .with("size", 1.0)
                .with("blank", false);
        Spec blank = Spec.named("blank").with("blank", true);
        Spec title = Spec.named("text").with("blank", false);
        Spec below =
                Spec.named("text").with("angle", across.isTurned() ? 90.0 : 0.0).with("blank", false);
        return Spec.named("minimal2")
                .with("text", new Spec().with("family", "sans-serif").with("size", FONT_SIZE))
                .with("axis_title", acrossName.isEmpty() && upName.isEmpty() ? blank : title)
                .with("axis_text_x", below)
                .with("axis_line", blank)
                .with("axis_ticks", blank)
                .with("panel_grid_major_x", across.isMeasure() ? grid : blank)
                .with("panel_grid_major_y", up.isMeasure() ? grid : blank)
                .with("panel_grid_minor", blank)
                .with("plot_background", blank)
                .with("panel_background", blank)
                .with("legend_position", "none");
    }
}
