package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.oidc.AuthorizationCodeFlow;
import io.quarkus.oidc.BearerTokenAuthentication;
import io.quarkus.oidc.Tenant;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tocsin.web.Paths;

/** Each resource says by itself how its callers prove who they are, so that this does not hang on how a path is read. */
class MechanismsTest {

    private static final List<Class<? extends Annotation>> MECHANISMS = List.of(BearerTokenAuthentication.class, AuthorizationCodeFlow.class);
    private static final List<Class<? extends Annotation>> RULES = List.of(RolesAllowed.class, Authenticated.class, PermitAll.class);

    static List<Class<?>> resources() {
        List<Class<?>> resources = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.tocsin").stream().filter(type -> type.isAnnotatedWith(Path.class))
                .<Class<?>>map(type -> type.reflect()).toList();
        assertThat(resources).hasSizeGreaterThan(50);
        return resources;
    }

    private static Stream<Method> operations(Class<?> resource) {
        return Stream.of(resource.getDeclaredMethods())
                .filter(method -> Stream.of(method.getAnnotations()).anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class)));
    }

    private static List<Class<? extends Annotation>> of(List<Class<? extends Annotation>> wanted, AnnotatedElement element) {
        return wanted.stream().filter(element::isAnnotationPresent).toList();
    }

    private static List<Class<? extends Annotation>> rules(Method operation) {
        List<Class<? extends Annotation>> own = of(RULES, operation);
        return own.isEmpty() ? of(RULES, operation.getDeclaringClass()) : own;
    }

    @ParameterizedTest
    @MethodSource("resources")
    void aResourceDeclaresTheMechanismOfItsAddress(Class<?> resource) {
        boolean isForEveryone = operations(resource).allMatch(operation -> rules(operation).equals(List.of(PermitAll.class)));
        String path = resource.getAnnotation(Path.class).value();
        Class<? extends Annotation> mechanism = Paths.isForMachines(path) ? BearerTokenAuthentication.class : AuthorizationCodeFlow.class;

        List<Class<? extends Annotation>> declared = of(MECHANISMS, resource);
        if (!(isForEveryone && declared.isEmpty())) {
            assertThat(declared).as(path).containsExactly(mechanism);
        }
        assertThat(operations(resource).flatMap(operation -> of(MECHANISMS, operation).stream())).as("said once, for the class").isEmpty();
    }

    /** By the path alone, a token for /cert that is bound to no certificate might be verified as one for /api. */
    @ParameterizedTest
    @MethodSource("resources")
    void aResourceForTokensDeclaresWhoseTokens(Class<?> resource) {
        if (resource.isAnnotationPresent(BearerTokenAuthentication.class)) {
            assertThat(resource.getAnnotation(Tenant.class)).isNotNull().extracting(Tenant::value)
                    .isEqualTo(resource.getAnnotation(Path.class).value().startsWith("/cert/") ? "cert" : "api");
        }
    }

    /** A mechanism alone would let anyone in who can sign in, and not deny as an endpoint without annotations does. */
    @ParameterizedTest
    @MethodSource("resources")
    void everyOperationSaysWhoMayCallIt(Class<?> resource) {
        assertThat(operations(resource)).allSatisfy(operation -> assertThat(rules(operation)).as(operation.toString()).hasSize(1));
    }
}
