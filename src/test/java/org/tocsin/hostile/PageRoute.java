package org.tocsin.hostile;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.tocsin.web.Paths;

/**
 * An address of the pages, as its resource class has it.
 *
 * @param path    with parameters in braces
 * @param query   names of the parameters that it reads
 * @param fields  names of the fields that it reads by name
 * @param consumes the media type of its form; empty where it has none
 */
record PageRoute(String method, String path, List<String> query, List<String> fields, String consumes) {

    static List<PageRoute> all() {
        return new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.tocsin").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).map(JavaClass::reflect)
                .flatMap(type -> Stream.of(type.getDeclaredMethods()).map(method -> of(type, method))).filter(Objects::nonNull)
                .filter(route -> !Paths.isForMachines(route.path()))
                .sorted(Comparator.comparing(PageRoute::toString)).toList();
    }

    private static PageRoute of(Class<?> type, Method method) {
        String verb = method.isAnnotationPresent(GET.class) ? "GET" : method.isAnnotationPresent(POST.class) ? "POST" : null;
        if (verb == null) {
            return null;
        }
        Path own = method.getAnnotation(Path.class);
        String path = ("/" + type.getAnnotation(Path.class).value() + "/" + (own == null ? "" : own.value()))
                .replaceAll("\\{\\s*([^}: ]+)[^}]*}", "{$1}").replaceAll("/+", "/");
        Consumes consumes = method.isAnnotationPresent(Consumes.class) ? method.getAnnotation(Consumes.class) : type.getAnnotation(Consumes.class);
        return new PageRoute(verb, path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path,
                Stream.of(method.getParameters()).filter(each -> each.isAnnotationPresent(QueryParam.class)).map(each -> each.getAnnotation(QueryParam.class).value()).toList(),
                Stream.of(method.getParameters()).flatMap(PageRoute::fields).toList(), consumes == null ? "" : consumes.value()[0]);
    }

    private static Stream<String> fields(Parameter parameter) {
        if (parameter.isAnnotationPresent(FormParam.class)) {
            return Stream.of(parameter.getAnnotation(FormParam.class).value());
        }
        if (parameter.isAnnotationPresent(RestForm.class)) {
            return Stream.of(parameter.getAnnotation(RestForm.class).value());
        }
        return Stream.of(parameter.getType().getDeclaredFields()).filter(field -> field.isAnnotationPresent(FormParam.class))
                .map((Field field) -> field.getAnnotation(FormParam.class).value());
    }
}
