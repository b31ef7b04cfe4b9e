package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.socle.bench.client.api.Patient;
import fr.socle.features.run.ScenarioRun;
import fr.socle.features.run.Software;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The Vitale cards of a scenario, made from the patients of its world, and the one in the reader.
 */
public final class VitaleDesk {
  static final String INSERT = "inserer-carte";
  static final String REMOVE = "retirer-carte";

  private static final long SERIALS = 10_000_000_000L;

  private final ScenarioRun scenario;
  private @Nullable Card inReader;
  private @Nullable Card before;
  private @Nullable Patient chosen;

  /** Built for each scenario. */
  public VitaleDesk(ScenarioRun scenario) {
    this.scenario = scenario;
  }

  /**
   * A card.
   *
   * @param serial logical serial number
   * @param opener number of the right-opener
   * @param covered those it covers, the right-opener first
   * @param description what a driver is told of it
   */
  record Card(String serial, String opener, List<Patient> covered, ObjectNode description) {}

  /** The card of somebody, which may cover others, who have no number of their own there. */
  static Card cardOf(Patient holder, List<Patient> others) {
    String serial =
        String.format(Locale.ROOT, "%010d", Math.floorMod(holder.id().hashCode() * 7L, SERIALS));
    String opener = openerNumber(holder);
    ObjectNode card = Software.input().put("numeroSerie", serial).put("ouvrantDroit", opener);
    ArrayNode beneficiaries = card.putArray("beneficiaires");
    beneficiary(beneficiaries, holder).put("matricule", opener);
    others.forEach(other -> beneficiary(beneficiaries, other));
    List<Patient> covered = new ArrayList<>(List.of(holder));
    covered.addAll(others);
    return new Card(serial, opener, covered, card);
  }

  private static ObjectNode beneficiary(ArrayNode beneficiaries, Patient patient) {
    return beneficiaries
        .addObject()
        .put("nomNaissance", patient.birthName())
        .put("prenom", patient.birthFirstNames().get(0))
        .put("dateNaissance", patient.birthDate())
        .put("rangNaissance", "1");
  }

  /** A number that nobody has in the world when INSi does not know him. */
  private static String openerNumber(Patient holder) {
    Patient.InsNumber ins = holder.ins();
    if (ins != null) {
      return ins.matricule();
    }
    String born = holder.birthDate();
    return (holder.sex().equals("F") ? "2" : "1")
        + born.substring(2, 4)
        + born.substring(5, 7)
        + holder.birthPlace()
        + "999";
  }

  /** Puts a card in the reader; that is only a preparation. */
  void insert(Card card) {
    ObjectNode input = Software.input();
    input.set("vitale", card.description());
    scenario.lps().prepare(INSERT, input, "mettre la carte Vitale dans le lecteur");
    inReader = card;
  }

  /** Takes it out. */
  void remove() {
    scenario
        .lps()
        .prepare(REMOVE, Software.input().put("carte", "vitale"), "retirer la carte Vitale");
  }

  /** Somebody replaced the card while nobody looked. */
  void replacedBy(Card card) {
    before = inReader;
    inReader = card;
  }

  /** The card that was in the reader when somebody replaced it. */
  Card replaced() {
    if (before == null) {
      throw new IllegalStateException("no card was replaced");
    }
    return before;
  }

  /** The card that is in the reader, or was there last. */
  Card card() {
    if (inReader == null) {
      throw new IllegalStateException("no card was put in the reader");
    }
    return inReader;
  }

  void choose(Patient beneficiary) {
    chosen = beneficiary;
  }

  /** Whom the doctor chose on the card. */
  Patient chosen() {
    if (chosen == null) {
      throw new IllegalStateException("nobody was chosen on the card");
    }
    return chosen;
  }
}
