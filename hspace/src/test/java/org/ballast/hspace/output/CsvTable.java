package org.ballast.hspace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads comma-separated values, each row by the names in the header. */
final class CsvTable {
    private final String text;
    private int position;

    private CsvTable(String text) {
        this.text = text;
    }

    static List<Map<String, String>> rows(String text) {
        CsvTable table = new CsvTable(text);
        List<String> header = table.row();
        List<Map<String, String>> rows = new ArrayList<>();
        while (table.position < text.length()) {
            List<String> fields = table.row();
            assertThat(fields).hasSameSizeAs(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (int k = 0; k < header.size(); k++) {
                row.put(header.get(k), fields.get(k));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<String> row() {
        List<String> fields = new ArrayList<>();
        do {
            fields.add(field());
        } while (text.charAt(position++) == ',');
        return fields;
    }

    /** Stops at the comma or line feed behind the field. */
    private String field() {
        StringBuilder field = new StringBuilder();
        boolean isQuoted = false;
        while (isQuoted || ",\n".indexOf(text.charAt(position)) < 0) {
            char character = text.charAt(position++);
            if (character != '"') {
                field.append(character);
            } else if (isQuoted && text.charAt(position) == '"') {
                field.append('"');
                position++;
            } else {
                isQuoted = !isQuoted;
            }
        }
        return field.toString();
    }
}
