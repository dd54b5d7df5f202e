package org.ballast.pages;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A picture of the chart library as an element of the page: shapes and text only, without the random names, clip paths
 * and style sheet that the library adds, numbers with two decimals, and classes instead of colours. It shrinks to a
 * third.
 */
final class Picture {
    private static final Set<String> SHAPES = Set.of("line", "rect", "path", "circle");
    private static final Set<String> GEOMETRY = Set.of(
            "x",
            "y",
            "x1",
            "y1",
            "x2",
            "y2",
            "width",
            "height",
            "cx",
            "cy",
            "r",
            "d",
            "dy",
            "text-anchor",
            "stroke-width",
            "stroke-dasharray");
    /** What has no effect in a picture: elements inside are skipped as well. */
    private static final Set<String> SKIPPED = Set.of("style", "defs");

    /** The last number of a horizontal axis is centred at the picture's edge. */
    private static final int HALF_A_NUMBER = 14;

    private static final Pattern NUMBER = Pattern.compile("-?\\d+\\.\\d+(E-?\\d+)?");
    private static final Pattern NOT_MOVING = Pattern.compile("(translate\\(0 0\\)|rotate\\(0( [-0-9.]+)*\\)) *");
    private static final Pattern STYLED_FILL = Pattern.compile("fill:(#[0-9a-f]{6});");

    private final Markup markup = new Markup();
    /** Attributes of the groups that were opened but not yet written, as most of them turn out to be empty. */
    private final Deque<String> unwritten = new ArrayDeque<>();

    private final XMLStreamReader reader;

    private final List<String> titles;

    private Picture(XMLStreamReader reader, List<String> titles) {
        this.reader = reader;
        this.titles = titles;
    }

    /**
     * Returns the picture as an SVG element of the given size, which bears its description.
     *
     * @param titles the texts of those shapes that have one, see {@link Tint}
     */
    static String cleaned(String svg, int width, int height, String description, List<String> titles) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            Picture picture = new Picture(factory.createXMLStreamReader(new StringReader(svg)), titles);
            picture.markup.start(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "viewBox",
                    "0 0 " + (width + HALF_A_NUMBER) + " " + height,
                    "role",
                    "img",
                    "aria-label",
                    description);
            while (picture.reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                picture.reader.next();
            }
            picture.children();
            return picture.markup.end().toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("The chart library drew what is not XML", e);
        }
    }

    private void children() throws XMLStreamException {
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.isStartElement()) {
                element();
            }
        }
    }

    private void element() throws XMLStreamException {
        String name = reader.getLocalName();
        if (name.equals("g")) {
            group();
        } else if (name.equals("text")) {
            text();
        } else if (SHAPES.contains(name)) {
            shape(name);
        } else if (SKIPPED.contains(name)) {
            skip();
        } else {
            throw new IllegalStateException("The chart library drew a " + name);
        }
    }

    private void group() throws XMLStreamException {
        String transform = NOT_MOVING
                .matcher(rounded(attribute("transform")).replace(" )", ")"))
                .replaceAll("")
                .strip();
        if (transform.isEmpty()) {
            children();
            return;
        }
        unwritten.addLast(transform);
        children();
        // Whatever is drawn inside has all that wait written: either this group is the last to wait, or none does.
        if (unwritten.isEmpty()) {
            markup.end();
        } else {
            unwritten.removeLast();
        }
    }

    private void shape(String name) throws XMLStreamException {
        Optional<Tint> fill = tint(attribute("fill"));
        Optional<Tint> line = attribute("stroke-width").equals("0.0") ? Optional.empty() : tint(attribute("stroke"));
        // A line has no inside, whatever the library says of it.
        Optional<Tint> inside = name.equals("line") ? Optional.empty() : fill;
        if (inside.isPresent() || line.isPresent()) {
            Tint tint = inside.or(() -> line).orElseThrow();
            String[] attributes = attributes(tint.ink().style() + (inside.isPresent() ? "" : " line"));
            writeGroups();
            if (tint.title() == 0) {
                markup.empty(name, attributes);
            } else {
                markup.start(name, attributes)
                        .element("title", titles.get(tint.title() - 1))
                        .end();
            }
        }
        skip();
    }

    private void text() throws XMLStreamException {
        Matcher fill = STYLED_FILL.matcher(attribute("style"));
        Ink ink = fill.find() ? tint(fill.group(1)).map(Tint::ink).orElse(Ink.LABEL) : Ink.LABEL;
        String[] attributes = attributes(ink.style());
        String text = reader.getElementText().strip();
        if (!text.isEmpty()) {
            writeGroups();
            markup.element("text", text, attributes);
        }
    }

    private Optional<Tint> tint(String color) {
        return Tint.drawnIn(color, titles.size());
    }

    private void writeGroups() {
        while (!unwritten.isEmpty()) {
            markup.start("g", "transform", unwritten.removeFirst());
        }
    }

    private String[] attributes(String style) {
        List<String> attributes = new ArrayList<>(List.of("class", style));
        for (int k = 0; k < reader.getAttributeCount(); k++) {
            String attribute = reader.getAttributeLocalName(k);
            boolean isNoLine = attribute.equals("stroke-width")
                    && reader.getAttributeValue(k).equals("0.0");
            if (GEOMETRY.contains(attribute) && !isNoLine) {
                attributes.add(attribute);
                attributes.add(rounded(reader.getAttributeValue(k)));
            }
        }
        return attributes.toArray(String[]::new);
    }

    private void skip() throws XMLStreamException {
        int depth = 1;
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Returns an attribute's value; empty if the element has none of that name. */
    private String attribute(String name) {
        return Objects.requireNonNullElse(reader.getAttributeValue(null, name), "");
    }

    private static String rounded(String value) {
        return NUMBER.matcher(value).replaceAll(number -> hundredths(Double.parseDouble(number.group())));
    }

    private static String hundredths(double number) {
        return new BigDecimal(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
