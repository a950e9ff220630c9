package org.tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the house together: a room imports only from floors below its own (docs/architecture.md). */
class RoomsTest {

    /** From the ground up; the rooms of one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("time", "problem"),
            List.of("json", "store", "seal", "migration"),
            List.of("audit", "outbox", "conditional"),
            List.of("party"),
            List.of("limit"),
            List.of("web"),
            List.of("asset", "client"),
            List.of("report"),
            List.of("question", "behalf", "attachment", "quarantine"),
            List.of("delivery", "news", "draft"),
            List.of("withdrawal", "incident"),
            List.of("triage", "webhook", "notice", "oversight"),
            List.of("peer", "retention", "evidence", "administration", "witness"));

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.tocsin");

    @Test
    void everyRoomHasAFloor() {
        TreeSet<String> rooms = OURS.stream().map(RoomsTest::room).filter(room -> !room.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(rooms).isEqualTo(FLOORS.stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void roomsImportOnlyFromFloorsBelow() {
        Map<String, Integer> floors = floors();

        List<String> upwards = OURS.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(dependency -> isOurs(dependency.getTargetClass()))
                .filter(dependency -> !room(dependency.getOriginClass()).isEmpty())
                .filter(dependency -> !room(dependency.getOriginClass()).equals(room(dependency.getTargetClass())))
                .filter(dependency -> floors.get(room(dependency.getOriginClass()))
                        <= floors.getOrDefault(room(dependency.getTargetClass()), Integer.MAX_VALUE))
                .map(Dependency::getDescription)
                .toList();

        assertThat(upwards).isEmpty();
    }

    @Test
    void onlyOnePlaceBeginsTransactions() {
        List<String> others = OURS.stream()
                .filter(type -> !type.getName().equals("org.tocsin.store.Transactions"))
                .filter(type -> type.getDirectDependenciesFromSelf().stream().anyMatch(dependency ->
                        dependency.getTargetClass().getName().equals("io.quarkus.narayana.jta.QuarkusTransaction")))
                .map(JavaClass::getName)
                .toList();

        assertThat(others).isEmpty();
    }

    private static Map<String, Integer> floors() {
        return FLOORS.stream().flatMap(List::stream)
                .collect(Collectors.toMap(room -> room, room -> FLOORS.indexOf(
                        FLOORS.stream().filter(floor -> floor.contains(room)).findFirst().orElseThrow())));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getName().startsWith("org.tocsin.");
    }

    /** The first package below ours; empty for what stands at the door. */
    private static String room(JavaClass type) {
        String[] names = type.getPackageName().split("\\.");
        return names.length > 2 ? names[2] : "";
    }
}
