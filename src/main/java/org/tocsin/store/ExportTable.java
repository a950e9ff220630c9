package org.tocsin.store;

/**
 * Rows of an organisation that are given out on one line each.
 *
 * @param name  of the file, without its ending
 * @param query with the parameters {@code organisation}, {@code after} and {@code most}: selects a key as text and the
 *              row as JSON text, whose key is greater, in the order of keys. What belongs to one person is asked for with
 *              {@code exporter} too: who exports, or nobody
 */
public record ExportTable(String name, String query) {

    public boolean isPersonal() {
        return query.contains(":exporter");
    }
}
