package org.ballast.cli.getopt;

/** The version of Ballast. */
final class Version {
    private static final String NUMBER = "0.1.0";

    private Version() {}

    /** Returns name and version on one line. */
    static String line(String tool) {
        return tool + " (Ballast) version " + NUMBER;
    }

    /** Returns name, version and what it runs on, on three lines. */
    static String text(String tool) {
        return line(tool) + "\nmade for java 25\nrunning on java "
                + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.arch") + "\n";
    }
}
