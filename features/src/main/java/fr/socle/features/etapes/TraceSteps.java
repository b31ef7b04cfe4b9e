package fr.socle.features.etapes;

import com.fasterxml.jackson.databind.JsonNode;
import fr.socle.bench.client.api.InsiState.Call;
import fr.socle.bench.client.api.Patient;
import fr.socle.exigences.Basis;
import fr.socle.features.run.Expectation;
import fr.socle.features.run.ScenarioRun;
import io.cucumber.java.fr.Alors;
import io.cucumber.java.fr.Quand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Traces: the log of the LPS beside what INSi received (INS/va1.27, 1.35, 1.38, 1.39, 1.49). */
public final class TraceSteps {
  private final ScenarioRun scenario;
  private final Consultation consultation;
  private final RecordDesk desk;

  /** Built for each scenario. */
  public TraceSteps(ScenarioRun scenario, Consultation consultation, RecordDesk desk) {
    this.scenario = scenario;
    this.consultation = consultation;
    this.desk = desk;
  }

  /** Reads the log. */
  @Quand("l'administrateur lit les traces du dossier")
  public void reads() {
    desk.ask("lire-traces", desk.reference());
  }

  /** As many lines as calls. */
  @Alors("chaque appel à INSi est dans les traces")
  public void everyCall() {
    List<Call> calls = scenario.bench().insi().calls();
    scenario.requirePlayable(
        !calls.isEmpty(), "Le LPS n'a pas appelé INSi : ses traces ne se comparent à rien.");
    int kept = lines("appel-insi").size();
    scenario
        .expectations()
        .add(
            Expectation.that("Chaque appel reçu par INSi a sa trace dans le LPS.", Basis.DECLARE)
                .judging("INS/va1.38", "INS/va1.49")
                .isMet(
                    kept >= calls.size(),
                    "%d traces pour %d appels".formatted(kept, calls.size()),
                    "Gardez une trace de chaque appel à INSi, y compris de ceux qui n'ont rien"
                        + " trouvé."));
  }

  /** The code, and for 00 the identity. */
  @Alors("chaque trace dit ce qu'INSi a rendu")
  public void everyAnswer() {
    List<JsonNode> lines = lines("appel-insi");
    boolean all =
        scenario.bench().insi().calls().stream()
            .allMatch(call -> lines.stream().anyMatch(line -> tells(line, call)));
    String absent = absentFrom(lines);
    scenario
        .expectations()
        .add(
            Expectation.that(
                    "Les traces gardent le code rendu et, pour 00, le matricule, l'OID, les anciens"
                        + " matricules et les traits.",
                    Basis.DECLARE)
                .judging("INS/va1.35")
                .isMet(
                    all && absent.isEmpty(),
                    "codes gardés : "
                        + String.join(
                            ", ", lines.stream().map(l -> l.path("codeRetour").asText()).toList())
                        + (absent.isEmpty() ? "" : " ; absents de l'identité : " + absent),
                    "Gardez de chaque réponse d'INSi le code retour et, pour 00, matricule, OID,"
                        + " historique et traits."));
  }

  /** Who looked and who changed. */
  @Alors("les traces disent qui a consulté et modifié l'identité, et quand")
  public void looksAndChanges() {
    signed(
        List.of("consultation", "modification"),
        "Chaque consultation et chaque modification d'identité est tracée, avec son auteur.",
        "Tracez consultations et modifications d'identité : date, heure, nature, professionnel.");
  }

  /** Who saw the number. */
  @Alors("les traces disent qui a vu l'INS, et quand")
  public void looksAtTheNumber() {
    signed(
        List.of("acces-ins"),
        "Chaque accès à l'INS est tracé, avec son auteur.",
        "Tracez chaque accès à l'INS : date, heure, professionnel.");
  }

  /** To whom data that bear the number went. */
  @Alors("les traces disent que ce document est parti au DMP")
  public void partners() {
    List<JsonNode> sent = lines("transmission");
    boolean received =
        scenario.bench().exchanges().stream()
            .anyMatch(e -> DmpTraffic.isFeeding(e) && DmpTraffic.isServed(e));
    scenario.requireCovered(
        received && !sent.isEmpty(),
        "Le DMP n'a rien reçu, ou le pilote ne rend aucune trace de « transmission » : les traces ne"
            + " peuvent pas être comparées aux envois.");
    scenario
        .expectations()
        .add(
            Expectation.that("Les traces nomment le DMP, à qui l'INS est partie.", Basis.DECLARE)
                .isMet(
                    sent.stream().anyMatch(line -> line.path("detail").asText().contains("DMP")),
                    sent.size() + " envoi tracé, aucun vers le DMP",
                    "Gardez la trace de chaque partenaire à qui des données portant l'INS sont"
                        + " parties."));
  }

  private void signed(List<String> kinds, String text, String mend) {
    List<String> absent =
        kinds.stream()
            .filter(
                kind ->
                    lines(kind).stream()
                        .allMatch(line -> line.path("professionnel").asText().isBlank()))
            .toList();
    scenario
        .expectations()
        .add(
            Expectation.that(text, Basis.DECLARE)
                .isMet(
                    absent.isEmpty(),
                    "sans trace, ou sans auteur : " + String.join(", ", absent),
                    mend));
  }

  /** What INSi gave of the patient and no trace of 00 holds; nothing when INSi gave nobody. */
  private String absentFrom(List<JsonNode> lines) {
    Patient patient = consultation.patient();
    Patient.InsNumber ins = patient.ins();
    boolean given =
        scenario.bench().insi().calls().stream().anyMatch(call -> call.result().equals("00"));
    if (ins == null || !given) {
      return "";
    }
    Map<String, String> numbers = new LinkedHashMap<>();
    numbers.put("matricule", ins.matricule());
    numbers.put("OID", ins.oid());
    patient.history().forEach(f -> numbers.put("ancien matricule " + f.matricule(), f.matricule()));
    Map<String, String> traits = new LinkedHashMap<>();
    traits.put("nom", patient.birthName());
    patient.birthFirstNames().forEach(name -> traits.put("prénom " + name, name));
    traits.put("lieu de naissance", patient.birthPlace());
    // Each software writes dates in its own way, and the sex: the year tells the date is there.
    traits.put("date de naissance", patient.birthDate().substring(0, 4));
    String kept =
        lines.stream()
            .filter(line -> line.path("codeRetour").asText().equals("00"))
            .map(line -> line.path("detail").asText())
            .collect(Collectors.joining(" "));
    // A number is made of digits of the birth date and place.
    String withoutNumbers =
        numbers.values().stream().reduce(kept, (text, number) -> text.replace(number, " "));
    return Stream.concat(
            numbers.entrySet().stream().filter(each -> !kept.contains(each.getValue())),
            traits.entrySet().stream().filter(each -> !withoutNumbers.contains(each.getValue())))
        .map(Map.Entry::getKey)
        .collect(Collectors.joining(", "));
  }

  private static boolean tells(JsonNode line, Call call) {
    String detail = line.path("detail").asText();
    Stream<String> expected =
        call.result().equals("00")
            ? Stream.of(
                Objects.requireNonNullElse(call.matricule(), ""),
                Objects.requireNonNullElse(call.birthName(), ""))
            : Stream.of();
    return line.path("codeRetour").asText().equals(call.result())
        && expected.allMatch(detail::contains);
  }

  private List<JsonNode> lines(String kind) {
    JsonNode traces = consultation.lastSeen().path("traces");
    return StreamSupport.stream(traces.spliterator(), false)
        .filter(line -> line.path("nature").asText().equals(kind))
        .toList();
  }
}
