package org.ballast.iallocator;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ballast.iallocator.Documents.asking;
import static org.ballast.iallocator.Documents.read;
import static org.ballast.iallocator.Documents.with;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Broken documents, and what is said about them. */
class RefusedDocumentsTest {

    /**
     * The file has, in each line, a piece of the whole document, what stands in its place, and what is said about it.
     */
    @ParameterizedTest
    @CsvFileSource(resources = "refused.txt", delimiter = '|', quoteCharacter = '~')
    void refused(String piece, String replacement, String message) {
        assertThatThrownBy(() -> with(piece, replacement == null ? "" : replacement))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("file:" + message);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-requests.txt", delimiter = '|', quoteCharacter = '~')
    void refusedRequests(String request, String message) {
        assertThatThrownBy(() -> asking(request))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("file:36: " + message);
    }

    @ParameterizedTest
    @CsvFileSource(resources = "refused-texts.txt", delimiter = '|', quoteCharacter = '~')
    void refusedTexts(String text, String message) {
        assertThatThrownBy(() -> read(text == null ? "" : text))
                .isInstanceOf(ProtocolException.class)
                .hasMessage("file:" + message);
    }
}
