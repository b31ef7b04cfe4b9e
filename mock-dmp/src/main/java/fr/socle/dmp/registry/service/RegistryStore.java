package fr.socle.dmp.registry.service;

import fr.socle.bench.content.Content;
import fr.socle.bench.content.RowContent;
import fr.socle.bench.store.Store;
import fr.socle.dmp.service.Transactions;
import java.io.IOException;
import java.time.Duration;

/**
 * The registry and the repository of one space, in SQL. What is acknowledged is committed. Safe for
 * use by several threads.
 */
public final class RegistryStore {
  private final Store store;
  private final Transactions transactions;
  private final String space;
  private final MetadataCodec codec = new MetadataCodec();

  /** The documents of a space. */
  public RegistryStore(Store store, String space) {
    this.store = store;
    this.transactions = new Transactions(store);
    this.space = space;
  }

  /** Work on the store. */
  @FunctionalInterface
  interface Work<T> {
    T on(RegistrySession session) throws RefusedException;
  }

  /**
   * Does something in one transaction, of which nothing stays when it is refused. It is done again
   * when somebody wrote the same identifiers or the same bytes meanwhile, which are then seen.
   */
  <T> T inTransaction(Work<T> work) throws RefusedException {
    return transactions.<T, RefusedException>run(
        handle -> work.on(new RegistrySession(handle, space, codec)));
  }

  /** Bytes kept under a key, which stay where they are until they are read. */
  Content content(String key, long size) {
    return new RowContent(size, rank -> row(key, rank));
  }

  /** Bytes kept under a hash never change; they go with their space, which waits for its calls. */
  private byte[] row(String key, int rank) throws IOException {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .select(
                        "select octets from dmp.morceau where space_id = ? and empreinte = ? and"
                            + " rang = ?",
                        space,
                        key,
                        rank)
                    .map((row, context) -> row.getBytes(1))
                    .findOne())
        .orElseThrow(() -> new IOException("the document " + key + " is no longer kept"));
  }

  /** Makes every document older: when it came in, and the dates that its metadata say. */
  public void age(Duration by) {
    Object unused =
        transactions.run(handle -> new RegistryAgeing(handle, space, codec, by).carryOut());
  }

  /** Forgets the documents of the space. */
  public void clear() {
    store
        .jdbi()
        .useTransaction(
            handle -> {
              handle.execute("delete from dmp.association where space_id = ?", space);
              handle.execute("delete from dmp.lot where space_id = ?", space);
              handle.execute("delete from dmp.fiche where space_id = ?", space);
              handle.execute("delete from dmp.morceau where space_id = ?", space);
              handle.execute("delete from dmp.contenu where space_id = ?", space);
              handle.execute("delete from dmp.document where space_id = ?", space);
            });
  }
}
