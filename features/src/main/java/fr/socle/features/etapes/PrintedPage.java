package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.PrintReading;
import fr.socle.exigences.Basis;
import fr.socle.features.run.ScenarioRun;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
   * What the page says and on what that rests.
   *
   * @param basis the piece, or the driver's word
   * @param text lines in capitals
   */
  record Text(Basis basis, String text) {}

  /** The text of the piece, or what the driver says it is when no piece shows it. */
  Text text() {
    return given()
        .map(page -> read(page, false).lines())
        .filter(lines -> !lines.isEmpty())
        .map(lines -> new Text(Basis.PIECE, capitals(lines)))
        .orElseGet(() -> new Text(Basis.DECLARE, capitals(declared())));
  }

  /** What the bench reads on the piece; without piece the scenario is not covered. */
  PrintReading reading(boolean qualified) {
    Optional<byte[]> page = given();
    scenario.requireCovered(
        page.isPresent(),
        "Le pilote ne rend pas la page imprimée (« page » de « imprimer-identite », un PDF ou une"
            + " image de moins de 750 Kio).");
    return read(page.orElseThrow(), qualified);
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
      return bytes.length <= MOST ? Optional.of(bytes) : Optional.empty();
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

  private static String capitals(List<String> lines) {
    return String.join("\n", lines).toUpperCase(Locale.FRENCH);
  }
}
