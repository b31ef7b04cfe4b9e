package fr.socle.features.etapes;

import static org.assertj.core.api.Assertions.assertThat;

import fr.socle.bench.client.api.FaultRequest;
import fr.socle.features.run.FaultTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the table of the faults of the mail says of a scenario is what its steps arm. */
class MailFaultTableTest {
  private static final Path FEATURES = Path.of("src/main/resources/fr/socle/features/mss");
  private static final Pattern OPERATOR = Pattern.compile("une panne : l'opérateur MSSanté (.+)");
  private static final Pattern MAIL = Pattern.compile("une panne de la messagerie : (.+)");
  private static final Pattern ARCHIVE =
      Pattern.compile("dans sa boîte, une archive (.+) pour ce patient");
  private static final Pattern ERROR = Pattern.compile("l'accusé du logiciel du confrère : (.+)");
  private static final Pattern SUBJECT = Pattern.compile("pour ce patient, à l'(objet \\p{L}+)");

  /** What other steps ask the bench for. */
  private static final Map<String, String> ASKED =
      Map.of(
          "une panne : l'opérateur coupe la session de la boîte", "coupure moment=avant-reponse",
          "un avis de l'opérateur", "bounce",
          "un accusé de lecture d'un message que personne n'a envoyé", "receipt",
          "que le médecin a envoyé au patient dont", "usager-non-distribue",
          "une adresse que personne n'a", "boite inconnue",
          "celui d'un autre patient, dans une seule archive", "exchange-xdm deux-patients",
          "dans une archive au nom d'un autre patient", "exchange-xdm autre-patient",
          "pour ce patient, sans INS", "exchange-xdm sans-ins",
          "une nouvelle version de ce document", "exchange-xdm remplacement",
          "la demande de supprimer ce document", "exchange-xdm suppression");

  private final Map<String, Set<String>> provoked = new LinkedHashMap<>();
  private final Map<String, List<String>> requirements = new LinkedHashMap<>();

  MailFaultTableTest() throws IOException {
    try (Stream<Path> files = Files.list(FEATURES)) {
      files.filter(each -> each.toString().endsWith(".feature")).sorted().forEach(this::read);
    }
  }

  @Test
  void saysWhatTheScenariosDo() throws IOException {
    List<FaultTable.Row> rows = FaultTable.read(Path.of("../docs/mss-pannes.md")).rows();

    assertThat(rows)
        .hasSizeGreaterThan(50)
        .allSatisfy(
            row ->
                row.holds(
                    name -> provoked.getOrDefault(name, Set.of()),
                    name -> requirements.getOrDefault(name, List.of())));
  }

  private void read(Path file) {
    try {
      for (String block : Files.readString(file).split("\n\n(?=  @)", -1)) {
        scenario(block);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scenario(String block) {
    Matcher title = Pattern.compile("(?m)^  (?:Plan du )?Scénario: (.+)$").matcher(block);
    if (!title.find()) {
      return;
    }
    List<String> named =
        Pattern.compile("@REQ:(\\S+)")
            .matcher(block.substring(0, title.start()))
            .results()
            .map(each -> each.group(1))
            .toList();
    List<String[]> rows =
        Pattern.compile("(?m)^      \\|(.+)\\|$")
            .matcher(block)
            .results()
            .map(each -> each.group(1).split("\\|", -1))
            .toList();
    if (rows.isEmpty()) {
      note(title.group(1), block, named);
      return;
    }
    for (String[] row : rows.subList(1, rows.size())) {
      String name = title.group(1);
      String text = block.replaceAll("(?m)^      \\|.+$", "");
      for (int i = 0; i < row.length; i++) {
        String mark = "<" + rows.get(0)[i].strip() + ">";
        name = name.replace(mark, row[i].strip());
        text = text.replace(mark, row[i].strip());
      }
      note(name, text, named);
    }
  }

  private void note(String name, String text, List<String> named) {
    Set<String> all = new TreeSet<>();
    Stream.concat(
            found(OPERATOR, text).map(words -> new MssWords().panneMss(words)),
            found(MAIL, text).map(MssTroubles::named))
        .forEach(
            fault -> {
              all.add(fault.fault());
              all.add(words(fault));
            });
    found(ARCHIVE, text).forEach(words -> all.add("exchange-xdm " + MssTroubles.archive(words)));
    found(SUBJECT, text).forEach(all::add);
    found(ERROR, text)
        .map(words -> new MssWords().erreurMss(words))
        .forEach(
            error ->
                all.add(
                    "receipt " + error.code() + (error.form() == null ? "" : " " + error.form())));
    ASKED.forEach(
        (words, asked) -> {
          if (text.contains(words)) {
            all.add(asked);
          }
        });
    provoked.put(name, all);
    requirements.put(name, named);
  }

  private static Stream<String> found(Pattern step, String text) {
    return step.matcher(text).results().map(each -> each.group(1).strip());
  }

  private static String words(FaultRequest fault) {
    Map<String, String> parameters = fault.parameters();
    return parameters == null
        ? fault.fault()
        : Stream.concat(
                Stream.of(fault.fault()),
                parameters.entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
            .collect(Collectors.joining(" "));
  }
}
