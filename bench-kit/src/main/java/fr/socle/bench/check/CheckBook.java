package fr.socle.bench.check;

import fr.socle.exigences.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** All the checks of a service, by transaction. Immutable. */
public final class CheckBook {
  private final Map<String, Page<?>> pages;
  private final List<SequenceCheck> sequences;

  private CheckBook(Map<String, Page<?>> pages, List<SequenceCheck> sequences) {
    this.pages = Map.copyOf(pages);
    this.sequences = List.copyOf(sequences);
  }

  /**
   * The checks of one transaction.
   *
   * @param <M> type of its decoded message
   * @param message type of its decoded message
   * @param checks the checks
   */
  public record Page<M>(Class<M> message, List<Check<M>> checks) {
    /** Copies the list. */
    public Page {
      checks = List.copyOf(checks);
    }
  }

  /** A book to fill. */
  public static Builder builder() {
    return new Builder();
  }

  /** Checks by transaction. */
  public Map<String, Page<?>> pages() {
    return pages;
  }

  /** Checks of whole windows. */
  public List<SequenceCheck> sequences() {
    return sequences;
  }

  /** Every rule of the book. */
  public Stream<Rule> rules() {
    return Stream.concat(
        pages.values().stream().flatMap(page -> page.checks().stream().map(Check::rule)),
        sequences.stream().map(SequenceCheck::rule));
  }

  /** Builds a book. */
  public static final class Builder {
    private final Map<String, Page<?>> pages = new LinkedHashMap<>();
    private final List<SequenceCheck> sequences = new ArrayList<>();

    private Builder() {}

    /** Adds the checks of a transaction; each transaction is written once. */
    public <M> Builder on(String transaction, Class<M> message, List<Check<M>> checks) {
      if (pages.putIfAbsent(transaction, new Page<>(message, checks)) != null) {
        throw new IllegalArgumentException("transaction written twice: " + transaction);
      }
      return this;
    }

    /** Adds checks of whole windows. */
    public Builder sequences(List<SequenceCheck> checks) {
      sequences.addAll(checks);
      return this;
    }

    /** The book. */
    public CheckBook build() {
      return new CheckBook(pages, sequences);
    }
  }
}
