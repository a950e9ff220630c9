package org.tocsin;

import org.tocsin.delivery.IssuerOfTheCertDownTest;
import org.tocsin.local.ProfileOf;
import org.tocsin.web.SwaggerUiOffTest;

/** A service that lacks what it mostly has: the CERT's identity provider, and pages to try its API on. */
public class LeftAlone extends ProfileOf {

    public LeftAlone() {
        super(new IssuerOfTheCertDownTest.Down(), new SwaggerUiOffTest.Off());
    }
}
