package org.ballast.cli.getopt;

import java.util.List;

/** A list of options as help shows it, in less than 80 columns. */
final class OptionList {
    private static final int WIDTH = 79;
    private static final int DESCRIPTION = 29;
    private static final String MARGIN = "  ";

    private OptionList() {}

    /** Returns the list, an option after the other. */
    static String of(List<Option> options) {
        StringBuilder list = new StringBuilder();
        for (Option option : options) {
            Declaration declaration = option.declaration();
            String synopsis = MARGIN + declaration.synopsis();
            list.append(synopsis);
            if (synopsis.length() >= DESCRIPTION) {
                list.append('\n').repeat(' ', DESCRIPTION);
            } else {
                list.repeat(' ', DESCRIPTION - synopsis.length());
            }
            wrap(list, declaration.description(), DESCRIPTION);
        }
        return list.toString();
    }

    /** Appends words and line ends, beginning at a column; the lines that follow begin a little further right. */
    static void wrap(StringBuilder text, String words, int column) {
        int at = column;
        for (String word : words.split(" ", -1)) {
            if (at > column && at + 1 + word.length() > WIDTH) {
                text.append('\n').repeat(' ', column).append(MARGIN).append(word);
                at = column + MARGIN.length() + word.length();
            } else {
                text.append(at > column ? " " : "").append(word);
                at += (at > column ? 1 : 0) + word.length();
            }
        }
        text.append('\n');
    }
}
