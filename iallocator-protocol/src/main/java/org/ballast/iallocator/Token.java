package org.ballast.iallocator;

/** A position in a document, by the token that was reached. */
enum Token {
    /** At the beginning of an object. */
    OBJECT,
    /** Behind an object. */
    OBJECT_END,
    /** At the beginning of a list. */
    LIST,
    /** Behind a list. */
    LIST_END,
    /** At a string that may not be read yet. */
    TEXT,
    /** Behind a number. */
    NUMBER,
    /** Behind the word true. */
    TRUE,
    /** Behind the word false. */
    FALSE,
    /** Behind the word null. */
    NULL,
    /** At the end of the file. */
    END
}
