package org.tocsin.asset;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** An address of ours with its parameters; those that say nothing are left out. */
final class Address {

    private Address() {
    }

    static String of(String path, String... namesAndValues) {
        StringBuilder address = new StringBuilder(path);
        char between = '?';
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            if (value != null && !value.isBlank()) {
                address.append(between).append(namesAndValues[i]).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
                between = '&';
            }
        }
        return address.toString();
    }
}
