package fr.socle.bench.journal;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.RowContent;
import fr.socle.bench.store.Store;
import java.io.IOException;

/** The bytes of one side of an exchange, as the journal keeps them. */
final class JournaledContent {
  private JournaledContent() {}

  /**
   * One side of an exchange.
   *
   * @param side {@code Q} or {@code A}
   */
  static Content of(Store store, long sequence, String side) {
    long size =
        store
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .select(
                            "select coalesce(sum(octet_length(bytes)), 0) from journal.body where"
                                + " sequence = ? and side = ?",
                            sequence,
                            side)
                        .mapTo(Long.class)
                        .one());
    return new RowContent(size, rank -> row(store, sequence, side, rank));
  }

  private static byte[] row(Store store, long sequence, String side, int rank) throws IOException {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select bytes from journal.body where sequence = ? and side = ? and part ="
                            + " ?",
                        sequence,
                        side,
                        rank)
                    .mapTo(byte[].class)
                    .findOne())
        .orElseThrow(() -> new IOException("bytes of " + sequence + " are missing"));
  }
}
