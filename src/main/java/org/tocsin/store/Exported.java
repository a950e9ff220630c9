package org.tocsin.store;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A slot: each room gives out what it keeps of an organisation. Everything is read with that organisation's own sight,
 * so what is internal or another's cannot be in it.
 */
public interface Exported {

    /** Writes one more file. */
    interface Files {

        /** The caller does not close it. */
        OutputStream next(String name) throws IOException;
    }

    List<ExportTable> tables();

    /** What is no row: called with no transaction open. */
    default void files(String organisation, Files out) throws IOException {
        // most rooms have rows only
    }
}
