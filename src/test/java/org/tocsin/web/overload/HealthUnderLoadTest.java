package org.tocsin.web.overload;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.local.Management;
import org.tocsin.local.StackResource;

/** How the service is can be asked also when every thread and every connection to the database is taken. */
@QuarkusTest
@QuarkusTestResource(StackResource.class)
@TestProfile(SmallLimits.class)
class HealthUnderLoadTest {

    @Inject
    Vertx vertx;
    @Inject
    AgroalDataSource database;

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/ready", "/q/health/live", "/q/health/started"})
    void withEveryThreadTaken(String path) throws InterruptedException {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(SmallLimits.THREADS);
        try {
            for (int i = 0; i < SmallLimits.THREADS * 3; i++) {
                vertx.executeBlocking(() -> {
                    begun.countDown();
                    end.await();
                    return null;
                }, false);
            }
            begun.await();

            // When, Then
            assertThat(given().get(Management.url(path)).statusCode()).isEqualTo(200);
        } finally {
            end.countDown();
        }
    }

    @Test
    void withEveryConnectionTaken() throws Exception {
        // Given
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < database.getConfiguration().connectionPoolConfiguration().maxSize()) {
                taken.add(database.getConnection());
            }

            // When, Then
            assertThat(given().get(Management.url("/q/health/ready")).statusCode()).isEqualTo(200);
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
    }
}
