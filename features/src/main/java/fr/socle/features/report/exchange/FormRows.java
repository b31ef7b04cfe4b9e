package fr.socle.features.report.exchange;

import fr.socle.features.report.exchange.Table.Row;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Parameters of a query or of a form, one a row. */
final class FormRows {
  private FormRows() {}

  static List<Row> read(String parameters) {
    List<Row> rows = new ArrayList<>();
    for (String pair : parameters.strip().split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        rows.add(Row.of(name, equals < 0 ? "" : decode(pair.substring(equals + 1))));
      }
    }
    return List.copyOf(rows);
  }

  private static String decode(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException badEscape) {
      return encoded;
    }
  }
}
