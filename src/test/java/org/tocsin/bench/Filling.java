package org.tocsin.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;
import org.tocsin.audit.log.Hash;
import org.tocsin.audit.log.Merkle;
import org.tocsin.audit.log.RightEdge;
import org.tocsin.audit.log.Tile;

/**
 * Makes a log large at once: computes the tiles of as many made-up leaves and copies them into the store, in one transaction that holds the
 * log's rows. Entries that await their place get one in between, at random; other leaves have rows only where the last tile is not full.
 * The service then finds a tree that has grown, checks it as any other, and signs it.
 */
final class Filling {

    private static final byte[] COPY_SIGNATURE = "PGCOPY\n\377\r\n\0".getBytes(StandardCharsets.ISO_8859_1);

    private final Connection database;
    private final Map<Long, UUID> places = new LinkedHashMap<>();
    private final Map<UUID, byte[]> pending = new LinkedHashMap<>();

    /** @param database holds {@code audit_sequence}, and is committed in the end */
    Filling(Connection database) {
        this.database = database;
    }

    void to(long size) throws SQLException, IOException {
        run("select from audit_tree for update");
        long before = number("select size from audit_tree");
        readPending();
        Random random = new Random(before);
        for (UUID entry : pending.keySet()) {
            long place;
            do {
                place = before + (long) (random.nextDouble() * (size - before));
            } while (places.putIfAbsent(place, entry) != null);
        }
        RightEdge edge = RightEdge.of(before, bytes("select edge from audit_tree").get(0));
        List<List<Hash>> rows = rows(before);
        copy(before, size, edge, rows);
        store(size, edge);
        // As a database that grew by and by has done long ago.
        run("analyze audit_tile, audit_leaf, audit_entry, audit_pending");
        database.commit();
    }

    private void readPending() throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(
                "select e.id, e.commitment from audit_pending p join audit_entry e on e.id = p.entry_id")) {
            while (rows.next()) {
                pending.put(rows.getObject(1, UUID.class), rows.getBytes(2));
            }
        }
    }

    /** What the tiles at the right edge have already. */
    private List<List<Hash>> rows(long size) throws SQLException {
        List<List<Hash>> rows = new ArrayList<>();
        rows.add(bytes("select e.commitment from audit_leaf l join audit_entry e on e.id = l.entry_id where l.index >= "
                + (size - size % Tile.FULL) + " order by l.index").stream().map(Merkle::leaf).collect(java.util.stream.Collectors.toList()));
        for (int level = 1; Tile.hashes(size, level) > 0; level++) {
            long hashes = Tile.hashes(size, level);
            rows.add(bytes("select root from audit_tile where level = " + (level - 1) + " and number >= " + (hashes - hashes % Tile.FULL)
                    + " order by number").stream().map(Hash::of).collect(java.util.stream.Collectors.toList()));
        }
        return rows;
    }

    private void copy(long before, long size, RightEdge edge, List<List<Hash>> rows) throws SQLException, IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new PGCopyOutputStream(database.unwrap(PGConnection.class),
                "copy audit_tile (level, number, hashes, root) from stdin (format binary)"), 1 << 20))) {
            out.write(COPY_SIGNATURE);
            out.writeLong(0);
            Tiling tiling = new Tiling(edge, rows, (tile, hashes, root) -> {
                out.writeShort(4);
                out.writeInt(2);
                out.writeShort(tile.level());
                out.writeInt(8);
                out.writeLong(tile.number());
                out.writeInt(hashes.length);
                out.write(hashes);
                out.writeInt(Hash.BYTES);
                out.write(root.bytes());
            });
            for (long index = before; index < size; index++) {
                tiling.append(Merkle.leaf(commitment(index)));
            }
            out.writeShort(-1);
        }
    }

    private byte[] commitment(long index) {
        UUID entry = places.get(index);
        return entry == null ? ByteBuffer.allocate(Hash.BYTES).putLong(0, index).array() : pending.get(entry);
    }

    private void store(long size, RightEdge edge) throws SQLException {
        try (PreparedStatement entry = database.prepareStatement("insert into audit_entry (id, type, actor, audience, at, commitment) "
                + "values (?, 'bench.entry', 'bench', 'internal', now(), ?)");
             PreparedStatement leaf = database.prepareStatement("insert into audit_leaf (index, entry_id) values (?, ?)")) {
            for (long index = size - size % Tile.FULL; index < size; index++) {
                if (!places.containsKey(index)) {
                    UUID id = UUID.randomUUID();
                    entry.setObject(1, id);
                    entry.setBytes(2, commitment(index));
                    entry.addBatch();
                    places.put(index, id);
                }
            }
            entry.executeBatch();
            for (Map.Entry<Long, UUID> place : places.entrySet()) {
                leaf.setLong(1, place.getKey());
                leaf.setObject(2, place.getValue());
                leaf.addBatch();
            }
            leaf.executeBatch();
        }
        run("delete from audit_pending where entry_id in (select entry_id from audit_leaf)");
        run("update audit_sequence set next_index = " + size);
        try (PreparedStatement tree = database.prepareStatement("update audit_tree set size = ?, edge = ?");
             PreparedStatement head = database.prepareStatement("insert into audit_head (size, root, at) values (?, ?, now())")) {
            tree.setLong(1, size);
            tree.setBytes(2, edge.bytes());
            tree.execute();
            head.setLong(1, size);
            head.setBytes(2, edge.root().bytes());
            head.execute();
        }
    }

    private void run(String statement) throws SQLException {
        try (Statement any = database.createStatement()) {
            any.execute(statement);
        }
    }

    private long number(String query) throws SQLException {
        try (Statement statement = database.createStatement(); ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<byte[]> bytes(String query) throws SQLException {
        List<byte[]> values = new ArrayList<>();
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                values.add(rows.getBytes(1));
            }
        }
        return values;
    }
}
