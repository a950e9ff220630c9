package org.tocsin.asset.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.problem.Fault;
import org.tocsin.problem.Problem;

/**
 * A CSV file (RFC 4180) in UTF-8, with or without a byte order mark, its columns named in its first line.
 *
 * @param rows   those that have a cell for each column
 * @param faults what is wrong with it as a table
 */
public record Table(List<String> columns, List<Row> rows, List<Fault> faults) {

    static final int MOST_COLUMNS = 200;

    /** @param line of the file where the row begins; the header is 1 */
    public record Row(int line, Map<String, String> cells) {

        /** What stands there, without what guards it against spreadsheets; empty when there is no such column. */
        String cell(String column) {
            return Formula.bare(cells.getOrDefault(column, ""));
        }
    }

    /**
     * @param separator null to find out from the first line
     * @throws Problem 422 when it is no table at all
     */
    public static Table read(byte[] file, Character separator) {
        String text = decoded(file);
        List<CsvRecord> records = records(text, separator == null ? likeliest(text) : separator);
        if (records.isEmpty()) {
            throw Problem.invalid("table", List.of(new Fault("", "empty", "The table is empty; its first line names the columns.")));
        }
        List<String> columns = records.get(0).getFields().stream().map(String::strip).toList();
        List<Fault> faults = new ArrayList<>(check(columns));
        List<Row> rows = new ArrayList<>();
        for (CsvRecord record : records.subList(1, records.size())) {
            int line = Math.toIntExact(record.getStartingLineNumber());
            if (record.getFieldCount() == columns.size()) {
                rows.add(row(line, columns, record));
            } else {
                faults.add(new Fault("", "cell-count", "Line " + line + " has " + record.getFieldCount()
                        + " cells, the first line " + columns.size() + ". Is a separator or a quotation mark missing?").at(line, null));
            }
        }
        return new Table(columns, rows, faults);
    }

    private static List<Fault> check(List<String> columns) {
        List<Fault> faults = new ArrayList<>();
        if (columns.size() > MOST_COLUMNS) {
            faults.add(new Fault("", "too-many-columns", "There are " + columns.size() + " columns; the most is " + MOST_COLUMNS + ".").at(1, null));
        }
        columns.stream().filter(column -> columns.indexOf(column) != columns.lastIndexOf(column)).distinct().forEach(column ->
                faults.add(new Fault("", "duplicate-column", "Two columns have this name.").at(1, column)));
        return faults;
    }

    private static Row row(int line, List<String> columns, CsvRecord record) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), record.getField(i));
        }
        return new Row(line, cells);
    }

    private static List<CsvRecord> records(String text, char separator) {
        try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(separator)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE).ofCsvRecord(text)) {
            return reader.stream().toList();
        } catch (CsvParseException malformed) {
            Throwable why = malformed.getCause() == null ? malformed : malformed.getCause();
            throw Problem.invalid("table", List.of(new Fault("", "malformed", "This is not CSV (RFC 4180): "
                    + malformed.getMessage() + (why == malformed ? "" : ", " + why.getMessage()))));
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException("reading from memory", impossible);
        }
    }

    private static String decoded(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw Problem.invalid("table", List.of(new Fault("", "not-utf-8",
                    "The table is not UTF-8; save it as CSV UTF-8.")));
        }
    }

    /** Whichever of comma, semicolon and tabulator the first line has most of, outside of quotation marks. */
    private static char likeliest(String text) {
        String header = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char likeliest = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(header, candidate) > count(header, likeliest)) {
                likeliest = candidate;
            }
        }
        return likeliest;
    }

    private static long count(String header, char candidate) {
        return header.chars().filter(each -> each == candidate).count();
    }
}
