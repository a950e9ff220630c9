package org.tocsin.store;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Content of one table that is erased by its age.
 *
 * @param due      a query with the parameters {@code organisation} and {@code before}, whether anything is older
 * @param function of the database, which erases it
 */
public record AgeingTable(EntityManager database, Kind kind, String due, String function) implements Ageing {

    @Override
    public boolean isDue(String organisation, Instant before) {
        return (Boolean) database.createNativeQuery(due).setParameter("organisation", organisation).setParameter("before", before).getSingleResult();
    }

    @Override
    @SuppressWarnings("unchecked")
    public List<String> erase(UUID erasure, Instant before, int most) {
        return database.createNativeQuery("select * from " + function + "(:erasure, :before, :most)", String.class)
                .setParameter("erasure", erasure)
                .setParameter("before", before)
                .setParameter("most", most)
                .getResultList();
    }
}
