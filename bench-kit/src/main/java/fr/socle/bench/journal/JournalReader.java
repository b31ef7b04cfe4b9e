package fr.socle.bench.journal;

import fr.socle.bench.client.api.Exchange;
import fr.socle.bench.client.api.ExchangePage;
import fr.socle.bench.client.api.Finding;
import fr.socle.bench.client.api.RawExchange;
import fr.socle.bench.content.Content;
import fr.socle.bench.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Reads the journal: exchanges whose writing is over, and no other. A database shows a commit
 * before it is on disk; who was told of an exchange must find it again after a brutal death of the
 * bench.
 *
 * <p>Safe for use by several threads.
 */
public final class JournalReader {
  /** Characters of the column {@code transaction_name}. */
  private static final int LONGEST_TRANSACTION = 200;

  private static final int PAGE = 500;
  private static final int AT_ONCE = 16 * 1024 * 1024;

  private final Store store;
  private final Documents documents;
  private final LongSupplier kept;

  /**
   * A reader.
   *
   * @param store the store
   * @param documents reads what a row holds
   * @param kept sequence number of the last exchange whose writing is over
   */
  JournalReader(Store store, Documents documents, LongSupplier kept) {
    this.store = store;
    this.documents = documents;
    this.kept = kept;
  }

  /** Exchanges of a space after a cursor, at most 500, those of a window when it is named. */
  public ExchangePage page(String spaceId, long after, @Nullable String windowId) {
    List<Exchange> exchanges =
        store
            .jdbi()
            .withHandle(
                handle ->
                    select(
                            handle,
                            "select document from journal.exchange where space_id = :space and"
                                + " sequence > :after and sequence <= :kept"
                                + (windowId == null ? "" : " and window_id = :window")
                                + " order by sequence limit "
                                + PAGE,
                            windowId)
                        .bind("space", spaceId)
                        .bind("after", after)
                        .bind("kept", kept.getAsLong())
                        .mapTo(byte[].class)
                        .map(document -> documents.read(document, Exchange.class))
                        .list());
    long cursor = exchanges.isEmpty() ? after : exchanges.get(exchanges.size() - 1).sequence();
    return new ExchangePage(exchanges, cursor);
  }

  /** One exchange of a space with its bytes, the first 16 MiB of each side. */
  public Optional<RawExchange> raw(String spaceId, long sequence) {
    return kept(spaceId, sequence)
        .map(
            one -> {
              Content request = JournaledContent.of(store, sequence, "Q");
              return new RawExchange(
                  one.exchange(),
                  request.first(AT_ONCE),
                  JournaledContent.of(store, sequence, "A").first(AT_ONCE),
                  one.truncated() || request.size() > AT_ONCE);
            });
  }

  private Optional<Kept> kept(String spaceId, long sequence) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select document, truncated from journal.exchange where space_id = :space"
                            + " and sequence = :sequence and sequence <= :kept")
                    .bind("space", spaceId)
                    .bind("kept", kept.getAsLong())
                    .bind("sequence", sequence)
                    .map(
                        (row, context) ->
                            new Kept(
                                documents.read(row.getBytes(1), Exchange.class), row.getBoolean(2)))
                    .findOne());
  }

  private record Kept(Exchange exchange, boolean truncated) {}

  /** All that is kept of the bytes received in an exchange of a space, however many. */
  public Optional<Content> request(String spaceId, long sequence) {
    return kept(spaceId, sequence).map(one -> JournaledContent.of(store, sequence, "Q"));
  }

  /** All the bytes sent in an exchange of a space, however many. */
  public Optional<Content> response(String spaceId, long sequence) {
    return kept(spaceId, sequence).map(one -> JournaledContent.of(store, sequence, "A"));
  }

  /** Findings of a space, in order, those of a window when it is named. */
  public List<Finding> findings(String spaceId, @Nullable String windowId) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                select(
                        handle,
                        "select document from journal.finding where space_id = :space"
                            + (windowId == null ? "" : " and window_id = :window")
                            + " order by id",
                        windowId)
                    .bind("space", spaceId)
                    .mapTo(byte[].class)
                    .map(document -> documents.read(document, Finding.class))
                    .list());
  }

  /** What failed in the bench itself during a window. */
  public List<String> benchErrors(String windowId) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select message from journal.bench_error where window_id = :window order"
                            + " by id")
                    .bind("window", windowId)
                    .mapTo(String.class)
                    .list());
  }

  /** Number of exchanges of a window. */
  public long count(String windowId) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select count(*) from journal.exchange where window_id = :window")
                    .bind("window", windowId)
                    .mapTo(Long.class)
                    .one());
  }

  Optional<Exchange> first(
      String spaceId, long after, String service, @Nullable String transaction) {
    return store
        .jdbi()
        .withHandle(
            handle -> {
              Query query =
                  handle
                      .createQuery(
                          "select document from journal.exchange where space_id = :space and"
                              + " sequence > :after and sequence <= :kept and service = :service"
                              + (transaction == null ? "" : " and transaction_name = :transaction")
                              + " order by sequence limit 1")
                      .bind("space", spaceId)
                      .bind("after", after)
                      .bind("kept", kept.getAsLong())
                      .bind("service", service);
              if (transaction != null) {
                query.bind("transaction", column(transaction));
              }
              return query
                  .mapTo(byte[].class)
                  .map(document -> documents.read(document, Exchange.class))
                  .findOne();
            });
  }

  /** A transaction as its column holds it: software may have chosen a part of its name. */
  static @Nullable String column(@Nullable String transaction) {
    return transaction == null || transaction.length() <= LONGEST_TRANSACTION
        ? transaction
        : transaction.substring(0, LONGEST_TRANSACTION);
  }

  long largest(String table, String column) {
    return store
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("select coalesce(max(" + column + "), 0) from journal." + table)
                    .mapTo(Long.class)
                    .one());
  }

  private static Query select(Handle handle, String sql, @Nullable String windowId) {
    Query query = handle.createQuery(sql);
    return windowId == null ? query : query.bind("window", windowId);
  }
}
