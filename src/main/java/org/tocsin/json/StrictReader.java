package org.tocsin.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Reads JSON from a stranger into a tree and says everything that is wrong with it as JSON, whatever it is about:
 * size, encoding, syntax, depth, duplicate names, odd characters, and numbers that two readers could read differently.
 */
public final class StrictReader {

    /** Our own limits are checked as faults; the parser's would end the reading at the first of them. */
    private static final JsonFactory FACTORY = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            // Names come from strangers: interning them would let anyone fill a table that all requests share.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final int maxBytes;
    private final int maxDepth;

    /**
     * @param maxBytes largest document that is read at all
     * @param maxDepth how deep objects and lists may nest; the document itself is the first level
     */
    public StrictReader(int maxBytes, int maxDepth) {
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
    }

    public Reading read(byte[] document) {
        if (document.length > maxBytes) {
            return refused("too-large", "The document has " + document.length + " bytes; the most is " + maxBytes
                    + ". Leave out raw data, or send it as attachments.");
        }
        Utf8 decoded = Utf8.decode(document);
        if (decoded.text() == null) {
            return refused("not-utf-8", "The document is not valid UTF-8 from byte " + decoded.brokenAt()
                    + " on; encode it as UTF-8.");
        }
        if (decoded.text().isBlank()) {
            return refused("empty", "The document is empty; send one JSON object.");
        }
        return parse(decoded.text());
    }

    private Reading parse(String text) {
        Faults faults = new Faults();
        try (JsonParser parser = FACTORY.createParser(text)) {
            parser.nextToken();
            TreeBuilder builder = new TreeBuilder(parser, maxDepth, faults);
            var tree = builder.value(Path.ROOT, 1);
            if (parser.nextToken() != null) {
                faults.add(Path.ROOT, "malformed", "Something follows the end of the document at "
                        + Malformed.place(parser.currentTokenLocation()) + "; send one JSON value only.");
            }
            return new Reading(tree, faults.list());
        } catch (JsonProcessingException malformed) {
            // The parser knows no other way to say it. What was found before it still counts.
            faults.add(Path.ROOT, "malformed", Malformed.message(malformed));
            return new Reading(MissingNode.getInstance(), faults.list());
        } catch (IOException impossible) {
            throw new UncheckedIOException("reading from memory", impossible);
        }
    }

    private static Reading refused(String code, String message) {
        Faults faults = new Faults();
        faults.add(Path.ROOT, code, message);
        return new Reading(MissingNode.getInstance(), faults.list());
    }
}
