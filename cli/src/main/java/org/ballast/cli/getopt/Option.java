package org.ballast.cli.getopt;

/** An option of a command line. It is declared once, together with where the values given for it go. */
public interface Option {
    /** Returns what it is called and what it is for. */
    Declaration declaration();

    /**
     * Reads a value given for it and keeps the outcome, in place of or beside that of an earlier one.
     *
     * @param value the value; empty for an option that has none
     * @throws org.ballast.backends.input.BackendException if the value is bad
     */
    void take(String value);
}
