package org.tocsin.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A slot: each room gives out what it keeps of an organisation. Everything is read with that organisation's own sight,
 * so what is internal or another's cannot be in it.
 */
public interface Exported {

    List<ExportTable> tables();

    /** What is no row. Called with no transaction open, as are the files' pieces. */
    default Iterator<ExportedFile> files(String organisation) {
        return Collections.emptyIterator();
    }
}
