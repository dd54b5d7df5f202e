package org.ballast.pages;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page read back by an XML parser, which fails where it is not well-formed. */
final class ParsedPage {
    private final Document document;

    private ParsedPage(Document document) {
        this.document = document;
    }

    /** Writes and reads a page. */
    static ParsedPage of(Page page) {
        return of(HtmlPage.of(page));
    }

    /** Reads a page. */
    static ParsedPage of(String html) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return new ParsedPage(builder.parse(new InputSource(new StringReader(html))));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("Not well-formed", e);
        }
    }

    /** Writes and reads a page with one section that has nothing but these parts. */
    static ParsedPage ofParts(Part... parts) {
        return of(new Page("title", "", List.of(new Section("heading", List.of(parts)))));
    }

    /** Returns all elements of a name, in the order of the document. */
    List<Element> all(String name) {
        return elements(document, name);
    }

    /** Returns the elements of a name that have a class. */
    List<Element> all(String name, String style) {
        return all(name).stream()
                .filter(element ->
                        List.of(element.getAttribute("class").split(" ")).contains(style))
                .toList();
    }

    /** Returns the texts of all elements of a name. */
    List<String> texts(String name) {
        return all(name).stream().map(Node::getTextContent).toList();
    }

    /** Returns the texts in all pictures. */
    List<String> drawnTexts() {
        return all("svg").stream()
                .flatMap(svg -> elements(svg, "text").stream())
                .map(Node::getTextContent)
                .toList();
    }

    private static List<Element> elements(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                if (element.getTagName().equals(name)) {
                    found.add(element);
                }
                found.addAll(elements(element, name));
            }
        }
        return found;
    }
}
