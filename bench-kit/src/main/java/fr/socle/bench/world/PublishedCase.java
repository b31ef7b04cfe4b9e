package fr.socle.bench.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A published test case of the CNDA and the published persons it is played with (insi.md 7). Read
 * from {@code cas-publies.txt}, whose head explains its form.
 *
 * @param number its published number, such as {@code 2.07 cas 1}
 * @param title what it tries, French
 * @param searches what is typed, in order; none when no published person fits
 * @param expected what correct software does, French; absent when it is not published
 * @param assumed what Socle supposes of it, French; absent when it supposes nothing
 * @param unpublished what else is not published of it, French; absent when nothing is known to lack
 */
public record PublishedCase(
    String number,
    String title,
    List<Search> searches,
    @Nullable String expected,
    @Nullable String assumed,
    @Nullable String unpublished) {
  private static final String RESOURCE = "cas-publies.txt";

  /** Copies the list. */
  public PublishedCase {
    searches = List.copyOf(searches);
  }

  /**
   * A search by traits and what was published of its answer.
   *
   * @param birthName birth name
   * @param firstName first name, or several separated by spaces
   * @param sex {@code F} or {@code M}
   * @param birthDate {@code YYYY-MM-DD}
   * @param birthPlace COG code; absent when none is given
   * @param answer what INSi answers
   * @param onPlatform the same on the qualification platform
   */
  public record Search(
      String birthName,
      String firstName,
      String sex,
      String birthDate,
      @Nullable String birthPlace,
      Answer answer,
      Answer onPlatform) {

    private static Search parse(String text) {
      String[] sides = text.split(" => ", -1);
      String[] answers = sides[1].split(", plateforme ", -1);
      String[] traits = sides[0].split(" / ", -1);
      return new Search(
          traits[0],
          traits[1],
          traits[2],
          traits[3],
          traits.length > 4 ? traits[4] : null,
          Answer.parse(answers[0]),
          Answer.parse(answers[answers.length - 1]));
    }

    /** What INSi answers in a world. */
    public Answer answeredIn(PublishedWorld world) {
      return world == PublishedWorld.PLATFORM ? onPlatform : answer;
    }

    /** As it is typed: {@code DE VINCI / LEONARDO / M / 2014-02-01 / 63220}. */
    public String typed() {
      String four = String.join(" / ", birthName, firstName, sex, birthDate);
      return birthPlace == null ? four : four + " / " + birthPlace;
    }
  }

  /**
   * What INSi answers, and how that is known.
   *
   * @param code {@code 00}, {@code 01} or {@code 02}, or the code of a fault
   * @param source where it was published, or that Socle supposes it; French
   */
  public record Answer(String code, String source) {

    private static Answer parse(String text) {
      int space = text.indexOf(" (");
      return new Answer(text.substring(0, space), text.substring(space + 2, text.length() - 1));
    }
  }

  /** All of them, in order. */
  public static List<PublishedCase> all() {
    try (InputStream in = PublishedCase.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " absent de l'archive de Socle.");
      }
      return Arrays.stream(
              new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\n\n+"))
          .filter(block -> !block.startsWith("#"))
          .map(PublishedCase::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " illisible.", e);
    }
  }

  private static PublishedCase parse(String block) {
    List<Search> searches = new ArrayList<>();
    String number = "";
    String title = "";
    String expected = null;
    String assumed = null;
    String unpublished = null;
    for (String line : block.split("\n", -1)) {
      int colon = line.indexOf(": ");
      String value = line.substring(colon + 2).strip();
      switch (line.substring(0, colon)) {
        case "cas" -> number = value;
        case "titre" -> title = value;
        case "recherche" -> searches.add(Search.parse(value));
        case "attendu" -> expected = value;
        case "suppose" -> assumed = value;
        case "manque" -> unpublished = value;
        default ->
            throw new IllegalStateException(RESOURCE + " : ligne « " + line + " » inconnue.");
      }
    }
    return new PublishedCase(number, title, searches, expected, assumed, unpublished);
  }
}
