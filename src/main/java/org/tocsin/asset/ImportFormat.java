package org.tocsin.asset;

/** What the columns and fields of a file mean. */
enum ImportFormat {
    /** Ours: what export gives. */
    TOCSIN,
    /** NetBox's devices: docs/inventory.md. */
    NETBOX
}
