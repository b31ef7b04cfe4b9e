package fr.socle.bench.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The database of a bench. Each service has a schema of its own, made by {@link #migrate}.
 *
 * <p>What is committed survives the end of the process, however brutal, when the store is in files
 * or in PostgreSQL. Safe for use by several threads.
 */
public final class Store implements AutoCloseable {
  // H2 as near to PostgreSQL as it can be: the same scripts run on both. No rows are reused: while
  // a
  // commit is being written to disk, H2 2.4.240 gives the earlier rows of a repeated query again,
  // although it already shows other tables as they are after that commit (measured).
  private static final String DIALECT =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;OPTIMIZE_REUSE_RESULTS=0";

  private static final int H2_ALREADY_OPEN = 90020;

  private final HikariDataSource source;
  private final Jdbi jdbi;
  private final boolean alwaysNew;
  // H2 closes a database, and forgets one in memory, with its last connection: this one stays.
  private final Connection anchor;
  private final AtomicBoolean closed = new AtomicBoolean();

  private Store(String url, boolean alwaysNew) {
    this.alwaysNew = alwaysNew;
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(10);
    config.setMinimumIdle(1);
    config.setPoolName("socle");
    HikariDataSource opened = null;
    try {
      opened = new HikariDataSource(config);
      this.anchor = opened.getConnection();
    } catch (PoolInitializationException | SQLException e) {
      if (opened != null) {
        opened.close();
      }
      throw new IllegalStateException(reason(url, e), e);
    }
    this.source = opened;
    this.jdbi = Jdbi.create(source);
  }

  private static String reason(String url, Exception e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getErrorCode() == H2_ALREADY_OPEN) {
        return "le dossier de données est déjà ouvert par un autre banc : arrêtez-le, ou prenez un"
            + " autre dossier.";
      }
    }
    return "la base "
        + url
        + " ne répond pas ("
        + e.getMessage()
        + ") : vérifiez son adresse et qu'elle est démarrée.";
  }

  /** A store that lives as long as the bench. */
  public static Store inMemory() {
    return new Store("jdbc:h2:mem:" + UUID.randomUUID() + DIALECT, true);
  }

  /** A store in files. */
  public static Store inDirectory(Path directory) {
    // With H2's default delay the commits of the last moment are lost by kill -9: measured.
    return new Store(
        "jdbc:h2:file:"
            + directory.toAbsolutePath().resolve("socle")
            + DIALECT
            + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE",
        false);
  }

  /** A store reached by JDBC, such as {@code jdbc:postgresql://…}. */
  public static Store at(String jdbcUrl) {
    return new Store(jdbcUrl, false);
  }

  /** The store a bench asked for. */
  public static Store open(@Nullable Path dataDir, @Nullable String jdbcUrl) {
    if (jdbcUrl != null) {
      return at(jdbcUrl);
    }
    return dataDir == null ? inMemory() : inDirectory(dataDir.resolve("store"));
  }

  /**
   * Brings a schema to its present form.
   *
   * @param schema name of the schema, made if missing
   * @param folder class path folder of the scripts, such as {@code fr/socle/bench/journal/sql}
   * @param scripts their names in order, such as {@code V1__journal.sql}: a store in memory, always
   *     new, plays them itself, since Flyway takes longer to look for them than to play them
   */
  public void migrate(String schema, String folder, List<String> scripts) {
    if (alwaysNew) {
      jdbi.useHandle(
          handle -> {
            handle.execute("create schema " + schema);
            for (String script : scripts) {
              handle.createScript(read(folder + "/" + script)).execute();
            }
          });
      return;
    }
    Flyway.configure()
        .dataSource(source)
        .schemas(schema)
        .defaultSchema(schema)
        .locations("classpath:" + folder)
        .load()
        .migrate();
  }

  private static String read(String resource) {
    try (InputStream in = Store.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no script " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Access to the tables, to be named with their schema. */
  public Jdbi jdbi() {
    return jdbi;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      try {
        anchor.close();
      } catch (SQLException e) {
        throw new IllegalStateException("the store does not close", e);
      } finally {
        source.close();
      }
    }
  }
}
