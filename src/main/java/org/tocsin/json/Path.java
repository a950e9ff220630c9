package org.tocsin.json;

/**
 * Where a value stands in a document. A step costs one small object; the pointer's text is made only when a fault
 * needs it, so a sound document pays nothing for it.
 */
public final class Path {

    public static final Path ROOT = new Path(null, "");

    private final Path parent;
    private final Object step;

    private Path(Path parent, Object step) {
        this.parent = parent;
        this.step = step;
    }

    public Path to(String name) {
        return new Path(this, name);
    }

    public Path to(int index) {
        return new Path(this, index);
    }

    /** This place as a JSON Pointer, RFC 6901. */
    @Override
    public String toString() {
        return parent == null ? "" : parent + "/" + step.toString().replace("~", "~0").replace("/", "~1");
    }
}
