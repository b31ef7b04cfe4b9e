package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import fr.socle.bench.client.api.Fault;
import fr.socle.bench.client.api.Patient;
import fr.socle.bench.client.api.Professional;
import fr.socle.features.driver.ActionAnswer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the steps of one scenario remember of it: who is there, and what was last seen. */
public final class Consultation {
  private @Nullable Professional professional;
  private @Nullable Patient patient;
  private @Nullable String record;
  private @Nullable ActionAnswer lastAnswer;
  private JsonNode seenRecord = MissingNode.getInstance();
  private final Set<String> messagesBefore = new HashSet<>();
  private final List<Fault> pscFaults = new ArrayList<>();
  private long mark;
  private int insiCallsBeforeRepair;
  private @Nullable String armedLoginFault;
  private boolean insiIsSlow;

  /** The professional at the machine. */
  Professional professional() {
    return present(professional, "un professionnel");
  }

  void setProfessional(Professional who) {
    professional = who;
  }

  /** The patient the scenario is about. */
  Patient patient() {
    return present(patient, "un patient");
  }

  void setPatient(Patient who) {
    if (patient != null) {
      Patient before = patient;
      seenRecord
          .path("messages")
          .forEach(message -> messagesBefore.add(anonymous(message.asText(), before)));
    }
    patient = who;
  }

  /** Messages the LPS shows of a record, without what names the patient. */
  static String anonymous(String message, Patient named) {
    String text = message.replace(named.birthName(), "…");
    for (String firstName : named.birthFirstNames()) {
      text = text.replace(firstName, "…");
    }
    return text.replaceAll("…(?:[ -]…)+", "…");
  }

  /** Messages shown of the records of earlier patients of the scenario, without their names. */
  Set<String> messagesBefore() {
    return Set.copyOf(messagesBefore);
  }

  /** Identifier of the patient's record in the LPS. */
  String record() {
    return present(record, "un dossier");
  }

  /** The record as the LPS last showed it; a missing node when it showed none. */
  JsonNode seenRecord() {
    return seenRecord;
  }

  /** The LPS showed the record. */
  void sawRecord(JsonNode seen) {
    seenRecord = seen;
    record = seen.path("dossier").asText();
  }

  /** The last answer to an action the scenario is about. */
  ActionAnswer lastAnswer() {
    return present(lastAnswer, "une action");
  }

  /** What the user saw with that answer; a missing node when nothing was shown. */
  JsonNode lastSeen() {
    JsonNode seen = lastAnswer().seen();
    return seen == null ? MissingNode.getInstance() : seen;
  }

  void setLastAnswer(ActionAnswer answer) {
    lastAnswer = answer;
  }

  /** Place of the journal before the last action the scenario is about. */
  long mark() {
    return mark;
  }

  void setMark(long place) {
    mark = place;
  }

  /** How many calls INSi had answered when it was repaired. */
  int insiCallsBeforeRepair() {
    return insiCallsBeforeRepair;
  }

  void setInsiCallsBeforeRepair(int calls) {
    insiCallsBeforeRepair = calls;
  }

  /** Whether INSi answers so late that a user looks at his watch. */
  boolean insiIsSlow() {
    return insiIsSlow;
  }

  void setInsiSlow() {
    insiIsSlow = true;
  }

  /** Name of the fault that Pro Santé Connect plays in this scenario, if it plays one. */
  Optional<String> armedLoginFault() {
    return Optional.ofNullable(armedLoginFault);
  }

  void setArmedLoginFault(String fault) {
    armedLoginFault = fault;
  }

  /** Pro Santé Connect was repaired. */
  void clearArmedLoginFault() {
    armedLoginFault = null;
  }

  /** A fault of Pro Santé Connect was armed, to be taken away when it is repaired. */
  void addPscFault(Fault fault) {
    pscFaults.add(fault);
  }

  /** The faults of Pro Santé Connect that are armed, which are then forgotten. */
  List<Fault> takePscFaults() {
    List<Fault> taken = List.copyOf(pscFaults);
    pscFaults.clear();
    return taken;
  }

  private static <T> T present(@Nullable T value, String what) {
    if (value == null) {
      throw new IllegalStateException("le scénario n'a pas encore nommé " + what);
    }
    return value;
  }
}
