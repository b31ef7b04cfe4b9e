package fr.socle.mss.service;

import fr.socle.bench.spi.Settings;
import java.time.Duration;

/**
 * How the operator of a space behaves where no text says it: all of these are assumed (A).
 *
 * @param unlistedLater {@code mss.hors-liste}: a domain that is not in the list is refused at
 *     {@code RCPT} ({@code refus}), or told of by a notice ({@code avis})
 * @param unknownLater {@code mss.boite-inconnue}: likewise an unknown mailbox
 * @param virusLater {@code mss.virus}: likewise a virus, refused after {@code DATA}
 * @param fullCode {@code mss.boite-pleine}: code that refuses a full mailbox, 452 or 552
 * @param greylist {@code mss.liste-grise}: seconds before a new pair of sender and recipient is let
 *     in; zero for no greylisting
 * @param citizenLargest {@code mss.taille-usager}: bytes of a message that Mon espace santé takes,
 *     set in units of a million (mssante.md 2.3: 25 Mo)
 * @param deletion {@code mss.marque-suppression}: name and value of the slot of the metadata that
 *     asks for the deletion of a document (mssante.md 7.7: not sourced)
 * @param control {@code mss.session-controle}: seconds between two questions to Pro Santé Connect
 *     about the token of a session; zero for none
 */
public record OperatorSettings(
    boolean unlistedLater,
    boolean unknownLater,
    boolean virusLater,
    int fullCode,
    Duration greylist,
    long citizenLargest,
    String deletion,
    Duration control) {

  private static final String DELETION = "urn:action:extraMetadataSlot=D";

  /** Reads them. */
  public static OperatorSettings read(Settings settings) {
    return new OperatorSettings(
        later(settings, "mss.hors-liste"),
        later(settings, "mss.boite-inconnue"),
        later(settings, "mss.virus"),
        Integer.parseInt(settings.choice("mss.boite-pleine", "452", "552")),
        Duration.ofSeconds(settings.number("mss.liste-grise", 0)),
        settings.number("mss.taille-usager", 25) * 1_000_000L,
        mark(settings.get("mss.marque-suppression", DELETION)),
        Duration.ofSeconds(settings.number("mss.session-controle", 60)));
  }

  private static String mark(String slot) {
    if (!slot.matches("[!-<>-~]{1,150}=[ -~]{1,150}")) {
      throw new IllegalArgumentException(
          "Réglage mss.marque-suppression=" + slot + " : écrivez le nom du slot, = et sa valeur.");
    }
    return slot;
  }

  private static boolean later(Settings settings, String name) {
    return settings.choice(name, "refus", "avis").equals("avis");
  }
}
