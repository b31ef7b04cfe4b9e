package fr.socle.mss.directory.protocol.files;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A file of lines whose columns are separated by a bar: UTF-8, first line the names. */
final class Table {
  private final int columns;
  private final StringBuilder text;

  Table(String header) {
    this.columns = header.split("\\|", -1).length;
    this.text = new StringBuilder(header).append('\n');
  }

  void row(String... values) {
    if (values.length != columns) {
      throw new IllegalArgumentException(values.length + " values for " + columns + " columns");
    }
    // Nothing can be escaped in this form.
    text.append(
            Arrays.stream(values)
                .map(each -> each.replaceAll("[|\\p{Cntrl}]", " "))
                .collect(Collectors.joining("|")))
        .append('\n');
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
