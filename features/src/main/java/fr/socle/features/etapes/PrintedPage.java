package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.exigences.Basis;
import fr.socle.features.run.ScenarioRun;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The page the LPS last printed: the piece itself when the driver gives it, else its text. */
public final class PrintedPage {
  /** What the control API takes, base64 included. */
  private static final int MOST = 750 * 1024;

  private final ScenarioRun scenario;
  private final Consultation consultation;

  /** Built for each scenario. */
  public PrintedPage(ScenarioRun scenario, Consultation consultation) {
    this.scenario = scenario;
    this.consultation = consultation;
  }

  /**
   * What is missing on a page, and on what that rests.
   *
   * @param basis the piece, or the driver's word
   * @param absent what neither shows, in French
   */
  record Lack(Basis basis, List<String> absent) {}

  /**
   * What the page lacks. Extracting a text has its own failures (letters drawn as outlines, fonts
   * without characters, turned labels): what the piece seems to lack is looked for in what the
   * driver says. Without any text the scenario is not covered.
   *
   * @param question what a text lacks, in French
   */
  Lack lacking(Function<PrintedText, List<String>> question) {
    PrintedText piece =
        new PrintedText(given().map(page -> read(page, false).lines()).orElse(List.of()));
    PrintedText declared = new PrintedText(declared());
    scenario.requireCovered(
        !piece.isEmpty() || !declared.isEmpty(),
        "Ni la page (« page ») ni le pilote (« lignes ») ne donnent de texte à lire : rendez les"
            + " lignes imprimées.");
    List<String> absent = new ArrayList<>(question.apply(piece));
    boolean onPiece = absent.isEmpty();
    absent.retainAll(question.apply(declared));
    boolean byBoth = !absent.isEmpty() && !piece.isEmpty();
    return new Lack(onPiece || byBoth ? Basis.PIECE : Basis.DECLARE, List.copyOf(absent));
  }

  /** What the bench reads on the piece; without piece the scenario is not covered. */
  PrintReading reading(boolean qualified) {
    Optional<byte[]> page = given();
    scenario.requireCovered(
        page.isPresent(),
        "Le pilote ne rend pas la page imprimée (« page » de « imprimer-identite », un PDF ou une"
            + " image en base64).");
    return read(page.orElseThrow(), qualified);
  }

  /** Whether the driver says that the INS stands in another bar code (INS/va1.03). */
  boolean hasOtherBarcode() {
    return consultation.lastSeen().path("autreCodeBarres").asBoolean();
  }

  private PrintReading read(byte[] page, boolean qualified) {
    return scenario
        .bench()
        .readPrint(
            page, consultation.patient(), qualified, "Le banc lit la page imprimée par le LPS.");
  }

  private Optional<byte[]> given() {
    String page = consultation.lastSeen().path("page").asText("");
    if (page.isEmpty()) {
      return Optional.empty();
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(page);
      scenario.requireCovered(
          bytes.length <= MOST,
          "La page que rend le pilote pèse "
              + bytes.length / 1024
              + " Kio, et le banc en lit "
              + MOST / 1024
              + " : imprimez-la sans image, ou seule.");
      return Optional.of(bytes);
    } catch (IllegalArgumentException e) {
      scenario.requireCovered(false, "La page que rend le pilote n'est pas du base64.");
      return Optional.empty();
    }
  }

  private List<String> declared() {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : consultation.lastSeen().path("lignes")) {
      lines.add(line.asText());
    }
    return lines;
  }
}
