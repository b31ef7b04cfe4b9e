package fr.socle.essais;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code docs/clients-psc.md}: what it says that each client does with each fault. */
final class ClientsPage {
  private ClientsPage() {}

  /** The column of a client in the table of logins: a word for each fault. */
  static Map<String, String> column(String client) throws IOException {
    return column("Panne", client);
  }

  /** The column of a client in the table whose first column has this title. */
  static Map<String, String> column(String title, String client) throws IOException {
    Map<String, String> column = new TreeMap<>();
    int place = -1;
    for (String line : Files.readAllLines(Project.root().resolve("docs/clients-psc.md"))) {
      List<String> cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("| " + title + " |")) {
        place = cells.indexOf(client);
      } else if (line.isBlank()) {
        place = -1;
      } else if (place > 0 && line.startsWith("| `")) {
        column.put(cells.get(1).replace("`", ""), cells.get(place));
      }
    }
    return column;
  }

  /** The words the page has for what tests see. */
  static Map<String, String> words(Stream<Refused> refused, Stream<Unnoticed> unnoticed) {
    Map<String, String> words = new TreeMap<>();
    refused.forEach(one -> words.put(one.fault(), "refuse"));
    unnoticed.forEach(
        one -> words.put(one.fault(), one.rule().isEmpty() ? "passe" : "passe, " + one.rule()));
    return words;
  }
}
