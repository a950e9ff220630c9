package org.tocsin.store;

import java.util.Iterator;

/**
 * A file that is given out with an organisation's rows.
 *
 * @param name   in the export, with its directory
 * @param pieces its bytes; each is read when it is asked for
 */
public record ExportedFile(String name, Iterator<byte[]> pieces) {
}
