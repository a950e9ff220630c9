package org.tocsin.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * A slot: each room gives out what it keeps of an organisation. Everything is read with that organisation's own sight,
 * so what the database keeps from it cannot be in it. A room leaves out by itself what stands in a row that the organisation
 * sees and is not for it, such as the liaison's assessment in a document, and what belongs to another person.
 */
public interface Exported {

    List<ExportTable> tables();

    /**
     * What is no row. Called with no transaction open, as are the files' pieces.
     *
     * @param exporter who exports, for what belongs to one person; empty when it is nobody of the organisation
     */
    default Iterator<ExportedFile> files(String organisation, String exporter) {
        return Collections.emptyIterator();
    }
}
