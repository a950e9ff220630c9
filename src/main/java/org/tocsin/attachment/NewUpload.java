package org.tocsin.attachment;

import java.util.Optional;

/**
 * What is said of a file before its bytes come.
 *
 * @param length   how long it will be, where that was said
 * @param expected SHA-256 of the whole, where that was said
 */
record NewUpload(String name, String declaredType, Optional<Long> length, Optional<byte[]> expected) {
}
