package org.tocsin.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Where Swagger UI is on, the API description says where people sign in for it: known only when the service starts. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.RUNTIME_STARTUP)
public class DocsSignIn implements OASFilter {

    private static final String SIGN_IN = "signIn";
    /** Of Keycloak. Another issuer's clients get their token elsewhere and use it as a bearer token. */
    private static final String PROTOCOL = "/protocol/openid-connect";

    private final Config config = ConfigProvider.getConfig();

    @Override
    public Operation filterOperation(Operation operation) {
        if (isOn() && operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme(SIGN_IN));
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI description) {
        if (isOn()) {
            String issuer = config.getValue("tocsin.issuer", String.class);
            description.getComponents().addSecurityScheme(SIGN_IN, OASFactory.createSecurityScheme()
                    .type(SecurityScheme.Type.OAUTH2)
                    .description("Sign in as a person. Leave the client's secret empty: it has none.")
                    .flows(OASFactory.createOAuthFlows().authorizationCode(OASFactory.createOAuthFlow()
                            .authorizationUrl(issuer + PROTOCOL + "/auth")
                            .tokenUrl(issuer + PROTOCOL + "/token")
                            .addScope("openid", "Who you are"))));
        }
    }

    private boolean isOn() {
        return config.getOptionalValue("tocsin.docs.enabled", Boolean.class).orElse(false);
    }
}
