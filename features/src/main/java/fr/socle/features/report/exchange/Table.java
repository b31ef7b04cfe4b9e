package fr.socle.features.report.exchange;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Part of an exchange as names and values.
 *
 * @param title what it shows, French
 * @param role where in the exchange it comes from
 * @param open whether it is unfolded at first
 * @param rows its rows, a tree flattened by depth
 */
record Table(String title, Role role, boolean open, List<Row> rows) {

  Table {
    rows = List.copyOf(rows);
  }

  /** What a table was read from. Findings look for their place in this order. */
  enum Role {
    QUERY,
    FORM,
    JSON,
    XML,
    PART,
    HEADERS,
    TOKEN,
    CERTIFICATE,
    RESPONSE,
    DECODED
  }

  /**
   * One name and its value.
   *
   * @param depth depth in the tree, 0 at the top
   * @param name name as on the wire
   * @param value value, absent for a branch
   * @param path place by which a finding names it: {@code /Envelope/Body/CR}, {@code /error},
   *     {@code grant_type}, {@code id_token/nonce}
   */
  record Row(int depth, String name, @Nullable String value, String path) {
    static Row of(String name, String value) {
      return new Row(0, name, value, name);
    }
  }
}
