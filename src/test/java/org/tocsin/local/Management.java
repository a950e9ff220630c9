package org.tocsin.local;

import org.eclipse.microprofile.config.ConfigProvider;

/** The management interface of the service under test. */
public final class Management {

    private Management() {
    }

    public static String url(String path) {
        return "http://localhost:" + ConfigProvider.getConfig().getValue("quarkus.management.test-port", Integer.class) + path;
    }
}
