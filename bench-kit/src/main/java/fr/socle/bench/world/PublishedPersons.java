package fr.socle.bench.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fictitious persons published for the qualification platform and the CNDA files (insi.md 6),
 * with the OIDs and the faults they were published with. Read from {@code personnes-publiees.txt},
 * whose head explains its form.
 */
public final class PublishedPersons {
  private static final String RESOURCE = "personnes-publiees.txt";

  private PublishedPersons() {}

  /** All of them, as a world answers them. */
  public static List<Patient> read(PublishedWorld world) {
    try (InputStream in = PublishedPersons.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " absent de l'archive de Socle.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n\n+"))
          .map(Block::parse)
          .filter(block -> block.has("personne"))
          .map(block -> patient(block, world))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " illisible.", e);
    }
  }

  private static Patient patient(Block block, PublishedWorld world) {
    StrictTraits traits =
        new StrictTraits(
            block.get("nom"),
            block.words("prenoms"),
            Sex.valueOf(block.get("sexe")),
            block.get("date"),
            block.getOr("lieu", "99999"));
    InsiAnswer.@Nullable Identity number = block.has("ins") ? number(block.get("ins")) : null;
    Ins ins = number == null ? null : valid(number);
    List<InsiAnswer.Period> history =
        Stream.concat(
                block.all("ancien").stream(),
                world == PublishedWorld.PLATFORM
                    ? Stream.<String>empty()
                    : block.all("ancien-cnda").stream())
            .map(PublishedPersons::period)
            .toList();
    return new Patient(
        block.get("personne"),
        block.get("personne"),
        traits,
        traits.firstBirthFirstName(),
        null,
        ins,
        history.stream().flatMap(period -> period(period).stream()).toList(),
        entry(block, traits, number, history, world),
        List.of(),
        block.words("homonyme"));
  }

  private static @Nullable InsiEntry entry(
      Block block,
      StrictTraits traits,
      InsiAnswer.@Nullable Identity number,
      List<InsiAnswer.Period> history,
      PublishedWorld world) {
    if (block.has("panne")) {
      return InsiEntry.failing(traits, block.get("panne"));
    }
    if (world == PublishedWorld.PLATFORM && block.has("panne-plateforme")) {
      return InsiEntry.failing(traits, block.get("panne-plateforme"));
    }
    if (number == null || block.has("absente-insi")) {
      return null;
    }
    StrictTraits registered =
        block.has("liste") ? traits.withFirstNames(block.words("liste")) : traits;
    boolean single = block.has("prenom-seul");
    // insi.md 2.5 (S:2, S:3): Prenom besides ListePrenom in CNDA files, absent of live answers
    boolean both = world == PublishedWorld.CNDA && block.has("fichier-cnda");
    return InsiEntry.answering(
        registered,
        new InsiAnswer(
            number,
            history,
            block.getOr("nom-rendu", traits.birthName()),
            single ? block.get("prenom-seul") : both ? traits.firstBirthFirstName() : null,
            single ? null : registered.firstNameList(),
            traits.sex().name(),
            traits.birthDate(),
            traits.birthPlace()));
  }

  /** {@code 1810163220751 40 1.2.250.1.213.1.4.8}. */
  private static InsiAnswer.Identity number(String text) {
    String[] parts = text.split(" ", -1);
    return new InsiAnswer.Identity(parts[0], parts[1], parts[2]);
  }

  private static InsiAnswer.Period period(String text) {
    String[] parts = text.split(" ", -1);
    return new InsiAnswer.Period(
        number(text), parts.length > 3 ? parts[3] : null, parts.length > 4 ? parts[4] : null);
  }

  /** None for the published numbers whose key is wrong: they exist in INSi's answer only. */
  private static @Nullable Ins valid(InsiAnswer.Identity number) {
    String key = number.key() == null ? "" : number.key();
    return Matricule.problem(number.number(), key).isPresent()
        ? null
        : new Ins(Matricule.of(number.number(), key), number.oid());
  }

  private static List<InsPeriod> period(InsiAnswer.Period period) {
    Ins ins = valid(period.identity());
    String from = period.from();
    String to = period.to();
    return ins == null
        ? List.of()
        : List.of(
            new InsPeriod(
                ins,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to)));
  }

  /** Lines {@code name: value} of one person; a name may come several times. */
  private record Block(Map<String, List<String>> lines) {
    static Block parse(String text) {
      Map<String, List<String>> lines = new LinkedHashMap<>();
      for (String line : text.split("\n", -1)) {
        int colon = line.indexOf(": ");
        if (colon > 0 && !line.startsWith("#")) {
          lines
              .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
              .add(line.substring(colon + 2).strip());
        }
      }
      return new Block(lines);
    }

    boolean has(String name) {
      return lines.containsKey(name);
    }

    List<String> all(String name) {
      return lines.getOrDefault(name, List.of());
    }

    String get(String name) {
      List<String> values = all(name);
      if (values.isEmpty()) {
        throw new IllegalStateException(RESOURCE + " : ligne « " + name + " » absente.");
      }
      return values.get(0);
    }

    String getOr(String name, String other) {
      return has(name) ? get(name) : other;
    }

    List<String> words(String name) {
      return has(name) ? List.of(get(name).split(" ")) : List.of();
    }
  }
}
